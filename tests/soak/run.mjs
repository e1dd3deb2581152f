// `make soak`: two minutes of 200 people, then two more with the server killed ten times.
// Not here: what they do, see soak.mjs. Ends with 1 where a save is lost, doubled or answered by an
// error; a time beyond the aim is said, since it is the machine's as much as the program's.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { soak } from "./soak.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Milliseconds within which 99 saves of 100 are to be answered, on SQLite. */
const AIM = 150;

const { values: given } = parseArgs({
  options: {
    people: { type: "string", default: "200" },
    seconds: { type: "string", default: "120" },
    kills: { type: "string", default: "10" },
    db: { type: "string" },
  },
});

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const fromShortest = (times) => times.toSorted((one, other) => one - other);

/** What it takes this disk to keep a few bytes for sure: the least that any save can take. */
function bareWrites() {
  const folder = mkdtempSync(join(tmpdir(), "traguardo-soak-"));
  const file = openSync(join(folder, "bytes"), "w");
  const times = Array.from({ length: 500 }, () => {
    const begun = performance.now();
    writeSync(file, Buffer.alloc(4096));
    fsyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return fromShortest(times);
}

function told(name, tally) {
  const times = fromShortest(tally.times);
  const figures = [0.5, 0.95, 0.99, 1].map((share) => `${percentile(times, share).toFixed(1)} ms`);
  console.log(`${name}: ${tally.saves} saves, ${tally.lost} lost or refused, ${tally.kills} kills, ${tally.retried} tried again`);
  console.log(`  answered at once: p50 ${figures[0]}, p95 ${figures[1]}, p99 ${figures[2]}, longest ${figures[3]}`);
  for (const error of tally.errors) console.log(`  ${error}`);
  return percentile(times, 0.99);
}

const bare = bareWrites();
const result = await soak({
  program: process.env.TRAGUARDO_BIN ?? join(repository, "target/release/traguardo"),
  people: Number(given.people),
  every: 2000,
  calm: Number(given.seconds) * 1000,
  killed: Number(given.seconds) * 1000,
  kills: Number(given.kills),
  database: given.db,
  say: (text) => console.log(text),
});
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? "?"}, ${given.db ? "PostgreSQL" : "SQLite"}`);
const [middle, high] = [0.5, 0.99].map((share) => percentile(bare, share));
console.log(`a bare write that is forced to disk: p50 ${middle.toFixed(2)} ms, p99 ${high.toFixed(2)} ms`);
const p99 = told("calm", result.calm);
told("killed", result.killed);
const { acknowledged, missing, twice, more, verified, said } = result.checked;
console.log(`in the database: ${acknowledged} acknowledged saves, ${missing} missing, ${twice} twice, ${more} that nobody was told of`);
console.log(`verify ${verified ? "agrees" : "DOES NOT AGREE"}: ${said}`);
if (!given.db) console.log(`p99 of a calm save: ${p99.toFixed(1)} ms, ${(p99 / high).toFixed(0)} times a bare write; aim ${AIM} ms: ${p99 < AIM ? "met" : "MISSED"}`);
const sound = verified && missing + twice + result.calm.lost + result.killed.lost === 0;
process.exit(sound ? 0 : 1);
