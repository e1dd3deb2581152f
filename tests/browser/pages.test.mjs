// Every kind of page, in both languages: accessible, narrow, on paper, with nothing going wrong.
// Not here: going from page to page, see journey.test.mjs.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, plan, screenshots, visit, years } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const widths = [1280, 768, 320];

const pages = {
  piani: "/",
  accesso: "/accedi",
  accessibilita: "/accessibilita",
  accedi: "/accedi",
  quadro: plan,
  "quadro-fine-anno": `${plan}?al=2020-12-31`,
  "quadro-marzo": `${plan}?al=2020-03-31`,
  albero: `${plan}/albero`,
  ambito: `${plan}/nodi/2`,
  obiettivo: `${plan}/nodi/601`,
  "obiettivo-cifre-lunghe": `${plan}/nodi/301`,
  "obiettivo-senza-valore": `${plan}/nodi/802.A1.2`,
  indicatore: `${plan}/indicatori/PART-INT`,
  "indicatore-senza-valore": `${plan}/indicatori/REPORT-COSTI`,
  "spiega-ente": `${plan}/spiega/cciaa_mo`,
  "spiega-ambito": `${plan}/spiega/2`,
  "spiega-obiettivo": `${plan}/spiega/601`,
  "spiega-quota": `${plan}/spiega/601/quota-obiettivi`,
  "spiega-indicatore": `${plan}/spiega/301/PART-INT`,
  "spiega-senza-valore": `${plan}/spiega/802.A1.2/REPORT-COSTI`,
  mancanti: `${plan}/mancanti`,
  "mancanti-marzo": `${plan}/mancanti?al=2020-03-31`,
  problemi: `${plan}/problemi`,
  carica: `${plan}/carica`,
  "verifica-stampa": `${plan}/verifica-stampa`,
  "quadro-pluriennale": `${years}/quadro-pluriennale`,
  "quadro-pluriennale-filtrato": `${years}/quadro-pluriennale?stato=eliminato&missione=011`,
  cascata: `${years}/cascata`,
  "cascata-senza-pesi-in-alto": `${plan}/cascata`,
  elenchi: `${years}/elenchi`,
  "elenchi-missione": `${years}/elenchi?gruppo=missione&pira=si`,
  "elenchi-vuoti": `${years}/elenchi?missione=999`,
  domande: `${years}/domande`,
  target: "/target",
  "target-letto": "/target?frase=%3E%3D%20600%20N.&anno=2026",
  "target-da-chiarire": "/target?frase=entro%20il%2034.04.2026&anno=2026",
  "indicatore-con-soglie": `${years}/indicatori/TEMPI`,
  "pagina-che-non-c-e": "/niente",
  "voce-che-non-c-e": `${plan}/nodi/999`,
};
const languages = { it: "", en: "lang=en" };
const withQuery = (address, query) =>
  query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;

let site;
before(async () => { site = await open(); });
after(() => site.close());

for (const [language, query] of Object.entries(languages)) {
  test(`every page is without a fault and as wide as the window (${language})`, async () => {
    const page = await visit(site, { as: account });
    for (const [name, address] of Object.entries(pages)) {
      page.wrong.length = 0;
      const answer = await page.goto(site.base + withQuery(address, query));
      const expected = name.endsWith("non-c-e") ? 404 : 200;
      assert.equal(answer.status(), expected, name);
      assert.equal(await page.getAttribute("html", "lang"), language, name);
      assert.equal(await page.locator("h1").count(), 1, name);
      // A browser says of a page that is not there that it is not there.
      const wrong = page.wrong.filter((what) => expected !== 404 || !what.includes("404"));
      assert.deepEqual(wrong, [], name);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
        if (language === "it") {
          await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
        }
      }
    }
    await page.done();
  });

  test(`axe-core finds nothing on any page (${language})`, async () => {
    // Only axe-core itself runs beside what the policy allows.
    const page = await visit(site, { as: account, bypassCSP: true });
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(site.base + withQuery(address, query));
      await page.addScriptTag({ path: axe });
      for (const width of language === "it" ? [1280, 320] : [1280]) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`);
        assert.deepEqual(found, [], `${name} at ${width}`);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await page.done();
  });
}

test("what opens beside a page is accessible too", async () => {
  const page = await visit(site, { bypassCSP: true });
  await page.goto(`${site.base}${plan}/nodi/601`);
  await page.locator(".tg-head-figure .tg-number").click();
  await page.locator("dialog[open] h1").waitFor();
  await page.locator("[name=al]").count();
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), []);
  await page.screenshot({ path: join(screenshots, "spiegazione-accanto-1280.png") });
  await page.done();
});

test("on a phone the parts of the plan fold into one line that opens by keyboard, elsewhere all stand there", async () => {
  const page = await visit(site, { javaScriptEnabled: false });
  await page.goto(site.base + pages.albero);
  const parts = page.locator(".tg-nav a");
  const fold = page.locator(".tg-nav summary");
  assert.ok((await parts.count()) > 5);
  for (const part of await parts.all()) assert.ok(await part.isVisible());
  assert.equal(await fold.isVisible(), false);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const part of await parts.all()) assert.equal(await part.isVisible(), false);
  assert.equal((await fold.innerText()).trim(), "Parti del piano: Albero");
  await fold.focus();
  await page.keyboard.press("Enter");
  for (const part of await parts.all()) assert.ok(await part.isVisible());
  await page.done();
});

test("on paper there is no menu, the figures stay, and nothing is cut off", async () => {
  const page = await visit(site);
  await page.emulateMedia({ media: "print" });
  const printed = ["quadro", "albero", "obiettivo", "obiettivo-cifre-lunghe", "mancanti", "spiega-obiettivo",
    "quadro-pluriennale", "cascata", "elenchi", "domande"];
  for (const name of printed) {
    await page.goto(site.base + pages[name]);
    for (const hidden of [".tg-nav", ".tg-languages", ".skiplinks", ".tg-crumbs", ".tg-panel"]) {
      const there = page.locator(hidden);
      for (const one of await there.all()) assert.equal(await one.isVisible(), false, `${name}: ${hidden}`);
    }
    assert.ok(await page.getByText(/30 giugno 20(19|20)/).first().isVisible());
    await page.setViewportSize({ width: 700, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 700, `${name} is ${wide} wide on paper`);
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.pdf({ path: join(screenshots, `${name}-carta.pdf`), format: "A4", preferCSSPageSize: true });
    await page.screenshot({ path: join(screenshots, `${name}-carta.png`), fullPage: true });
  }
  await page.done();
});

test("every link of the site leads to a page that is there", async () => {
  const seen = new Map();
  const queue = ["/", "/?lang=en", `${plan}?al=2020-12-31`];
  while (queue.length > 0) {
    const address = queue.pop();
    if (seen.has(address)) continue;
    const answer = await fetch(site.base + address);
    const body = await answer.text();
    seen.set(address, answer.status);
    // One page of every kind in English and at another date is enough; the first language whole.
    const whole = !address.includes("?");
    for (const [, link] of body.matchAll(/ href="(\/[^"#]*)"/g)) {
      const clean = link.replaceAll("&#38;", "&").replaceAll("&amp;", "&");
      if (whole || !clean.includes("?") || queue.length + seen.size < 600) queue.push(clean);
    }
  }
  const broken = [...seen].filter(([, status]) => status !== 200);
  assert.deepEqual(broken, []);
  assert.ok(seen.size > 150, `${seen.size} pages`);
});
