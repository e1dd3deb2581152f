// Who is late with what, the letters as they would be now, and the settings changed by keyboard.
// Not here: letters that arrive, see the tests of the command.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const year = new Date().getFullYear() - 1;
const address = `/enti/prova_solleciti/piani/${year}/solleciti`;
const of = (role, office) => [[role, "prova_solleciti", office].filter(Boolean)];
const carla = { id: "carla", name: "Carla Controllo", grants: of("controllo") };
const people = [
  carla,
  { id: "anna", name: "Anna Esempio", grants: of("rilevazione", "SEG"), mail: "anna@ente.example.it" },
  { id: "bruno", name: "Bruno Esempio", grants: of("rilevazione", "RAG") },
];

let folder, site;
before(async () => {
  // Last year's, so that on any day of this one something is late.
  folder = mkdtempSync(join(tmpdir(), "traguardo-plan-"));
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write("ente.toml", `ipa = "prova_solleciti"\nnome = "Ente di prova"\nanno = ${year}\n` +
    `livelli = ["area", "obiettivo"]\nverifiche = [{ data = "${year}-06-30", consegna = "${year}-07-15" }]\n`);
  write("piano.csv", "codice;padre;livello;titolo;peso;unita;verso;target;responsabile;rilevatore\n" +
    "A;;area;Area;100;;;;SEG;\n1;A;obiettivo;Sportello;100;;;;;\n" +
    "I1;1;indicatore;Partecipanti;50;N.;cresce;>= 10 N.;;\n" +
    "I2;1;indicatore;Giorni di pagamento;50;gg;cala;<= 5 gg;;RAG\n");
  write("rilevazioni.csv", "indicatore;data;valore\n");
  write("uffici.csv", "codice;nome;padre;tipo;responsabile\nSEG;Segreteria;;;\nRAG;Ragioneria;;;\n");
  site = await open(people, [folder]);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function isAccessible(page, name) {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`), [], name);
}

test("the page is accessible in both languages and as narrow as a phone", async () => {
  const page = await visit(site, { as: carla, bypassCSP: true });
  for (const query of ["", "?lang=en"]) {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.base + address + query);
      await page.locator("summary", { hasText: "Ente di prova" }).first().click();
      await isAccessible(page, `${query} at ${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} pixels`);
      if (!query) await page.screenshot({ path: join(screenshots, `solleciti-${width}.png`), fullPage: true });
    }
  }
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("it says who is late with what, and changes the settings by keyboard", async () => {
  const page = await visit(site, { as: carla });
  await page.goto(site.base + address);
  const main = page.locator("main");
  assert.match(await main.textContent(), /4 rilevazioni da compilare, 2 in ritardo/);
  const open = page.locator("table[aria-labelledby=open]");
  assert.match(await open.textContent(), /Giorni di pagamento[\s\S]*Ragioneria: Bruno Esempio/);
  assert.match(await open.textContent(), /Partecipanti[\s\S]*Segreteria: Anna Esempio/);
  assert.match(await page.locator("table[aria-labelledby=letters]").textContent(), /Manca l'indirizzo di posta/);
  await page.focus("#set-repeat_days");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("12");
  await page.focus("#set-quiet_weekends");
  await page.keyboard.press("Space");
  await page.focus("main button.btn-primary");
  await page.keyboard.press("Enter");
  await page.locator("[role=status]", { hasText: "Impostazioni salvate." }).waitFor();
  assert.equal(await page.inputValue("#set-repeat_days"), "12");
  assert.equal(await page.isChecked("#set-quiet_weekends"), false);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("an office sees the page and no form", async () => {
  const page = await visit(site, { as: people[1] });
  await page.goto(site.base + address);
  assert.equal(await page.locator("form.tg-settings").count(), 0);
  assert.match(await page.textContent("main"), /Giorni fra due lettere alla stessa persona/);
  await page.done();
});
