// The views of a plan and the reading of targets, as people use them: by keyboard, on a phone,
// with scripts off, and an answer that makes a score appear.
// Not here: whether each page is accessible, see pages.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { account, open, visit, years } from "./site.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());

test("by keyboard alone: a phrase is read while one types, a proposal fills the field", async () => {
  const page = await visit(site);
  await page.goto(`${site.base}/target?anno=2026`);
  for (let presses = 0; (await focused(page)) !== "frase"; presses += 1) {
    assert.ok(presses < 20, "the keyboard does not get to the field");
    await page.keyboard.press("Tab");
  }
  const reading = page.locator("#reading");
  await page.keyboard.type(">= 600 N.");
  await reading.getByText("Forma normale:").waitFor();
  await reading.getByText("100 × 480 / 600 = 80,00").waitFor();
  assert.equal(await focused(page), "frase", "the field keeps the focus");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("entro il 34.04.2026");
  await reading.getByText("un giorno che non esiste").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("28 gg");
  await reading.getByText("Da chiarire").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "verso");
  // Letters choose among the options of a list: «meglio se cala» is the second of its name.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await reading.getByText("Letto").waitFor();
  // Enter reads again and leaves the page where it is.
  await page.locator("#frase").focus();
  await page.keyboard.press("Enter");
  await reading.getByText("Letto").waitFor();
  assert.equal(await focused(page), "frase");
  const sample = page.locator("a[data-phrase]").last();
  await sample.focus();
  await page.keyboard.press("Enter");
  await reading.getByText("un giorno che non esiste").waitFor();
  assert.equal(await page.locator("#frase").inputValue(), "entro il 34.04.2026");
  assert.equal(await focused(page), "frase");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("with scripts off: a phrase is read by a plain form, and a proposal is a link", async () => {
  const page = await visit(site, { javaScriptEnabled: false });
  await page.goto(`${site.base}/target`);
  await page.locator("#frase").fill("fra 3 e 5");
  await page.getByRole("button", { name: "Leggi" }).click();
  await page.waitForURL(/frase=fra/);
  await page.getByText("Forma normale:").waitFor();
  await page.locator("a[data-phrase]", { hasText: "entro il 31/12/2026" }).click();
  await page.getByText("fatto il 31/12/2026").waitFor();
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("a question is answered by keyboard and its score appears", async () => {
  const page = await visit(site, { as: account });
  await page.goto(`${site.base}${years}`);
  await page.getByRole("link", { name: "Rispondi alle domande" }).click();
  const card = page.locator(".tg-question", { hasText: "circa 90 %" });
  await card.getByLabel("Il significato, in una frase che si legge").focus();
  await page.keyboard.type("parecchie");
  await card.getByText("non si legge ancora con certezza").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(">= 90 %");
  await card.getByText("si legge:").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Risposta salvata").waitFor();
  await page.getByRole("status").getByRole("link", { name: /93,89/ }).click();
  const drawer = page.locator("dialog[open]");
  await drawer.getByText("da Anna Esempio (anna): significa «>= 90 %»").waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("with scripts off: an answer that is not understood comes back with what was typed", async () => {
  const page = await visit(site, { as: account, javaScriptEnabled: false });
  await page.goto(`${site.base}${years}/domande`);
  const card = page.locator(".tg-question", { hasText: "entro il 34.04.2019" });
  await card.getByLabel("Il significato, in una frase che si legge").fill("presto");
  await card.getByRole("button", { name: "Salva la risposta" }).click();
  await card.getByText("«presto» non si legge ancora con certezza").waitFor();
  assert.equal(await card.getByLabel("Il significato, in una frase che si legge").inputValue(), "presto");
  await card.getByLabel("Il significato, in una frase che si legge").fill("entro il 30.04.2019");
  await card.getByRole("button", { name: "Salva la risposta" }).click();
  await page.getByText("Risposta salvata").waitFor();
  // The browser says that the form was not understood at first, and nothing else is wrong.
  assert.deepEqual(page.wrong.filter((what) => !what.includes("422")), []);
  await page.done();
});

test("at 320 pixels the years of an indicator are a card, and what is filtered stays filtered", async () => {
  const page = await visit(site, { viewport: { width: 320, height: 700 } });
  await page.goto(`${site.base}${years}/quadro-pluriennale`);
  const row = page.locator("tr", { hasText: "Partecipanti agli eventi" });
  const cells = await row.locator("td:not(.empty)").evaluateAll((all) =>
    all.map((cell) => ({ label: cell.dataset.label, left: cell.getBoundingClientRect().left, right: cell.getBoundingClientRect().right })));
  assert.deepEqual(cells.map((cell) => cell.label), ["2016", "2017", "2018", "2019", "2020", "Variazione e atto"]);
  for (const cell of cells) assert.ok(cell.left >= 0 && cell.right <= 320, `${cell.label} is cut off`);
  await page.getByLabel("Variazioni").selectOption("eliminato");
  await page.getByRole("button", { name: "Filtra" }).click();
  await page.waitForURL(/stato=eliminato/);
  assert.equal(await page.locator("tr.tg-out").count(), 1);
  await page.locator(".tg-date summary").click();
  await page.getByRole("link", { name: "31 dicembre 2019" }).click();
  await page.waitForURL(/al=2019-12-31.*stato=eliminato/);
  await page.getByRole("link", { name: "Togli i filtri" }).click();
  assert.ok((await page.locator("tr").count()) > 8);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the list that one sees is the one that is downloaded", async () => {
  const page = await visit(site);
  await page.goto(`${site.base}${years}/elenchi?pira=si`);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Scarica come CSV" }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "c_prova-2019-elenco.csv");
  const answer = await fetch(`${site.base}${years}/elenchi/csv?pira=si`);
  const rows = (await answer.text()).trim().split("\r\n");
  assert.equal(rows.length - 1, 3);
  await page.done();
});
