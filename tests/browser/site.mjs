// The real program on a throw-away database, and a real browser: started, used and stopped here.
// Not here: any check of a page.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");
const browserPath =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

export const screenshots = join(repository, "tests/browser/screenshots");
export const plan = "/enti/cciaa_mo/piani/2020";
/** A small plan that has what the views show: several years, missions, acts, open questions. */
export const years = "/enti/c_prova/piani/2019";

/** Somebody who may sign in: the controller of the two bodies, and of those that are pasted. */
export const account = {
  id: "anna",
  name: "Anna Esempio",
  password: "tre parole che ricordo",
  grants: [["controllo", "cciaa_mo"], ["controllo", "c_prova"], ["controllo", "prova_incolla"], ["controllo", "prova_senza"]],
};

/**
 * Imports the plans, serves them on a free port and opens a browser. Whoever is needed besides the
 * controller is given: `open([account, { id: "oiv", name: "OIV", grants: [["oiv", "cciaa_mo"]] }])`;
 * a third part of a grant is an office, and the password is the same for all; `mail` is an address.
 * `more` are folders of other plans, `plans` those in the place of the two; `engine` is "sqlite" or "postgres".
 */
export async function open(people = [account], more = [], engine = "sqlite", plans = ["examples/modena-2020", "tests/browser/plans/pluriennale"]) {
  mkdirSync(screenshots, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "traguardo-"));
  const database = engine === "sqlite" ? `sqlite:${join(folder, "t.db")}` : emptyPostgres();
  for (const plan of [...plans, ...more]) {
    const path = resolve(repository, plan);
    const imported = spawnSync(program, ["import", path, "--db", database], { encoding: "utf8" });
    if (imported.status !== 0) throw new Error(`import: ${imported.error ?? imported.stderr}`);
  }
  for (const person of people) addAccount(person, database);
  return { database, ...(await serve(folder, ["serve", "--db", database])) };
}

/** The address of a database of its own in the cluster of `scripts/with-postgres`, which ends with it. */
function emptyPostgres() {
  const cluster = process.env.TRAGUARDO_TEST_POSTGRES;
  if (!cluster) throw new Error("no PostgreSQL: run this under scripts/with-postgres");
  const name = `browser_${randomUUID().replaceAll("-", "")}`;
  const done = spawnSync("psql", [cluster, "-c", `CREATE DATABASE ${name}`], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`psql: ${done.error ?? done.stderr}`);
  return Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
}

/** A demonstration: the examples, and nobody has to sign in. */
export async function openDemo() {
  mkdirSync(screenshots, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "traguardo-"));
  return serve(folder, ["demo", "--data", folder]);
}

async function serve(folder, command) {
  const server = spawn(program, [...command, "--port", "0"], { env: { ...process.env, TRAGUARDO_DATA: folder } });
  const base = await address(server);
  const options = { executablePath: browserPath, args: ["--no-sandbox", "--disable-dev-shm-usage"] };
  const browser = await chromium.launch(options);
  const close = async () => {
    await browser.close();
    // The server is stopped by its own number, as whoever runs it would.
    process.kill(server.pid, "SIGTERM");
    await new Promise((done) => server.once("exit", done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, browser, close, folder };
}

function addAccount(person, database) {
  for (const [at, [role, body, office]] of person.grants.entries()) {
    const granted = ["--role", role, ...(body ? ["--body", body] : []), ...(office ? ["--office", office] : [])];
    const mail = person.mail ? ["--mail", person.mail] : [];
    const first = ["--name", person.name, "--password-stdin", ...mail];
    const command = at === 0 ? ["add", person.id, ...first] : ["grant", person.id];
    const input = `${account.password}\n`;
    const done = spawnSync(program, ["user", ...command, ...granted, "--db", database], { encoding: "utf8", input });
    if (done.status !== 0) throw new Error(`user ${command}: ${done.error ?? done.stderr}`);
  }
}

/** Signs somebody in, in the browser of a page. */
export async function signIn(site, page, person = account) {
  await page.goto(`${site.base}/accedi`);
  await page.fill("#utente", person.id);
  await page.fill("#password", account.password);
  await page.press("#password", "Enter");
  await page.waitForURL(`${site.base}/`);
}

function address(server) {
  return new Promise((found, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error(`no address within 60 s: ${said}`)), 60000);
    const listen = (bytes) => {
      said += bytes;
      const match = said.match(/http:\/\/[\w.:[\]]+/);
      if (match) {
        clearTimeout(late);
        found(match[0]);
      }
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/**
 * A page that collects everything that goes wrong in it: errors, policy violations, lost files.
 * With `as` somebody is signed in there: `visit(site, { as: account })`.
 */
export async function visit(site, { as, ...options } = {}) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.wrong.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    // Whoever goes on before the icon of the window has come does not wait for it.
    // Whoever types on, or presses a button, has no use for what the page asked by itself before.
    const unasked = request.url().endsWith("icon.svg") || request.headers()["hx-request"] === "true";
    const left = request.failure()?.errorText === "net::ERR_ABORTED" && unasked;
    if (!left) page.wrong.push(`lost: ${request.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.base) && !url.startsWith("data:")) page.wrong.push(`outside: ${url}`);
  });
  page.done = () => context.close();
  if (as) await signIn(site, page, as);
  return page;
}
