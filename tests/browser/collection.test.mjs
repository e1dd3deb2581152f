// Da compilare and Da verificare in a real browser: ten readings by keyboard alone, counted; two
// people and one cell; a lost connection and an ended session; a column pasted; without scripts; at
// 320 pixels; with axe. Not here: what is owed, and what the store refuses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { account, open, plan, screenshots, signIn, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");
const office = { id: "rita", name: "Rita Rileva", grants: [["rilevazione", "cciaa_mo"]] };
const second = { id: "rocco", name: "Rocco Rileva", grants: [["rilevazione", "cciaa_mo"]] };
const head = { id: "dora", name: "Dora Dirige", grants: [["dirigente", "cciaa_mo"]] };
const reader = { id: "lia", name: "Lia Legge", grants: [["lettore", "cciaa_mo"]] };
/** The year's end, at which nothing is recorded in the example. */
const year = "?al=2020-12-31";
const owing = `${plan}/da-compilare`;

let site;
before(async () => { site = await open([account, office, second, head, reader]); });
after(() => site.close());

async function isFine(page, name) {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} is ${wide} wide in a window of ${width}`);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), [], name);
}

async function fresh(person, options = {}) {
  const page = await visit(site, { bypassCSP: true, ...options });
  await signIn(site, page, person);
  return page;
}

const row = (page, code) => page.locator(`tr[data-row^="${code} "]`);
const saved = (page, code) => row(page, code).locator("[data-slot=state]", { hasText: "Salvato alle" }).waitFor();

/** The codes of the rows that wait for a number, in the order of the page. */
function waiting(page) {
  return page.$$eval("tr[data-state=due]", (rows) => rows.filter((r) => r.querySelector("input[data-cell]")).map((r) => r.dataset.row.split(" ")[0]));
}

test("ten readings are entered by keyboard alone, with one keystroke each besides the digits", async () => {
  const page = await fresh(office);
  await page.goto(site.base + owing + year);
  const codes = (await waiting(page)).slice(0, 10);
  assert.equal(codes.length, 10);
  await row(page, codes[0]).locator("[data-cell]").first().focus();
  let besides = 0;
  let digits = 0;
  for (const [at] of codes.entries()) {
    const figure = String(100 + at);
    await page.keyboard.type(figure);
    digits += figure.length;
    await page.keyboard.press("Enter");
    besides += 1;
  }
  for (const code of codes) await saved(page, code);
  assert.ok(besides <= 2 * codes.length, `${besides} keystrokes besides ${digits} digits`);
  // The score came at once, and it is the one that the page computes anew.
  const scores = await page.$$eval("[data-slot=score]", (all) => all.map((one) => one.textContent.trim()));
  await page.reload();
  const again = await page.$$eval("[data-slot=score]", (all) => all.map((one) => one.textContent.trim()));
  assert.deepEqual(again.filter(Boolean), scores.filter(Boolean));
  assert.ok(again.filter(Boolean).length >= 10);
  assert.deepEqual(page.wrong, []);
  await isFine(page, "da-compilare");
  await page.done();
});

test("a column of a spreadsheet is pasted down the rows, and a bad cell says why and is kept", async () => {
  const page = await fresh(office);
  await page.goto(site.base + owing + year);
  const codes = (await waiting(page)).slice(0, 3);
  await row(page, codes[0]).locator("[data-cell]").first().focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "12,5\nforse\n1.234\n");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await saved(page, codes[0]);
  await saved(page, codes[2]);
  await row(page, codes[1]).getByText("«forse» non è un numero").waitFor();
  assert.equal(await row(page, codes[1]).locator("[data-cell]").first().inputValue(), "forse");
  // After a reload what was not saved is offered again.
  await page.reload();
  await row(page, codes[1]).getByRole("button", { name: "Lascialo" }).click();
  await page.reload();
  assert.equal(await row(page, codes[1]).getByRole("button", { name: "Lascialo" }).count(), 0);
  await page.done();
});

test("who comes second to a cell is told who came first, and keeps what was typed", async () => {
  const [one, two] = [await fresh(office), await fresh(second)];
  for (const page of [one, two]) await page.goto(site.base + owing + year);
  const [code] = await waiting(one);
  const cell = (page) => row(page, code).locator("[data-cell]").first();
  await cell(one).fill("41");
  await one.keyboard.press("Enter");
  await saved(one, code);
  await cell(two).fill("42");
  await two.keyboard.press("Enter");
  await row(two, code).getByText("Rita Rileva (rita) ha salvato prima 41").waitFor();
  assert.equal(await cell(two).inputValue(), "42");
  await two.screenshot({ path: join(screenshots, "da-compilare-in-due.png") });
  await row(two, code).getByRole("button", { name: "Salva il mio" }).click();
  await saved(two, code);
  await one.reload();
  assert.equal(await cell(one).inputValue(), "42");
  await one.done();
  await two.done();
});

test("a lost connection and an ended session lose nothing that was typed", async () => {
  const page = await fresh(office);
  await page.goto(site.base + owing + year);
  const [code, other] = await waiting(page);
  const cell = (of) => row(page, of).locator("[data-cell]").first();
  await page.route("**/voce*", (route) => route.abort());
  await cell(code).fill("7");
  await page.keyboard.press("Enter");
  await row(page, code).getByText("il servizio non risponde").waitFor();
  // The tab is closed, and opened again.
  await page.unroute("**/voce*");
  await page.goto(site.base + owing + year);
  await row(page, code).getByRole("button", { name: "Riprendilo" }).click();
  await saved(page, code);
  // The session ends while somebody types, and begins anew in another window.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await cell(other).fill("8");
  await page.keyboard.press("Enter");
  await row(page, other).getByText("l'accesso è scaduto").waitFor();
  assert.equal(await cell(other).inputValue(), "8");
  await page.context().addCookies(cookies);
  await row(page, other).getByRole("button", { name: "Salva di nuovo" }).click();
  await saved(page, other);
  await page.done();
});

test("without scripts one form saves every row, and says what it could not", async () => {
  const page = await fresh(office, { javaScriptEnabled: false });
  await page.goto(site.base + owing + year);
  const codes = await waiting(page);
  const cell = (code) => row(page, code).locator("[data-cell]").first();
  await cell(codes[0]).fill("15");
  await cell(codes[1]).fill("quindici");
  await page.getByRole("button", { name: "Salva ciò che ho scritto" }).click();
  await page.getByText("Una riga salvata.").waitFor();
  await page.getByText("«quindici» non è un numero").waitFor();
  assert.equal(await cell(codes[1]).inputValue(), "quindici");
  assert.equal(await cell(codes[0]).inputValue(), "15");
  await isFineWithout(page, "da-compilare-senza-script");
  await page.done();
});

async function isFineWithout(page, name) {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

test("the dirigente sends back with a reason, and checks several at once", async () => {
  const page = await fresh(head);
  await page.goto(`${site.base}${plan}/da-verificare${year}`);
  await isFine(page, "da-verificare");
  const choices = page.locator("tr:not(:has(.tg-fault)) input[name=scelto]");
  await choices.first().check();
  await page.getByRole("button", { name: "Rimanda i dati scelti" }).click();
  await page.getByText("Per rimandare un dato occorre scrivere il motivo.").waitFor();
  assert.ok(await page.locator("input[name=scelto]:checked").count());
  await page.getByLabel("Commento, o motivo del rinvio").fill("manca il secondo bando");
  await page.getByRole("button", { name: "Rimanda i dati scelti" }).click();
  await page.getByText("Un dato rimandato a chi lo rileva.").waitFor();
  await page.getByText("manca il secondo bando").first().waitFor();
  for (const at of [0, 1]) await choices.nth(at).check();
  await page.getByRole("button", { name: "Verifica i dati scelti" }).click();
  await page.getByText("2 dati verificati.").waitFor();
  await isFine(page, "da-verificare-dopo");
  // Who records sees why, and owes it again.
  const rita = await fresh(office);
  await rita.goto(`${site.base}${owing}?al=2020-12-31`);
  await rita.getByText("manca il secondo bando").first().waitFor();
  await rita.done();
  await page.done();
});

test("the workbook of what is owed is filled in elsewhere, shown and saved", async () => {
  const page = await fresh(office);
  await page.goto(site.base + owing + year);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Scarica come foglio" }).click()]);
  assert.match(download.suggestedFilename(), /^da-compilare-cciaa_mo-2020-2020-12-31\.xlsx$/);
  const folder = mkdtempSync(join(tmpdir(), "traguardo-foglio-"));
  const file = join(folder, "foglio.xlsx");
  await download.saveAs(file);
  await page.getByRole("link", { name: "Carica il foglio" }).click();
  await page.setInputFiles("#file", file);
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByText("Nessun dato da salvare").waitFor();
  // Filled in elsewhere: as the folder of the same plan, with a figure for one row and a bad one.
  const [code, bad] = await waitingIn(page);
  const copy = join(folder, "piano");
  cpSync(join(repository, "examples/modena-2020"), copy, { recursive: true });
  writeFileSync(join(copy, "rilevazioni.csv"), `indicatore;data;valore\n${code};31/12/2020;77\n${bad};31/12/2020;circa\nPART-INT;31/03/2020;3\n`);
  const written = spawnSync(program, ["export", copy, "--xlsx", join(folder, "compilato.xlsx")], { encoding: "utf8" });
  assert.equal(written.status, 0, written.stderr);
  await page.goto(`${site.base}${owing}/foglio${year}`);
  await page.setInputFiles("#file", join(folder, "compilato.xlsx"));
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByText("Un dato da salvare").waitFor();
  await page.getByText("«PART-INT» al 31/03/2020 non è tra i dati").waitFor();
  await isFine(page, "da-compilare-foglio");
  await page.getByRole("button", { name: "Salva questi dati" }).click();
  await page.getByText("Una riga salvata.").waitFor();
  await page.goto(site.base + owing + year);
  assert.equal(await row(page, code).locator("[data-cell]").first().inputValue(), "77");
  rmSync(folder, { recursive: true, force: true });
  await page.done();
});

async function waitingIn(page) {
  await page.goto(site.base + owing + year);
  return waiting(page);
}

test("evidence is attached and downloaded, and what is not what it says is refused", async () => {
  const page = await fresh(office);
  await page.goto(`${site.base}${owing}?al=2020-06-30`);
  await page.locator("tr[data-row] a", { hasText: "Allega" }).first().click();
  await page.setInputFiles("#file", { name: "verbale.pdf", mimeType: "application/pdf", buffer: Buffer.from("non è un pdf") });
  await page.getByRole("button", { name: "Allega" }).click();
  await page.getByText("non è quello che il nome dice").waitFor();
  await page.setInputFiles("#file", { name: "verbale.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 prova") });
  await page.getByRole("button", { name: "Allega" }).click();
  await page.getByText("Prova allegata.").waitFor();
  await isFine(page, "prove");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "verbale.pdf" }).click()]);
  assert.equal(download.suggestedFilename(), "verbale.pdf");
  await page.done();
});

test("a reader owes nothing and sees no such page; nobody is asked to sign in", async () => {
  const page = await fresh(reader);
  const answer = await page.goto(`${site.base}${owing}`);
  assert.equal(answer.status(), 403);
  assert.equal(await page.getByRole("link", { name: "Da compilare" }).count(), 0);
  await page.done();
  const nobody = await visit(site);
  const refused = await nobody.goto(`${site.base}${owing}`);
  assert.ok([401, 403].includes(refused.status()), `${refused.status()}`);
  await nobody.done();
});

test("the pages are as fine in English", async () => {
  const page = await fresh(office);
  await page.goto(`${site.base}${owing}${year}&lang=en`);
  await page.getByRole("heading", { name: "To fill in" }).waitFor();
  await isFine(page, "da-compilare-en");
  await page.goto(`${site.base}${owing}/foglio${year}&lang=en`);
  await isFine(page, "da-compilare-foglio-en");
  await page.done();
  const dora = await fresh(head);
  await dora.goto(`${site.base}${plan}/da-verificare${year}&lang=en`);
  await dora.getByRole("heading", { name: "To check" }).waitFor();
  await isFine(dora, "da-verificare-en");
  await dora.done();
});
