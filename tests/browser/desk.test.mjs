// The OIV's desk in a browser: observing, proposing, drawing, noting, the minutes on paper.
// Not here: who may what, see the tests of traguardo-web.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, plan, screenshots, signIn, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const oiv = { id: "oiv", name: "OIV Esempio", grants: [["oiv", "cciaa_mo"]] };
const pages = {
  tavolo: `${plan}/tavolo-oiv`,
  "tavolo-ramo": `${plan}/tavolo-oiv?ramo=301&mostra=tutto`,
  "tavolo-modulo": `${plan}/tavolo-oiv?ramo=301&apri=301&indicatore=PART-INT`,
  "tavolo-modulo-obiettivo": `${plan}/tavolo-oiv?apri=601`,
  "tavolo-senza-righe": `${plan}/tavolo-oiv?contesto=nuove`,
  "tavolo-contesti": `${plan}/tavolo-oiv/contesti`,
  "tavolo-campione": `${plan}/tavolo-oiv/campione`,
  "tavolo-carta": null,
  "tavolo-individuali": `${plan}/tavolo-oiv/obiettivi-individuali?apri=0`,
  "tavolo-consultazioni": `${plan}/tavolo-oiv/consultazioni`,
  verbale: `${plan}/verbale`,
};

let site;
before(async () => { site = await open([account, oiv]); });
after(() => site.close());

test("the OIV observes, is told what is wrong, proposes, draws and notes, by what the pages offer", async () => {
  const page = await visit(site);
  await signIn(site, page, oiv);
  await page.goto(site.base + plan);
  await page.click("nav >> text=Tavolo OIV");
  await page.selectOption("#filter-ramo", "301");
  await page.click(".tg-filters button");
  await page.click("#r-301--PART-INT >> text=Osserva");
  await page.getByLabel("Arresto delle attività economiche").check();
  await page.fill("#osservato", "Le iniziative in presenza sono ferme da marzo.");
  await page.fill("#criticita", "Convegni vietati");
  await page.fill("#azione", "Rimodulare il target");
  await page.selectOption("#modifica", "lower");
  await page.fill("#proposta_target", "circa 200");
  await page.fill("#proposta_motivo", "Arresto delle attività");
  await page.click(".tg-desk-form button");
  assert.match(await page.textContent("[role=alert]"), /non si legge con certezza/);
  assert.equal(await page.inputValue("#criticita"), "Convegni vietati");
  // A browser says on its own of an answer with a status that it is one.
  assert.deepEqual(page.wrong.filter((what) => !what.includes("422")), []);
  await page.fill("#proposta_target", ">= 200 N.");
  await page.click(".tg-desk-form button");
  await page.waitForSelector("text=Salvato.");
  const row = await page.textContent("#r-301--PART-INT");
  assert.match(row, /Arresto delle attività economiche/);
  assert.match(row, /Convegni vietati/);
  assert.match(await page.textContent("[aria-labelledby=proposals] tbody"), />= 200 N\..*Arresto delle attività.*aperta/s);
  await page.click("#r-301 >> text=Osserva");
  await page.fill("#valutazione", "70");
  await page.fill("#motivo_valutazione", "Il contesto non dipende dall'ente: il risultato è condizionato dalla sospensione degli eventi in presenza");
  await page.click(".tg-desk-form button");
  await page.waitForSelector("text=Salvato.");
  assert.match(await page.textContent("#r-301"), /62,96[\s\S]*70,00/);

  await page.click("text=Campione da verificare");
  await page.fill("#quante", "5");
  await page.fill("#seme", "2020");
  await page.click(".tg-desk-form button");
  assert.equal(await page.locator("tbody tr").count(), 5);
  await page.click("tbody th a >> nth=0");
  pages["tavolo-carta"] = new URL(page.url()).pathname;
  await page.fill("#guardato", "Bilancio d'esercizio");
  await page.fill("#trovato", "Come registrato");
  await page.getByLabel("Confermata").check();
  await page.click(".tg-desk-form button");
  assert.match(await page.textContent("tbody tr >> nth=0"), /confermata/);

  await page.goto(`${site.base}${plan}/tavolo-oiv/obiettivi-individuali`);
  await page.click("text=Aggiungi un obiettivo");
  await page.fill("#incarico", "Dirigente area 1");
  await page.fill("#obiettivo", "Regolamento OCRI");
  await page.fill("#peso", "30");
  await page.fill("#criticita", "Termine prorogato");
  await page.click(".tg-desk-form button");
  await page.click("text=Chi ha consultato gli obiettivi individuali");
  assert.match(await page.textContent("tbody"), /OIV Esempio[\s\S]*Dirigente area 1 \(1\)/);

  await page.goto(`${site.base}${plan}/verbale`);
  await page.fill("#premessa", "Visti gli atti.\n\nSecondo capoverso.");
  await page.fill("#ricevuto", "21/07/2020");
  await page.selectOption("#firme", "3");
  await page.click(".tg-desk-form button");
  const minutes = await page.textContent("main");
  for (const said of ["21 luglio 2020", "Secondo capoverso.", "Il contesto non dipende dall'ente", "Convegni vietati", "Regolamento OCRI"]) {
    assert.ok(minutes.includes(said), said);
  }
  assert.equal(await page.locator(".tg-signatures li").count(), 3);
  await page.done();
});

test("each page of the desk is without a fault, as wide as the window and accessible in both languages", async () => {
  const page = await visit(site, { bypassCSP: true });
  await signIn(site, page, oiv);
  for (const query of ["", "lang=en"]) {
    for (const [name, address] of Object.entries(pages)) {
      page.wrong.length = 0;
      await page.setViewportSize({ width: 1280, height: 900 });
      const answer = await page.goto(`${site.base}${address}${query && (address.includes("?") ? "&" : "?") + query}`);
      assert.equal(answer.status(), 200, name);
      assert.equal(await page.locator("h1").count(), 1, name);
      assert.deepEqual(page.wrong, [], name);
      await page.addScriptTag({ path: axe });
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
        if (width !== 768) {
          const { violations } = await page.evaluate(() => globalThis.axe.run(document));
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`), [], `${name} at ${width}`);
        }
        if (!query) await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
      }
    }
  }
  await page.done();
});

test("on paper the minutes have what is to be signed, and no menu, form or button", async () => {
  const page = await visit(site);
  await signIn(site, page, oiv);
  await page.emulateMedia({ media: "print" });
  await page.goto(site.base + pages.verbale);
  for (const hidden of [".tg-nav", ".tg-not-printed", "main button"]) {
    for (const one of await page.locator(hidden).all()) assert.equal(await one.isVisible(), false, hidden);
  }
  assert.ok(await page.locator(".tg-signatures li").first().isVisible());
  assert.ok(await page.locator(".tg-annex table").isVisible());
  // The annex has a page of its own, the other way round.
  await page.setViewportSize({ width: 1000, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 1000, `${wide} wide on paper`);
  await page.setViewportSize({ width: 700, height: 900 });
  const narrow = await page.evaluate(() => {
    document.querySelector(".tg-annex").hidden = true;
    const wide = document.documentElement.scrollWidth;
    document.querySelector(".tg-annex").hidden = false;
    return wide;
  });
  assert.ok(narrow <= 700, `${narrow} wide on paper without the annex`);
  await page.pdf({ path: join(screenshots, "verbale-carta.pdf"), format: "A4", preferCSSPageSize: true });
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.screenshot({ path: join(screenshots, "verbale-carta.png"), fullPage: true });
  await page.done();
});

test("the desk works without JavaScript", async () => {
  const page = await visit(site, { javaScriptEnabled: false });
  await signIn(site, page, oiv);
  await page.goto(`${site.base}${plan}/tavolo-oiv?apri=402`);
  await page.fill("#osservato", "Scuole chiuse");
  await page.click(".tg-desk-form button");
  assert.match(await page.textContent("#r-402"), /Scuole chiuse/);
  await page.done();
});

test("whoever is not the OIV sees what it wrote and no form; whoever has not signed in sees nothing of it", async () => {
  const page = await visit(site);
  await signIn(site, page, account);
  await page.goto(`${site.base}${plan}/tavolo-oiv?ramo=301&apri=301`);
  assert.equal(await page.locator("main form.tg-desk-form").count(), 0);
  assert.match(await page.textContent("main"), /Convegni vietati/);
  await page.goto(`${site.base}${plan}/verbale`);
  assert.doesNotMatch(await page.textContent("main"), /Regolamento OCRI/);
  await page.done();
  assert.equal((await fetch(`${site.base}${plan}/tavolo-oiv`)).status, 403);
});

test("whoever keeps the plan carries a proposal into the draft with one click, by keyboard, or declines it", async () => {
  const page = await visit(site, { bypassCSP: true });
  await signIn(site, page, account);
  await page.goto(`${site.base}${plan}/tavolo-oiv`);
  const proposals = page.locator("section[aria-labelledby=proposals] tbody");
  await proposals.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.locator(".tg-decide textarea").waitFor({ state: "visible" });
  await page.addScriptTag({ path: axe });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} wide in a window of ${width}`);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`), []);
    await page.locator("section[aria-labelledby=proposals]").screenshot({ path: join(screenshots, `tavolo-proposte-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await proposals.getByRole("button", { name: /^Porta nella bozza/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/revisioni\/bozza\/riga/);
  assert.equal(await page.inputValue("#field-target"), ">= 200 N.");
  assert.match(await page.textContent("[role=note]"), /Proposta dell'OIV n. 1: ridurre il target.*Arresto delle attività/);
  await page.screenshot({ path: join(screenshots, "tavolo-proposta-nella-bozza.png"), fullPage: true });
  await page.goto(`${site.base}${plan}/tavolo-oiv`);
  assert.match(await proposals.textContent(), /nella bozza della revisione 2/);
  await page.click("text=Aprire la bozza");
  await page.click("text=Abbandonare la bozza");
  await page.goto(`${site.base}${plan}/tavolo-oiv`);
  await proposals.locator("summary").click();
  await page.fill(".tg-decide textarea", "Il target è già stato rivisto");
  await page.getByRole("button", { name: "Non accogliere", exact: true }).click();
  assert.match(await proposals.textContent(), /non accolta: Il target è già stato rivisto/);
  assert.equal(await page.locator(".tg-decide").count(), 0);
  await page.done();
});
