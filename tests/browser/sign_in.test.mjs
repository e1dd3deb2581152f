// Signing in and out by keyboard, at 320 pixels too, and what is said of a wrong password.
// Not here: sessions and their ends, see the tests of the store.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { account, open, plan, visit } from "./site.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let site;
before(async () => { site = await open(); });
after(() => site.close());

async function isAccessible(page, name) {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`), [], name);
}

/** Goes by the tabulator key until something with this name has the focus. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return (element.labels?.[0] ?? element).textContent.trim();
    });
    if (focused.includes(name)) return;
  }
  assert.fail(`${name} is not reached by keyboard`);
}

for (const width of [1280, 320]) {
  test(`one signs in and out by keyboard alone at ${width} pixels`, async () => {
    const page = await visit(site, { viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(site.base + "/");
    await tabTo(page, "Accedi");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/accedi*");
    await isAccessible(page, "the form");
    await tabTo(page, "Utente");
    await page.keyboard.type(account.id);
    await page.keyboard.press("Tab");
    await page.keyboard.type(account.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(site.base + "/");
    await page.goto(site.base + plan);
    assert.match(await page.textContent("header"), /Anna Esempio · controllo di gestione/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} pixels`);
    await tabTo(page, "Anna Esempio");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/accedi*");
    await isAccessible(page, "who is signed in");
    await tabTo(page, "Esci");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#password");
    assert.doesNotMatch(await page.textContent("header"), /Anna Esempio/);
    assert.deepEqual(page.wrong, []);
    await page.done();
  });
}

test("a wrong password is said beside the field, and the name is kept", async () => {
  const page = await visit(site, { bypassCSP: true });
  await page.goto(site.base + "/accedi");
  await page.fill("#utente", account.id);
  await page.fill("#password", "una password sbagliata");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#wrong");
  assert.match(await page.textContent("#wrong"), /password non sono giusti/);
  assert.equal(await page.inputValue("#utente"), account.id);
  assert.equal(await page.inputValue("#password"), "");
  assert.equal(await page.evaluate(() => document.activeElement.id), "password");
  await isAccessible(page, "the form with its sentence");
  await page.done();
});
