// The administrator adds a person, gives a role for an office and locks; a demonstration changes people.
// Not here: who may do what, see the test of rights of the pages' crate.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, openDemo, plan, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const administrator = { id: "capo", name: "Ada Esempio", grants: [["amministratore"]] };

let site;
before(async () => { site = await open([account, administrator]); });
after(() => site.close());

async function isFine(page, name) {
  await page.addScriptTag({ path: axe });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), [], `${name} ${width}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("the administrator adds a person, who signs in, is locked, and is out", async () => {
  const page = await visit(site, { as: administrator, bypassCSP: true });
  await page.getByRole("link", { name: "Gestisci gli utenti" }).click();
  await isFine(page, "utenti");
  await page.getByLabel("Nome con cui accede").fill("bruno");
  await page.getByLabel("Nome che gli altri vedono").fill("Bruno Esempio");
  await page.getByLabel("Ruolo").selectOption({ label: "unità di rilevazione" });
  await page.getByLabel("Dove vale").selectOption("c_prova");
  await page.getByLabel("Nuova password").fill("corta");
  await page.getByLabel("La stessa password").fill("corta");
  await page.getByRole("button", { name: "Aggiungi l'utente" }).click();
  await page.getByText("La password ha 5 caratteri").waitFor();
  assert.equal(await page.getByLabel("Nome che gli altri vedono").inputValue(), "Bruno Esempio");
  await page.getByLabel("Nuova password").fill(account.password);
  await page.getByLabel("La stessa password").fill(account.password);
  await page.getByRole("button", { name: "Aggiungi l'utente" }).click();
  await page.getByRole("status").getByText("Utente aggiunto").waitFor();
  await isFine(page, "utente");
  await page.getByLabel("Indirizzo di posta").fill("bruno@ente.example.it");
  await page.getByRole("button", { name: "Salva l'indirizzo" }).click();
  await page.getByRole("status").getByText("Indirizzo salvato").waitFor();
  assert.equal(await page.getByLabel("Indirizzo di posta").inputValue(), "bruno@ente.example.it");
  const other = await visit(site, { as: { id: "bruno" } });
  assert.match(await other.textContent("header"), /Bruno Esempio · unità di rilevazione/);
  await page.getByRole("button", { name: "Blocca" }).click();
  await page.getByRole("status").getByText("Utente bloccato").waitFor();
  await other.goto(site.base + "/");
  assert.doesNotMatch(await other.textContent("header"), /Bruno Esempio/);
  await other.done();
  await page.done();
});

test("one's own password is changed on one's own page", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  await page.goto(`${site.base}/accedi`);
  await isFine(page, "il-tuo-accesso");
  await page.getByLabel("Password di adesso").fill(account.password);
  await page.getByLabel("Nuova password").fill("quattro parole nuove qui");
  await page.getByLabel("La stessa password").fill("quattro parole nuove qui");
  await page.getByRole("button", { name: "Cambia la tua password" }).click();
  await page.getByRole("status").getByText("La tua password è cambiata").waitFor();
  assert.match(await page.textContent("header"), /Anna Esempio/);
  await page.done();
});

test("who may not is told why in a sentence, and comes back after signing in", async () => {
  const page = await visit(site, { bypassCSP: true });
  await page.goto(`${site.base}${plan}/carica`);
  await page.getByText("bisogna prima accedere.").waitFor();
  await isFine(page, "non-prima-di-accedere");
  await page.getByRole("link", { name: "Accedi e torna qui" }).click();
  await page.fill("#utente", administrator.id);
  await page.fill("#password", account.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site.base}${plan}/carica`);
  await page.getByText("serve il ruolo di controllo di gestione").waitFor();
  await isFine(page, "non-ti-spetta");
  await page.done();
});

test("in a demonstration one goes on as any role, without scripts too, and stays where one was", async () => {
  const demo = await openDemo();
  try {
    const page = await visit(demo, { bypassCSP: true });
    await page.goto(`${demo.base}${plan}/carica`);
    await page.getByText("Questa è una dimostrazione").waitFor();
    await isFine(page, "dimostrazione");
    await page.done();
    const plain = await visit(demo, { javaScriptEnabled: false });
    await plain.goto(`${demo.base}${plan}/carica`);
    const roles = await plain.getByLabel("Prosegui come").locator("option").allInnerTexts();
    for (const role of ["Tutti i ruoli", "amministratore", "controllo di gestione", "unità di rilevazione", "dirigente/PO",
      "segretario generale", "OIV", "giunta", "lettore"]) assert.ok(roles.includes(role), `${role} is not in ${roles}`);
    await plain.getByLabel("Prosegui come").selectOption({ label: "OIV" });
    await plain.getByRole("button", { name: "Prosegui" }).click();
    await plain.waitForURL(`${demo.base}${plan}/carica`);
    await plain.getByText("serve il ruolo di controllo di gestione").waitFor();
    await plain.getByLabel("Prosegui come").selectOption({ label: "controllo di gestione" });
    await plain.getByRole("button", { name: "Prosegui" }).click();
    await plain.getByRole("heading", { name: "Carica" }).first().waitFor();
    await plain.done();
  } finally {
    await demo.close();
  }
});
