// Modena's monitoring of June 2020 through the pages alone: readings in by workbook, tables out.
// Not here: the same figures without a browser, see crates/traguardo-files/tests/modena.rs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { account, open, plan, screenshots, visit } from "./site.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");
const example = join(repository, "examples/modena-2020");
const oiv = { id: "oiv", name: "OIV Esempio", grants: [["oiv", "cciaa_mo"]] };
const tags = ["arresto", "nuove", "conferma", "efficienza", "sottostimato"];

/** Figures of the source that do not follow from what it prints beside them, and what follows. */
const different = {
  "1": ["73,43", "71,43"],
  "701.C2.1 · C2.4_01": ["64,13", "64,10"],
  "701.C2.1": ["44,67", "44,66"],
  701: ["81,01", "81,00"],
};

/** What the document observes of strategic objectives: the tags of each. */
const strategic = {
  301: ["arresto", "nuove"], 401: ["arresto", "nuove"], 402: ["arresto", "nuove"], 601: ["arresto", "nuove"],
  600: ["conferma"], 700: ["conferma"], 701: ["efficienza"], 801: ["efficienza"], 802: ["efficienza"],
};

const lines = (path, by) => readFileSync(path, "utf8").trim().split("\n").map((line) => line.split(by));
const rows = lines(join(example, "piano.csv"), ";");
const column = Object.fromEntries(rows[0].map((name, at) => [name, at]));
const printed = rows.slice(1).map((row) => (name) => row[column[name]] ?? "");
const observations = lines(join(repository, "tests/browser/plans/modena-osservazioni.tsv"), "\t")
  .map(([node, indicator, marks]) => ({ node, indicator, marks: (marks ?? "").split(" ").filter(Boolean) }));

let site;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "traguardo-modena-"));
  const empty = join(folder, "piano");
  cpSync(example, empty, { recursive: true });
  const [head] = readFileSync(join(example, "rilevazioni.csv"), "utf8").split("\n");
  writeFileSync(join(empty, "rilevazioni.csv"), `${head}\n`);
  site = await open([account, oiv], [], "sqlite", [empty]);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.close();
});

/** The rows of a table of a page, each as its cells read. */
const table = (page, selector) =>
  page.$$eval(`${selector} tbody tr`, (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));

/** The annex of the minutes: what each row is called, and its score. */
async function annex(page) {
  const found = {};
  const last = [];
  for (const row of await page.$$eval(".tg-annex tbody tr", (rows) => rows.map((row) => ({
    code: row.querySelector(".minor")?.textContent ?? "",
    group: row.dataset.group ?? "",
    weight: row.cells[1].innerText.trim(),
    score: row.cells[4].innerText.trim(),
  })))) {
    const code = row.code.includes(" · obiettivo") || row.code.includes(" · ambito") ? row.code.split(" · ")[0] : row.code;
    found[row.group ? `${code} ${row.group}` : code] = row;
    last.push(code);
  }
  return found;
}

test("the plan without readings has no figure, and the readings come in by the page of the workbook", async () => {
  const page = await visit(site, { as: account });
  await page.goto(`${site.base}${plan}/verbale?al=2020-06-30`);
  const before = await table(page, ".tg-strategic");
  assert.equal(before.length, 10);
  assert.deepEqual(before.filter((row) => /\d/.test(row[2])), [], "a figure without a reading");
  const file = join(folder, "rilevazioni.xlsx");
  const written = spawnSync(program, ["export", example, "--xlsx", file], { encoding: "utf8" });
  assert.equal(written.status, 0, written.stderr);
  await page.goto(`${site.base}${plan}/carica`);
  await page.setInputFiles("#file", file);
  await page.getByRole("button", { name: "Mostra che cosa cambia" }).click();
  await page.getByRole("button", { name: "Salva" }).click();
  await page.getByText("Salvato.").waitFor();
  await page.done();
});

test("the strategic table and the table of the annex print every figure of the document, but the four declared", async () => {
  const page = await visit(site, { as: oiv });
  await page.goto(`${site.base}${plan}/verbale`);
  const expected = printed.filter((row) => row("livello") === "obiettivo strategico");
  const shown = await table(page, ".tg-strategic");
  assert.deepEqual(
    shown.map((row) => [row[1].split(" - ")[0], row[2].split(/[ %]/)[0], row[5].replace("%", "")]),
    expected.map((row) => [row("codice"), different[row("codice")]?.[1] ?? row("stampato"), row("peso")]),
  );
  const found = await annex(page);
  const told = {};
  let count = 0;
  const compare = (name, figure) => {
    if (!figure) return;
    count += 1;
    assert.ok(found[name], `${name} is not there`);
    if (found[name].score !== figure) told[name] = [figure, found[name].score];
  };
  for (const row of printed) {
    const code = row("livello") === "indicatore" ? `${row("padre")} · ${row("codice")}` : row("codice");
    compare(code, row("stampato"));
    compare(`${code} indicatori`, row("stampato_indicatori"));
    compare(`${code} obiettivi`, row("stampato_obiettivi"));
  }
  assert.equal(count, 140);
  assert.deepEqual(told, different);
  await page.done();
});

test("the OIV marks what the document marks, and the page, the CSV and the workbook show it", async () => {
  const page = await visit(site, { as: oiv, javaScriptEnabled: false });
  const all = [...observations, ...Object.entries(strategic).map(([node, marks]) => ({ node, indicator: "", marks }))];
  for (const { node, indicator, marks } of all) {
    if (!marks.length) continue;
    const about = `apri=${encodeURIComponent(node)}&indicatore=${encodeURIComponent(indicator)}&ramo=${encodeURIComponent(node)}`;
    await page.goto(`${site.base}${plan}/tavolo-oiv?${about}`);
    for (const mark of marks) await page.check(`input[name=contesto][value=${mark}]`);
    await page.click(".tg-desk-form button");
    assert.match(page.url(), /salvato=/, `${node} ${indicator}`);
  }
  await page.goto(`${site.base}${plan}/verbale`);
  const marked = await page.$$eval(".tg-annex tbody tr:not(.tg-strong)", (rows) =>
    rows.map((row) => [
      row.querySelector(".minor").textContent,
      [...row.querySelectorAll("td.tg-x")].flatMap((cell, at) => (cell.innerText.trim() === "X" ? [at] : [])),
    ]));
  const expected = observations.map(({ node, indicator, marks }) => [
    `${node} · ${indicator}`,
    tags.flatMap((tag, at) => (marks.includes(tag) ? [at] : [])),
  ]);
  assert.deepEqual(marked, expected);
  const contexts = await table(page, ".tg-contexts");
  assert.equal(contexts.length, 4);
  assert.match(contexts[0].join(" "), /301 - .*401 - .*402 - .*601 - .*Arresto delle attività economiche/);

  const marks = all.reduce((sum, one) => sum + one.marks.length, 0);
  const csv = await (await page.request.get(`${site.base}${plan}/tavolo-oiv/csv/osservazioni`)).text();
  assert.equal(csv.split(/\r?\n/).flatMap((line) => line.split(";")).filter((cell) => cell === "X").length, marks);
  const workbook = await (await page.request.get(`${site.base}${plan}/tavolo-oiv/foglio.xlsx`)).body();
  assert.equal(crosses(workbook), marks);
  await page.done();
});

test("the minutes print: the strategic table on a sheet of A4, the annex on its own sheets the other way round", async () => {
  const page = await visit(site, { as: oiv });
  await page.emulateMedia({ media: "print" });
  await page.goto(`${site.base}${plan}/verbale`);
  await page.setViewportSize({ width: 700, height: 900 });
  for (const selector of [".tg-strategic", ".tg-contexts"]) {
    const [wide, fits] = await page.$eval(selector, (one) => [one.scrollWidth, one.parentElement.clientWidth]);
    assert.ok(wide <= fits, `${selector} is ${wide} wide on ${fits}`);
  }
  await page.screenshot({ path: join(screenshots, "modena-verbale.png"), fullPage: true });
  await page.pdf({ path: join(screenshots, "modena-verbale.pdf"), format: "A4", preferCSSPageSize: true });
  await page.done();
});

/** How many cells of the first sheet of a workbook hold an X. */
function crosses(workbook) {
  const strings = [...part(workbook, "xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, text]) => text.replace(/<[^>]*>/g, ""));
  const sheet = part(workbook, "xl/worksheets/sheet1.xml");
  return [...sheet.matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].filter(([, at]) => strings[at] === "X").length;
}

/** A file of a workbook, which is a ZIP archive: found by its entry in the directory at the end. */
function part(zip, name) {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\x05\x06")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const [size, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no ${name} in the workbook`);
}
