// A table is pasted, one cell is mended, and the plan is there: with scripts and without, accessible, narrow.
// Not here: what is understood of a table, see the tests of traguardo-files.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { account, open, screenshots, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const table = [
  "Piano della performance",
  "",
  "Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\tAssegnatari",
  "1. SERVIZI\t60\t1.1 Sportello\t70\tTempo di attesa\t<= 10 min\tURP",
  "\t\t1.2 Protocollo\t30\tDocumenti protocollati\t95%\tURP",
  "2. BILANCIO\t40\t2.1 Pagamenti\t100\tRelazione\tEntro il 34.04.2021\tRagioneria",
  "30.04.2021\tRagioneria\t2.2 Inventario",
  "Aggiornato con deliberazione della Giunta n. 5 del 1 giugno 2021",
].join("\n");

let site;
before(async () => { site = await open(); });
after(() => site.close());

/** Pastes into the text as a person does, with the HTML of the clipboard beside the plain text. */
async function paste(page, text, html = "") {
  await page.getByLabel("Incolla qui").focus();
  await page.evaluate(([text, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html) clipboardData.setData("text/html", html);
    const area = document.activeElement;
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, [text, html]);
}

test("pasted, mended, saved: the plan is there, and every state is accessible and narrow", async () => {
  const page = await visit(site, { as: account, bypassCSP: true });
  const look = async (name) => {
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
  };
  await page.goto(`${site.base}/`);
  await page.getByRole("link", { name: "Incolla la tabella di un piano" }).click();
  await look("importa");
  await paste(page, table);
  await page.getByRole("button", { name: "Mostra l'anteprima" }).click();
  await page.getByRole("heading", { name: "Che cosa è stato capito" }).waitFor();
  await look("importa-anteprima");
  await page.locator("[name='v.5']").selectOption("cresce");
  await page.locator("[name='m.6.5']").fill("entro il 30.04.2021");
  await page.getByRole("button", { name: "Salva il piano" }).click();
  await page.getByText("Serve il codice IPA").waitFor();
  assert.equal(await page.locator("[name='m.6.5']").inputValue(), "entro il 30.04.2021");
  await page.getByLabel("Codice IPA dell'ente").fill("prova_incolla");
  await page.getByRole("button", { name: "Salva il piano" }).click();
  await page.waitForURL(/enti\/prova_incolla\/piani\/2021$/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the HTML of the clipboard keeps merged cells, and whoever then writes means the text", async () => {
  const page = await visit(site, { as: account });
  const html = "<table><tr><td>Obiettivo</td><td>Indicatore</td><td>Target</td></tr>"
    + "<tr><td>1.1 Web</td><td>Accessi</td><td rowspan=2>&gt;= 10</td></tr><tr><td></td><td>Visite</td></tr></table>";
  await page.goto(`${site.base}/importa`);
  await paste(page, "Obiettivo Indicatore Target", html);
  await page.getByText("con le sue celle unite").waitFor();
  await page.getByRole("button", { name: "Mostra l'anteprima" }).click();
  assert.equal(await page.getByRole("cell", { name: ">= 10" }).count(), 2);
  await page.goto(`${site.base}/importa`);
  await paste(page, "x", html);
  await page.getByLabel("Incolla qui").fill("Obiettivo\tTarget\n1.1 Altro\t>= 3");
  assert.equal(await page.locator("#html").inputValue(), "");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("with scripts off a table is pasted, shown and saved as well", async () => {
  const page = await visit(site, { as: account, javaScriptEnabled: false });
  await page.goto(`${site.base}/importa`);
  await page.getByLabel("Incolla qui").fill(table);
  await page.getByLabel("Codice IPA dell'ente").fill("prova_senza");
  await page.getByRole("button", { name: "Mostra l'anteprima" }).click();
  await page.getByRole("button", { name: "Salva il piano" }).click();
  await page.waitForURL(/enti\/prova_senza\/piani\/2021$/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});
