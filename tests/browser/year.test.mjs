// A year with everybody in it, on both engines: the office fills in, the dirigente sends back and
// checks, the controller closes the round, the OIV proposes, a revision is adopted by an act, the
// register shows it, and the closed round has not moved. Not here: each page's looks.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open, visit } from "./site.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");
const plan = "/enti/c_anno/piani/2021";
const june = "2021-06-30";

const somebody = (id, name, role, office) => ({ id, name, grants: [[role, "c_anno", office]] });
const people = {
  administrator: { id: "ada", name: "Ada Amministra", grants: [["amministratore"]] },
  officeA: somebody("rita", "Rita Rileva", "rilevazione", "A"),
  officeB: somebody("bruno", "Bruno Rileva", "rilevazione", "B"),
  head: somebody("dora", "Dora Dirige", "dirigente", "A"),
  secretary: somebody("sara", "Sara Segretario", "segretario-generale"),
  controller: somebody("carla", "Carla Controlla", "controllo"),
  oiv: somebody("olga", "Olga Valuta", "oiv"),
  board: somebody("gino", "Gino Giunta", "giunta"),
  reader: somebody("lia", "Lia Legge", "lettore"),
};

for (const engine of ["sqlite", "postgres"]) {
  describe(`a year on ${engine}`, () => {
    let site;
    /** What the closed round was on the day on which it was closed. */
    const closed = {};
    before(async () => { site = await open(Object.values(people), ["tests/browser/plans/anno"], engine); });
    after(() => site?.close());

    const as = (person) => visit(site, { as: person });
    const go = (page, path) => page.goto(site.base + plan + path);
    const row = (page, code) => page.locator(`tr[data-row^="${code} "]`);
    const state = (page, code) => row(page, code).locator("[data-slot=state]");

    test("the office fills in what it owes, and nothing of another office", async () => {
      const page = await as(people.officeA);
      await go(page, `/da-compilare?al=${june}`);
      assert.equal(await row(page, "PAGAMENTI").count(), 0);
      await row(page, "IMPRESE").locator("[data-cell]").fill("150");
      await page.keyboard.press("Enter");
      await state(page, "IMPRESE").getByText("Salvato alle").waitFor();
      assert.match(await row(page, "IMPRESE").locator("[data-slot=score]").textContent(), /37,50/);
      await row(page, "IMPRESE").locator("[data-note]").fill("Due bandi rinviati");
      await row(page, "TEMPI").locator("[data-cell]").fill("8");
      await page.keyboard.press("Enter");
      await state(page, "TEMPI").getByText("Salvato alle").waitFor();
      // What the page would send for a row of another office is refused.
      const refused = await page.evaluate(async (june) => {
        const form = document.querySelector("form.tg-collection");
        const body = new URLSearchParams({
          gettone: form.elements.gettone.value, "0.indicatore": "PAGAMENTI", "0.verifica": june,
          "0.valore": "99", "0.chiave": "k1",
        });
        const saving = document.querySelector("[data-save]").dataset.save;
        const headers = { "content-type": "application/x-www-form-urlencoded", "x-riga": "1" };
        return (await fetch(saving, { method: "POST", headers, body })).status;
      }, june);
      assert.equal(refused, 403);
      await page.done();
      const other = await as(people.officeB);
      await go(other, `/da-compilare?al=${june}`);
      assert.equal(await row(other, "IMPRESE").count(), 0);
      await row(other, "PAGAMENTI").locator("[data-cell]").fill("95");
      await other.keyboard.press("Enter");
      await state(other, "PAGAMENTI").getByText("Salvato alle").waitFor();
      await other.done();
    });

    test("the dirigente sends back with a reason, the office corrects, and the dirigente checks", async () => {
      const head = await as(people.head);
      await go(head, `/da-verificare?al=${june}`);
      const choice = (code) => head.locator("tr", { hasText: code }).locator("input[name=scelto]");
      assert.equal(await head.locator("tr", { hasText: "PAGAMENTI" }).count(), 0);
      await choice("IMPRESE").check();
      await head.getByLabel("Commento, o motivo del rinvio").fill("manca il bando di maggio");
      await head.getByRole("button", { name: "Rimanda i dati scelti" }).click();
      await head.getByText("Un dato rimandato a chi lo rileva.").waitFor();

      const office = await as(people.officeA);
      await go(office, `/da-compilare?al=${june}`);
      await row(office, "IMPRESE").getByText("manca il bando di maggio").waitFor();
      await row(office, "IMPRESE").locator("[data-cell]").fill("160");
      await office.keyboard.press("Enter");
      await state(office, "IMPRESE").getByText("Salvato alle").waitFor();
      assert.match(await row(office, "IMPRESE").locator("[data-slot=score]").textContent(), /40,00/);
      await office.done();

      await go(head, `/da-verificare?al=${june}`);
      for (const code of ["IMPRESE", "TEMPI"]) await choice(code).check();
      await head.getByRole("button", { name: "Verifica i dati scelti" }).click();
      await head.getByText("2 dati verificati.").waitFor();
      await head.done();
      const secretary = await as(people.secretary);
      await go(secretary, `/da-verificare?al=${june}`);
      await secretary.locator("tr", { hasText: "PAGAMENTI" }).locator("input[name=scelto]").check();
      await secretary.getByRole("button", { name: "Verifica i dati scelti" }).click();
      await secretary.getByText("Un dato verificato.").waitFor();
      await secretary.done();
    });

    test("the controller closes the round, and the OIV reads it", async () => {
      const page = await as(people.controller);
      await go(page, `/verifiche/${june}`);
      await page.getByLabel("Ho controllato", { exact: false }).or(page.locator("#confirm")).first().check();
      await page.locator("form.tg-close button").click();
      await page.getByText("Il documento e la sua impronta").waitFor();
      await page.done();
      const oiv = await as(people.oiv);
      await go(oiv, `/verifiche/${june}`);
      closed.tree = await oiv.textContent(".tg-tree");
      assert.match(closed.tree, /Servizi alle imprese[\s\S]*70,00/);
      const record = await oiv.request.get(`${site.base}${plan}/verifiche/${june}/documento.txt`);
      assert.equal(record.status(), 200);
      closed.record = await record.text();
      await oiv.done();
    });

    test("of the closed round nothing is due any more, and its rows stand folded", async () => {
      const page = await as(people.officeA);
      await go(page, `/da-compilare?al=${june}`);
      await page.getByText("non c'è nulla da compilare").waitFor();
      const fold = page.locator("details.tg-fold");
      assert.equal(await row(page, "IMPRESE").isVisible(), false);
      await fold.locator("summary").first().click();
      await row(page, "IMPRESE").waitFor();
      assert.equal(await page.locator("[data-cell]:visible").count(), await fold.locator("[data-cell]").count());
      assert.deepEqual(page.wrong, []);
      await page.done();
    });

    test("the OIV observes and proposes, and nobody else writes there", async () => {
      const page = await as(people.oiv);
      await go(page, `/tavolo-oiv?al=${june}&mostra=tutto`);
      await page.click("#r-O1--IMPRESE >> text=Osserva");
      await page.fill("#osservato", "Metà delle imprese è stata assistita a distanza.");
      await page.fill("#criticita", "Bandi rinviati");
      await page.fill("#azione", "Rimodulare il target");
      await page.selectOption("#modifica", "lower");
      await page.fill("#proposta_target", ">= 320 N.");
      await page.fill("#proposta_motivo", "Bandi rinviati al 2022");
      await page.click(".tg-desk-form button");
      await page.waitForSelector("text=Salvato.");
      await page.done();
      const controller = await as(people.controller);
      await go(controller, `/tavolo-oiv?al=${june}&mostra=tutto`);
      assert.match(await controller.textContent("main"), /Bandi rinviati al 2022/);
      assert.equal(await controller.getByRole("link", { name: "Osserva" }).count(), 0);
      await controller.done();
      const head = await as(people.head);
      await go(head, "/indicatori/IMPRESE");
      assert.match(await head.textContent("main"), /ridurre il target: >= 320 N\.[\s\S]*Bandi rinviati al 2022[\s\S]*aperta/);
      await head.done();
      const reader = await as(people.reader);
      await go(reader, "/indicatori/IMPRESE");
      assert.equal(await reader.getByText("Bandi rinviati al 2022").count(), 0);
      await reader.done();
    });

    test("the controller makes a draft of the proposal with one click, and sees what it changes", async () => {
      const page = await as(people.controller);
      await go(page, `/tavolo-oiv?al=${june}&mostra=tutto`);
      await page.getByRole("button", { name: "Porta nella bozza" }).click();
      await page.waitForURL(/revisioni\/bozza/);
      await go(page, `/revisioni/bozza?al=${june}`);
      const changes = await page.textContent("main");
      assert.match(changes, />= 400 N\.[\s\S]*>= 320 N\./);
      assert.match(changes, /O1 Servizi alle imprese\s*70,00\s*75,00/);
      await page.done();
    });

    test("the Segretario generale adopts it by an act of the Giunta, and the register shows it to a reader", async () => {
      const page = await as(people.secretary);
      await go(page, "/revisioni/bozza");
      await page.getByLabel("Organo").fill("Giunta");
      await page.getByLabel("Numero").fill("48");
      await page.locator("#date").fill("2021-09-15");
      await page.setInputFiles("#document", { name: "delibera-48.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 prova") });
      await page.getByRole("button", { name: "Adottare" }).click();
      await page.waitForURL(/revisioni$/);
      await page.done();
      for (const person of [people.reader, people.board]) {
        const reader = await as(person);
        await go(reader, "/revisioni");
        const register = await reader.textContent("main");
        assert.match(register, /Giunta[\s\S]*48[\s\S]*15 settembre 2021/);
        assert.match(register, />= 400 N\.[\s\S]*>= 320 N\./);
        assert.equal(await reader.getByRole("button", { name: "Crea" }).count(), 0);
        await reader.done();
      }
    });

    test("the closed round has not moved by a digit, and says what today would make of it", async () => {
      const page = await as(people.controller);
      await go(page, `/verifiche/${june}`);
      assert.equal(await page.textContent(".tg-tree"), closed.tree);
      const record = await page.request.get(`${site.base}${plan}/verifiche/${june}/documento.txt`);
      assert.equal(await record.text(), closed.record);
      await go(page, `/verifiche/${june}/oggi`);
      assert.match(await page.textContent("main"), /70,00[\s\S]*75,00/);
      await go(page, `/nodi/O1?al=${june}`);
      assert.match(await page.textContent(".tg-head-figure"), /75,00/);
      await page.done();
    });

    test("the administrator finds every step in the trail, and it is whole", async () => {
      const page = await as(people.administrator);
      await page.goto(`${site.base}/registro`);
      const trail = await page.textContent("main");
      for (const person of ["rita", "dora", "carla", "olga", "sara"]) assert.ok(trail.includes(person), person);
      await page.done();
      const verified = spawnSync(program, ["verify", "--db", site.database], {
        encoding: "utf8",
        env: { ...process.env, TRAGUARDO_DATA: site.folder },
      });
      assert.equal(verified.status, 0, verified.stdout + verified.stderr);
    });
  });
}
