// Somebody who has signed in and has Da compilare open, without a browser: the same requests.
// Not here: what is saved when, see soak.mjs.
import { randomUUID } from "node:crypto";
import http from "node:http";

/** Hidden fields and other attributes of a page are read by their names. */
const fieldsOf = (html) => [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({
  name: tag.match(/ name="([^"]*)"/)?.[1],
  text: tag.match(/ value="([^"]*)"/)?.[1] ?? "",
}));

export class Visitor {
  constructor(base, page) {
    Object.assign(this, { base, page, cookies: new Map(), rows: [] });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  /** One request; status 0 where there is nobody to answer it. */
  request(method, path, fields) {
    const body = fields && new URLSearchParams(fields).toString();
    const headers = { cookie: [...this.cookies].map(([name, text]) => `${name}=${text}`).join("; ") };
    if (body) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers["content-length"] = Buffer.byteLength(body);
      headers.origin = this.base;
    }
    return new Promise((done) => {
      const failed = (error) => done({ status: 0, text: error.message });
      const request = http.request(this.base + path, { method, headers, agent: this.agent }, (answer) => {
        for (const cookie of answer.headers["set-cookie"] ?? []) {
          const [, name, text] = cookie.match(/^([^=]+)=([^;]*)/);
          this.cookies.set(name, text);
        }
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (more) => { text += more; });
        answer.once("error", failed);
        answer.once("end", () => done({ status: answer.statusCode, text }));
      });
      request.setTimeout(30_000, () => request.destroy(new Error("no answer within 30 s")));
      request.once("error", failed);
      request.end(body);
    });
  }

  async signIn(id, password) {
    const { text } = await this.request("GET", "/accedi");
    const token = fieldsOf(text).find((field) => field.name === "gettone").text;
    const answer = await this.request("POST", "/accedi", { gettone: token, utente: id, password });
    if (answer.status !== 303) throw new Error(`${id} cannot sign in: ${answer.status}`);
  }

  /** Reads the rows of the page that are to be filled in. */
  async openPage() {
    const { status, text } = await this.request("GET", this.page);
    if (status !== 200) throw new Error(`Da compilare answers ${status}`);
    const fields = fieldsOf(text);
    this.token = fields.find((field) => field.name === "gettone").text;
    this.saving = text.match(/ data-save="([^"]*)"/)[1].replaceAll("&amp;", "&");
    const rows = new Map();
    for (const { name, text: content } of fields) {
      const [, at, part] = name?.match(/^(\d+)\.(.+)$/) ?? [];
      if (at) rows.set(at, { ...rows.get(at), [part]: content });
    }
    this.rows = [...rows.values()].map((fields) => ({ indicator: fields.indicatore, fields }));
  }

  /** What the page sends when a figure is typed in a row. */
  fill(row, figure) {
    const sent = { gettone: this.token };
    for (const [name, text] of Object.entries(row.fields)) sent[`0.${name}`] = text;
    return { ...sent, "0.valore": figure };
  }

  send(sent) {
    return this.request("POST", this.saving, sent);
  }

  /** What the page keeps of an answer: the next change corrects this reading, with a new key. */
  took(row, figure, answer) {
    const position = answer.text.match(/ data-position="(\d+)"/)?.[1];
    Object.assign(row.fields, { visto: position ?? "", "valore-era": figure, chiave: randomUUID() });
  }
}
