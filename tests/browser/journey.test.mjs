// From the home down to a reading: by clicking, by keyboard alone, with scripts off.
// Not here: whether each page is accessible, see pages.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, plan, visit } from "./site.mjs";

let site;
before(async () => { site = await open(); });
after(() => site.close());

const title = (page) => page.locator("main h1").innerText();

test("by clicking: home, area, objective, indicator, explanation beside the page", async () => {
  const page = await visit(site);
  await page.goto(`${site.base}/`);
  await page.getByRole("link", { name: "Camera di commercio di Modena" }).last().click();
  assert.equal(await title(page), "Quadro d'insieme");
  assert.match(await page.locator(".tg-lead").innerText(), /72 indicatori su 87/);
  await page.getByRole("heading", { name: "Competitività delle imprese" }).getByRole("link").click();
  assert.equal(await title(page), "Competitività delle imprese");
  await page.getByRole("link", { name: "Internazionalizzazione", exact: true }).click();
  assert.equal(await title(page), "Internazionalizzazione");
  assert.match(await page.locator(".tg-head-figure").innerText(), /62,96/);
  await page.getByRole("link", { name: /^Partecipanti alle iniziative di internaz/ }).click();
  assert.match(await title(page), /^Partecipanti alle iniziative/);
  const address = page.url();
  await page.getByRole("link", { name: /47,67/ }).first().click();
  const drawer = page.locator("dialog[open]");
  await drawer.locator(".tg-how").getByText("100 × 143 / 300 = 47,67").waitFor();
  assert.equal(page.url(), address, "the page stays");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await drawer.getByRole("link", { name: /^Torna a/ }).waitFor();
  await drawer.getByRole("button", { name: "Chiudi" }).click();
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /47,67/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("within what is open beside a page one goes on, down to the reading", async () => {
  const page = await visit(site);
  await page.goto(`${site.base}${plan}/nodi/301`);
  await page.locator(".tg-head-figure .tg-number").click();
  const drawer = page.locator("dialog[open]");
  await drawer.getByRole("heading", { name: "Da dove viene 62,96" }).waitFor();
  await drawer.getByRole("link", { name: /^47,67/ }).click();
  // The explanation that one comes from has the same line twice: wait for the other one.
  await drawer.getByRole("heading", { name: "Da dove viene 47,67" }).waitFor();
  await drawer.getByText("100 × 143 / 300 = 47,67").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

/** Presses Tab until what has the focus fits, as somebody without a mouse does. */
async function tabTo(page, fits, limit = 250) {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const cell = element.querySelector?.(".cell");
      return {
        text: element.textContent.trim(),
        label: element.getAttribute("aria-label") ?? "",
        tag: element.tagName.toLowerCase(),
        seen: box.width > 0 && box.height > 0,
        // The button within a date input has the ring of the browser's own.
        ring: !element.matches(":focus") || style.outlineStyle !== "none" || style.boxShadow !== "none"
          || (cell && getComputedStyle(cell).strokeWidth === "6px"),
      };
    });
    if (focus.tag === "body") continue;
    assert.ok(focus.seen, `${focus.tag} «${focus.text}» has the focus and cannot be seen`);
    assert.ok(focus.ring, `${focus.tag} «${focus.text}» does not show that it has the focus`);
    if (fits(focus)) return focus;
  }
  return assert.fail("the keyboard does not get there");
}

test("by keyboard alone: the same journey, with the focus in sight at every step", async () => {
  const page = await visit(site);
  await page.goto(site.base + plan);
  await tabTo(page, (focus) => focus.text === "Vai al contenuto");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  await tabTo(page, (focus) => focus.text === "Competitività delle imprese");
  await page.keyboard.press("Enter");
  await page.waitForURL(/nodi\/1$/);
  await tabTo(page, (focus) => focus.text === "Internazionalizzazione");
  await page.keyboard.press("Enter");
  await page.waitForURL(/nodi\/301$/);
  await tabTo(page, (focus) => focus.text.startsWith("Partecipanti alle iniziative"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/indicatori\/PART-INT$/);
  await tabTo(page, (focus) => focus.text.startsWith("47,67"));
  await page.keyboard.press("Enter");
  await page.getByText("100 × 143 / 300 = 47,67").waitFor();
  // What is open keeps the focus to itself until it is closed.
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => {
      const element = document.activeElement;
      return element === document.body || element.closest("dialog") !== null;
    });
    assert.ok(inside);
  }
  await page.keyboard.press("Escape");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /47,67/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("by keyboard: the date is changed and stays changed", async () => {
  const page = await visit(site);
  await page.goto(site.base + plan);
  await tabTo(page, (focus) => focus.tag === "summary");
  await page.keyboard.press("Enter");
  await tabTo(page, (focus) => focus.text === "31 dicembre 2020");
  await page.keyboard.press("Enter");
  await page.waitForURL(/al=2020-12-31/);
  assert.match(await page.locator(".tg-lead").innerText(), /^Al 31 dicembre 2020/);
  await page.getByRole("link", { name: "Albero", exact: true }).click();
  await page.waitForURL(/albero\?al=2020-12-31/);
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("with scripts off: all the steps of a number open one into the other, down to the reading", async () => {
  const page = await visit(site, { javaScriptEnabled: false });
  await page.goto(`${site.base}${plan}/spiega/301`);
  const reading = page.locator(".tg-passages").getByText("Rilevazione al 30 giugno 2020: 143 N.").first();
  assert.equal(await reading.isVisible(), false);
  await page.locator(".tg-passages summary", { hasText: "Indicatori" }).first().click();
  await page.locator(".tg-passages summary", { hasText: "PART-INT" }).first().click();
  assert.equal(await reading.isVisible(), true);
  await page.done();
});

test("with scripts off: the same journey, and the explanation is a page", async () => {
  const page = await visit(site, { javaScriptEnabled: false });
  await page.goto(`${site.base}/`);
  await page.getByRole("link", { name: "Camera di commercio di Modena" }).last().click();
  await page.getByRole("heading", { name: "Competitività delle imprese" }).getByRole("link").click();
  await page.getByRole("link", { name: "Internazionalizzazione", exact: true }).click();
  await page.getByRole("link", { name: /^Partecipanti alle iniziative di internaz/ }).click();
  await page.getByRole("link", { name: /47,67/ }).first().click();
  await page.waitForURL(/spiega\/301\/PART-INT$/);
  assert.equal(await title(page), "Da dove viene 47,67");
  await page.getByText("100 × 143 / 300 = 47,67").waitFor();
  await page.getByRole("link", { name: "ENG" }).click();
  assert.equal(await title(page), "Where 47,67 comes from");
  await page.locator(".tg-date summary").click();
  await page.getByLabel("Choose another date").fill("2020-12-31");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/lang=en&al=2020-12-31/);
  assert.equal(await title(page), "Where 23,83 comes from");
  assert.deepEqual(page.wrong, []);
  await page.done();
});

test("the icicle leads where it says", async () => {
  const page = await visit(site);
  await page.goto(`${site.base}${plan}/albero`);
  await page.getByRole("link", { name: /^803 · Trasparenza e anticorruzione: lontano, 44,20/ }).click();
  await page.waitForURL(/nodi\/803$/);
  assert.equal(await title(page), "Trasparenza e anticorruzione");
  await page.done();
});
