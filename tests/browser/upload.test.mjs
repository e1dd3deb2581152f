// The workbook in a real browser, without scripts too: downloaded, changed, shown, saved.
// Not here: what is refused, see the tests of the pages' crate.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { account, open, plan, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");

let site;
let folder;
before(async () => {
  site = await open();
  folder = mkdtempSync(join(tmpdir(), "traguardo-foglio-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.close();
});

/** The example with another title and another weight, as a workbook. */
function changed() {
  const copy = join(folder, "piano");
  cpSync(join(repository, "examples/modena-2020"), copy, { recursive: true });
  const rows = readFileSync(join(copy, "piano.csv"), "utf8").split("\n");
  const at = rows.findIndex((row) => row.startsWith("601;"));
  rows[at] = rows[at].split(";").map((cell, column) => (column === 3 ? `${cell} (rivisto)` : cell)).join(";");
  writeFileSync(join(copy, "piano.csv"), rows.join("\n"));
  const file = join(folder, "piano.xlsx");
  const written = spawnSync(program, ["export", copy, "--xlsx", file], { encoding: "utf8" });
  assert.equal(written.status, 0, written.stderr);
  return file;
}

async function isFine(page, name) {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
  }
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), [], name);
}

test("what is downloaded comes back without a difference, and what is changed is shown and saved", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(site.base + plan);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Scarica il foglio di calcolo" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^cciaa_mo-2020-\d{4}-\d\d-\d\d\.xlsx$/);
  const same = join(folder, "stesso.xlsx");
  await download.saveAs(same);
  await page.goto(`${site.base}${plan}/carica`);
  await page.setInputFiles("#file", same);
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByText("Nessuna differenza.").waitFor();
  await page.setInputFiles("#file", changed());
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByText("Nodo 601").waitFor();
  assert.match(await page.textContent(".tg-difference"), /(da «|rivisto)/);
  await isFine(page, "carica-differenze");
  await page.getByRole("button", { name: "Salva" }).click();
  await page.getByText("Salvato.").waitFor();
  await isFine(page, "carica-salvato");
  await page.goto(`${site.base}${plan}/nodi/601`);
  assert.match(await page.textContent("h1"), /rivisto/);
  // A browser says of a link to a file, once it has the file, that the page was not loaded.
  assert.deepEqual(page.wrong.filter((what) => !what.endsWith("/foglio.xlsx")), []);
  await page.done();
});

test("without scripts a file that is no workbook is refused with a sentence", async () => {
  const page = await visit(site, { as: account, javaScriptEnabled: false });
  await page.goto(`${site.base}${plan}/carica`);
  const junk = join(folder, "appunti.xlsx");
  writeFileSync(junk, "non è un foglio");
  await page.setInputFiles("#file", junk);
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByText("Da questo file non si può leggere un piano").waitFor();
  await page.done();
});
