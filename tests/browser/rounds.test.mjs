// A round closed by keyboard in a real browser, what came later beside it, and its story.
// Not here: what is refused, see the tests of the pages' crate.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, plan, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const june = `${plan}/verifiche/2020-06-30`;
const oiv = { id: "oiv", name: "OIV Esempio", grants: [["oiv", "cciaa_mo"]] };

let site;
before(async () => { site = await open([account, oiv]); });
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

test("the controller closes the round of June by keyboard, and it stays what it was", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(`${site.base}${plan}/verifiche`);
  await isFine(page, "verifiche");
  await page.goto(`${site.base}${plan}/verifiche?lang=en`);
  await isFine(page, "verifiche-en");
  await page.goto(site.base + june);
  await isFine(page, "verifica-da-chiudere");
  await page.focus("#reason");
  await page.keyboard.type("Le note arrivano a settembre");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Il documento e la sua impronta").waitFor();
  assert.match(await page.textContent(".tg-lead"), /Anna Esempio/);
  await isFine(page, "verifica-chiusa");
  await page.goto(`${site.base}${june}?lang=en`);
  await isFine(page, "verifica-chiusa-en");
  await page.goto(`${site.base}${june}/spiega/601`);
  await page.getByText("Com'era alla verifica del").waitFor();
  assert.match(await page.textContent("h1"), /57,44/);
  await isFine(page, "verifica-spiegata");
  await page.goto(`${site.base}${june}/oggi`);
  await page.getByText("sarebbero gli stessi").waitFor();
  await isFine(page, "verifica-oggi");
  await page.goto(`${site.base}${plan}/indicatori/PART-INT`);
  await page.getByRole("link", { name: "Storia: chi ha cambiato che cosa" }).click();
  await page.getByRole("columnheader", { name: "Prima e dopo" }).waitFor();
  await isFine(page, "storia");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the OIV reads the closed round and the register without scripts, and closes nothing", async () => {
  const page = await visit(site, { as: oiv, javaScriptEnabled: false });
  await page.goto(site.base + june);
  assert.match(await page.textContent("main"), /Il documento e la sua impronta/);
  await page.goto(`${site.base}${plan}/verifiche/2020-12-31`);
  assert.equal(await page.locator("form.tg-close").count(), 0);
  assert.match(await page.textContent("main"), /serve il ruolo di controllo di gestione/);
  await page.goto(`${site.base}${plan}/registro`);
  assert.match(await page.textContent("main"), /chiusura di una verifica/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Scarica il registro" }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^registro-cciaa_mo\.csv$/);
  await page.done();
  const seen = await visit(site, { as: oiv, bypassCSP: true });
  await seen.goto(`${site.base}${plan}/registro`);
  await isFine(seen, "registro");
  await seen.done();
});

test("whoever has not signed in is told to, and comes back", async () => {
  const page = await visit(site);
  const answer = await page.goto(site.base + june);
  assert.equal(answer.status(), 403);
  assert.match(await page.textContent("main"), /accedere/);
  await page.done();
});
