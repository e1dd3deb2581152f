// A revision in a real browser: the draft, its rows, neutralising, the adoption with the document of
// the act, the register, two revisions compared, the plan as it stood.
// Not here: every field of a row, and what is refused, see the tests of the pages' crate.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, screenshots, visit, years } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const revisions = `${years}/revisioni`;
const row = (code, node) => `${revisions}/bozza/riga?codice=${code}&padre=${node}`;
const secretary = { id: "segr", name: "Segretaria Esempio", grants: [["segretario-generale", "c_prova"]] };

let site;
before(async () => { site = await open([account, secretary]); });
after(() => site.close());

async function isFine(page, name) {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), [], name);
}

async function inBoth(page, address, name) {
  await page.goto(site.base + address);
  await isFine(page, name);
  await page.goto(`${site.base}${address}${address.includes("?") ? "&" : "?"}lang=en`);
  await isFine(page, `${name}-en`);
  await page.goto(site.base + address);
}

test("the controller makes a draft and changes a row by keyboard, and sees the effect first", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await inBoth(page, revisions, "revisioni");
  await page.focus("#reason");
  await page.keyboard.type("Rolling di luglio");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Bozza di revisione" }).waitFor();
  await page.goto(site.base + row("STUDENTI", "P2"));
  await page.focus("#field-target");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(">= 800 N.");
  await page.focus("button[value=prova]");
  await page.keyboard.press("Enter");
  await page.getByText("Queste sono prove").waitFor();
  assert.equal(await page.inputValue("#field-target"), ">= 800 N.");
  assert.match(await page.textContent(".tg-effects"), /65,00.*97,50/s);
  await isFine(page, "bozza-prova");
  await page.focus("button[value=salva]");
  await page.keyboard.press("Enter");
  await page.getByText("Salvato nella bozza").waitFor();
  await inBoth(page, row("STUDENTI", "P2"), "bozza-riga");
  await inBoth(page, `${revisions}/bozza/riga?nuovo=indicatore`, "bozza-indicatore");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the effect changes while one types, and an older answer never takes the place of a newer", async () => {
  const page = await visit(site, { as: account });
  const effect = () => page.textContent("#outlook");
  await page.goto(site.base + row("TEMPI", "S2"));
  await page.focus("#field-peso");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("90");
  await page.getByText("L'effetto della bozza con quello che è scritto qui").waitFor();
  const ninety = await effect();
  assert.match(ninety, /S2 Tenere pronti/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-peso", "the focus stays");
  // Read out once there is a pause, and not letter by letter.
  await page.locator("[data-say]", { hasText: "Punteggi che cambiano" }).waitFor();
  // The first answer is kept back until the second one is there.
  const held = [];
  await page.route("**/bozza/riga", (route) => {
    if (held.length) return route.continue();
    held.push(route);
  });
  await page.keyboard.press("Control+A");
  await page.keyboard.type("10");
  while (!held.length) await page.waitForTimeout(50);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0");
  await page.waitForFunction((before) => document.querySelector("#outlook").textContent !== before, ninety);
  const none = await effect();
  await held[0].continue().catch(() => {});
  await page.waitForTimeout(800);
  assert.equal(await effect(), none);
  assert.equal(await page.inputValue("#field-peso"), "0");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-peso");
  await page.unroute("**/bozza/riga");
  // The button says the same of what stands there.
  await page.click("button[value=prova]");
  await page.getByText("Queste sono prove").waitFor();
  assert.equal(await effect(), none);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("without a connection nothing typed is lost, nobody is disturbed, and the button still works", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(site.base + row("TEMPI", "S2"));
  await page.route("**/bozza/riga", (route) => route.abort("internetdisconnected"));
  await page.focus("#field-peso");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("90");
  await page.getByText("non tiene conto delle ultime modifiche").waitFor();
  assert.equal(await page.inputValue("#field-peso"), "90");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-peso");
  assert.equal(await page.textContent("[data-say]"), "");
  await page.unroute("**/bozza/riga");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("9x");
  await page.locator("#outlook").getByText("Il peso è un numero da 0 a 100").first().waitFor();
  assert.ok(await page.locator("[data-unknown]").isHidden());
  await page.keyboard.press("Control+A");
  await page.keyboard.type("90");
  await page.locator("[data-say]", { hasText: "Punteggi che cambiano" }).waitFor();
  await isFine(page, "bozza-scrivendo");
  await page.click("button[value=prova]");
  await page.getByText("Queste sono prove").waitFor();
  // That there was no connection is said by the browser itself.
  assert.deepEqual(page.wrong.filter((wrong) => !/internet|INTERNET|htmx:error|bozza\/riga/.test(wrong)), []);
  await page.done();
});

test("an indicator moves to another objective by keyboard, and the effect is seen first", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(site.base + row("TEMPI", "S2"));
  await page.focus("#field-usato_da");
  await page.keyboard.press("ArrowUp");
  const to = await page.inputValue("#field-usato_da");
  assert.notEqual(to, "S2");
  await page.locator("#outlook").getByText("con quello che è scritto qui").waitFor();
  await page.locator("summary", { hasText: "Altri dati" }).press("Enter");
  await page.fill("#field-innovazione", "20");
  await isFine(page, "bozza-altri-dati");
  await page.locator("button[value=salva]").press("Enter");
  await page.getByText("Salvato nella bozza").waitFor();
  assert.equal(await page.inputValue("#field-usato_da"), to);
  await page.selectOption("#field-usato_da", "S2");
  await page.locator("summary", { hasText: "Altri dati" }).press("Enter");
  await page.fill("#field-innovazione", "");
  await page.locator("button[value=salva]").press("Enter");
  await page.waitForURL(/padre=S2/);
  await inBoth(page, row("S1", ""), "bozza-riga-obiettivo");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("a row is neutralised without scripts, and the page says first whom its weight goes to", async () => {
  const page = await visit(site, { as: account, javaScriptEnabled: false });
  await page.goto(site.base + row("PAGAMENTI", "S2"));
  const told = await page.textContent("section[aria-labelledby=neutralise]");
  assert.match(told, /TEMPI \(S2\).*50.*62,5.*QUOTA \(S2\).*30.*37,5/s);
  await page.fill("#act", "Giunta 65 del 25/07/2019");
  await page.click("button[value=neutralizza]");
  assert.match(await page.textContent("main"), /Neutralizzato nella bozza/);
  await page.goto(`${site.base}${revisions}/bozza`);
  assert.match(await page.textContent("section[aria-labelledby=changes]"), /neutralizzato/);
  await page.done();
  const seen = await visit(site, { as: account, bypassCSP: true });
  await inBoth(seen, `${revisions}/bozza`, "bozza");
  await inBoth(seen, row("PAGAMENTI", "S2"), "bozza-neutralizzata");
  await seen.done();
});

test("two people at the same row: the second is told who came first and loses nothing typed", async () => {
  const [first, second] = [await visit(site, { as: account }), await visit(site, { as: account, bypassCSP: true })];
  for (const page of [first, second]) await page.goto(site.base + row("EVENTI", "P1"));
  await first.fill("#field-target", ">= 610 N.");
  await first.click("button[value=salva]");
  await first.getByText("Salvato nella bozza").waitFor();
  await second.fill("#field-target", ">= 620 N.");
  await second.click("button[value=salva]");
  await second.getByText("ha cambiato la bozza").waitFor();
  assert.equal(await second.inputValue("#field-target"), ">= 620 N.");
  assert.match(await second.textContent("#there-target"), />= 610 N\./);
  await isFine(second, "bozza-secondo");
  await second.click("button[value=salva]");
  await second.getByText("Salvato nella bozza").waitFor();
  await first.done();
  await second.done();
});

test("the draft is adopted by an act with its document, and the register tells it to everybody", async () => {
  const page = await visit(site, { as: secretary, bypassCSP: true });
  await page.goto(`${site.base}${revisions}/bozza`);
  const file = join(tmpdir(), "delibera-65.pdf");
  writeFileSync(file, "%PDF-1.7\n% delibera\n");
  await page.fill("#organ", "Giunta");
  await page.fill("#number", "65");
  await page.fill("#date", "2019-07-25");
  await page.setInputFiles("#document", file);
  await page.getByRole("button", { name: "Adottare", exact: true }).click();
  await page.getByText("Giunta, atto n. 65").waitFor();
  await inBoth(page, revisions, "registro-variazioni");
  await page.done();
  const anybody = await visit(site, { bypassCSP: true });
  await anybody.goto(site.base + revisions);
  const told = await anybody.textContent("section[aria-labelledby=register]");
  assert.match(told, /Rolling di luglio/);
  assert.match(told, /neutralizzato/);
  assert.equal(await anybody.locator("a", { hasText: "Aprire la bozza" }).count(), 0);
  const [kept] = await Promise.all([
    anybody.waitForEvent("download"),
    anybody.getByRole("link", { name: /Il documento dell'atto/ }).click(),
  ]);
  assert.equal(readFileSync(await kept.path(), "utf8"), "%PDF-1.7\n% delibera\n");
  await inBoth(anybody, `${revisions}/confronto?da=1&a=2`, "confronto");
  assert.ok((await anybody.locator("del").count()) > 0 && (await anybody.locator("ins").count()) > 0);
  await inBoth(anybody, `${revisions}/al?giorno=2019-07-24`, "piano-al");
  assert.match(await anybody.textContent("main"), /revisione n\. 1/);
  await anybody.goto(`${site.base}${revisions}/al?giorno=2019-07-25`);
  assert.match(await anybody.textContent("main"), /revisione n\. 2/);
  // A file that is kept ends the request for a page.
  assert.deepEqual(anybody.wrong.filter((wrong) => !wrong.includes("/atti/2")), []);
  await anybody.done();
});
