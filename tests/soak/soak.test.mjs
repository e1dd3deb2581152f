// A short soak, so that the long one is known to work and to find what it looks for.
// Not here: the figures, see `make soak`.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { soak } from "./soak.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TRAGUARDO_BIN ?? join(repository, "target/debug/traguardo");
const short = { program, people: 12, every: 400, calm: 2000, killed: 6000, kills: 3, say: () => {} };

/** What must hold however long it lasts. */
function isSound({ calm, killed, checked }) {
  assert.deepEqual([...calm.errors, ...killed.errors], []);
  assert.equal(calm.lost + killed.lost, 0);
  assert.equal(killed.kills, short.kills);
  assert.ok(calm.saves >= short.people && killed.saves >= short.people);
  assert.equal(checked.acknowledged, calm.saves + killed.saves);
  assert.deepEqual([checked.missing, checked.twice, checked.more], [0, 0, 0]);
  assert.ok(checked.verified, checked.said);
}

test("what is acknowledged is there once, though the server is killed meanwhile", async () => {
  assert.ok(existsSync(program), `${program}: build it first`);
  isSound(await soak(short));
});
