// The rules read, tried and saved in a real browser, by keyboard and without scripts.
// Not here: what is refused, see the tests of the pages' crate.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, plan, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const form = `${plan}/revisioni/bozza/regole`;

let site;
before(async () => { site = await open(); });
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

test("everybody reads the rules, in both languages", async () => {
  const page = await visit(site, { bypassCSP: true });
  await page.goto(site.base + plan);
  await page.locator("footer").getByRole("link", { name: /SMVP/ }).click();
  await page.getByRole("heading", { name: "Le regole" }).waitFor();
  assert.match(await page.textContent("main"), /Nessun indicatore supera 100 punti/);
  assert.equal(await page.getByRole("heading", { name: "Cambiare le regole" }).count(), 0);
  await isFine(page, "regole");
  await page.goto(`${site.base}${plan}/regole?lang=en`);
  await isFine(page, "regole-en");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the controller tries rules by keyboard, sees what they change, and saves them", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(`${site.base}${plan}/regole`);
  await page.getByRole("button", { name: "Fare una bozza e aprire le regole" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${form}`);
  await isFine(page, "regole-bozza");
  await page.locator("input[name='nodo.mancante'][value='zero']").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Vedere che cosa cambia" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Niente è ancora salvato").waitFor();
  assert.match(await page.textContent(".tg-effects"), /Parti mancanti/);
  await isFine(page, "regole-prova");
  await page.fill("#indicatore-massimo", "cento");
  await page.getByRole("button", { name: "Salvare nella bozza" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("«cento» non va bene").waitFor();
  assert.ok(await page.isChecked("input[name='nodo.mancante'][value='escludi']"), "the rest is kept");
  await isFine(page, "regole-sbagliate");
  await page.fill("#indicatore-massimo", "100");
  await page.getByRole("button", { name: "Salvare nella bozza" }).press("Enter");
  await page.getByText("Le regole sono salvate nella bozza.").waitFor();
  await page.goto(`${site.base}${form}?lang=en`);
  await isFine(page, "regole-bozza-en");
  const wrong = page.wrong.filter((one) => !one.includes("422"));
  assert.deepEqual(wrong, []);
  await page.done();
});

test("what rules change is seen while one types them, without a button", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(site.base + form);
  const before = await page.textContent("#outlook");
  await page.focus("#indicatore-massimo");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("50");
  await page.waitForFunction((before) => document.querySelector("#outlook").textContent !== before, before);
  assert.match(await page.textContent("#outlook"), /Punteggio massimo/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "indicatore-massimo");
  await page.locator("[data-say]", { hasText: "cambia" }).waitFor();
  await isFine(page, "regole-scrivendo");
  await page.keyboard.type("x");
  await page.locator("#outlook").getByText("«50x» non va bene").waitFor();
  await page.fill("#indicatore-massimo", "100");
  await page.waitForFunction((before) => document.querySelector("#outlook").textContent === before, before);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("next year's plan is prepared by keyboard, and what to reconsider is said", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(`${site.base}${plan}/revisioni`);
  await page.getByRole("link", { name: "Preparare il piano 2021" }).click();
  await page.getByRole("heading", { name: "Da riconsiderare" }).waitFor();
  await isFine(page, "anno-nuovo");
  await page.goto(`${site.base}${plan}/anno-nuovo?lang=en`);
  await isFine(page, "anno-nuovo-en");
  await page.goto(`${site.base}${plan}/anno-nuovo`);
  await page.getByRole("button", { name: "Preparare la bozza del piano 2021" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Questa è la bozza del piano 2021").waitFor();
  await isFine(page, "prima-bozza");
  await page.getByRole("link", { name: "Che cosa riconsiderare" }).click();
  await page.getByText("ancora come copiata").first().waitFor();
  await isFine(page, "anno-nuovo-in-bozza");
  await page.goto(`${site.base}/`);
  await page.getByRole("heading", { name: "Piani in bozza" }).waitFor();
  await isFine(page, "piani-in-bozza");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the same works without scripts, and the draft says which rules it changes", async () => {
  const page = await visit(site, { as: account, javaScriptEnabled: false });
  await page.goto(site.base + form);
  await page.fill("#fasce-1-da", "95");
  await page.getByRole("button", { name: "Salvare nella bozza" }).click();
  assert.match(await page.textContent("main"), /Le regole sono salvate nella bozza/);
  await page.getByRole("link", { name: "Torna alla bozza" }).click();
  assert.match(await page.textContent("main"), /fasce\s*prima\s*90 raggiunto/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});
