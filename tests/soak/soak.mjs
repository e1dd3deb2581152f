// Many people at once: each saves a reading every so often, as Da compilare does; in a second part
// the server is killed while they do. Then what was acknowledged is looked for in the database.
// Not here: how it is started and what is printed, see run.mjs; one person's page, see ../browser.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Visitor } from "./visitor.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const BODY = "c_carico";
const YEAR = 2020;
/** Indicators that each person has to fill in. */
const CELLS = 10;
const PASSWORD = "tre parole che ricordo";
/** How long somebody goes on trying to save one reading while the server is down. */
const PATIENCE = 60_000;
/** Saves that fail for good are told one by one up to this many. */
const TOLD = 10;

/** The plan: an office a person, each with indicators of its own. */
function writePlan(folder, people) {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: people }, (_, at) => `U${String(at + 1).padStart(3, "0")}`);
  const rows = ["codice;padre;livello;titolo;peso;unita;verso;target;responsabile;rilevatore"];
  for (const name of names) {
    rows.push(`${name};;obiettivo;Obiettivo dell'ufficio ${name};;;;;${name};${name}`);
    for (let cell = 1; cell <= CELLS; cell += 1) {
      rows.push(`${name}-${cell};${name};indicatore;Pratiche ${cell} dell'ufficio ${name};10;N.;cresce;>= 1000 N.;${name};${name}`);
    }
  }
  const offices = ["codice;nome;padre;tipo", ...names.map((name) => `${name};Ufficio ${name};;ufficio`)];
  writeFileSync(join(folder, "piano.csv"), `${rows.join("\n")}\n`);
  writeFileSync(join(folder, "uffici.csv"), `${offices.join("\n")}\n`);
  writeFileSync(join(folder, "ente.toml"), `ipa = "${BODY}"\nnome = "Ente sotto carico"\nanno = ${YEAR}\nlivelli = ["obiettivo"]\n`);
  return names;
}

function run(program, args, input) {
  const done = spawnSync(program, args, { encoding: "utf8", input, maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return done;
}

function must(program, args, input) {
  const done = run(program, args, input);
  if (done.status !== 0) throw new Error(`${args.slice(0, 2).join(" ")}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** The server as it runs for its users, on a port that stays the same when it is started again. */
class Served {
  constructor(program, database, port) {
    Object.assign(this, { program, database, port, base: `http://127.0.0.1:${port}` });
  }

  async start() {
    this.child = spawn(this.program, ["serve", "--db", this.database, "--port", String(this.port)], { stdio: "ignore" });
    this.ended = new Promise((done) => this.child.once("exit", done));
    const late = Date.now() + 60_000;
    while (Date.now() < late) {
      const up = await fetch(`${this.base}/salute`).then((answer) => answer.ok, () => false);
      if (up) return;
      await pause(20);
    }
    throw new Error("the server does not answer within a minute");
  }

  async stop(signal) {
    process.kill(this.child.pid, signal);
    await this.ended;
  }
}

/**
 * The whole of it. `options`: `program`, `people`, `every` (milliseconds between two saves of one
 * person), `calm` and `killed` (milliseconds of each part), `kills`, `database` (else SQLite in a
 * folder of its own), `say` (told what goes on).
 */
export async function soak(options) {
  const { program, people, say } = options;
  const folder = mkdtempSync(join(tmpdir(), "traguardo-soak-"));
  const database = options.database ?? `sqlite:${join(folder, "t.db")}`;
  let served;
  try {
    say(`a plan with ${people} offices and ${people * CELLS} indicators, one account each`);
    const names = writePlan(join(folder, "plan"), people);
    must(program, ["import", join(folder, "plan"), "--db", database]);
    for (const name of names) addAccount(program, database, name);
    served = new Served(program, database, await freePort());
    await served.start();
    const crowd = await signedIn(served.base, names);
    const saved = new Map();
    const calm = await part(crowd, saved, { ...options, lasting: options.calm, say });
    const killed = await part(crowd, saved, { ...options, lasting: options.killed, served, say });
    await served.stop("SIGTERM");
    served = undefined;
    return { calm, killed, checked: check(program, database, folder, saved) };
  } finally {
    if (served) await served.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

function addAccount(program, database, name) {
  const granted = ["--role", "rilevazione", "--body", BODY, "--office", name];
  must(program, ["user", "add", name.toLowerCase(), "--password-stdin", ...granted, "--db", database], `${PASSWORD}\n`);
}

async function signedIn(base, names) {
  const crowd = [];
  for (const name of names) {
    const visitor = new Visitor(base, `/enti/${BODY}/piani/${YEAR}/da-compilare?al=${YEAR}-12-31`);
    await visitor.signIn(name.toLowerCase(), PASSWORD);
    await visitor.openPage();
    if (visitor.rows.length !== CELLS) throw new Error(`${name} sees ${visitor.rows.length} rows, not ${CELLS}`);
    crowd.push(visitor);
  }
  return crowd;
}

/** One part: everybody saves for so long; where `served` is given, it is killed meanwhile. */
async function part(crowd, saved, { lasting, every, kills, served, say }) {
  const tally = { saves: 0, retried: 0, errors: [], lost: 0, times: [], kills: 0 };
  const end = Date.now() + lasting;
  say(`${crowd.length} people save for ${lasting / 1000} s${served ? `, the server is killed ${kills} times` : ""}`);
  const everybody = crowd.map((visitor, at) => work(visitor, at, { crowd, every, end, saved, tally, served }));
  if (served) await killer(served, kills, lasting, tally);
  await Promise.all(everybody);
  return tally;
}

async function killer(served, kills, lasting, tally) {
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(lasting / (kills + 1));
    await served.stop("SIGKILL");
    tally.kills += 1;
    await served.start();
  }
}

async function work(visitor, at, { crowd, every, end, saved, tally, served }) {
  // They do not all begin at the same moment.
  await pause((every * at) / crowd.length);
  while (Date.now() < end) {
    const begun = Date.now();
    await saveOne(visitor, at, { saved, tally, mayFail: served !== undefined });
    await pause(Math.max(0, every - (Date.now() - begun)));
  }
}

/** Saves one reading; tried again with the same key as long as the server is down. */
async function saveOne(visitor, at, { saved, tally, mayFail }) {
  visitor.count = (visitor.count ?? 0) + 1;
  const row = visitor.rows[visitor.count % CELLS];
  // No two saves of the whole run have the same figure: each can be found again.
  const figure = String((at + 1) * 10_000 + visitor.count);
  const sent = visitor.fill(row, figure);
  const patience = Date.now() + PATIENCE;
  for (let tries = 0; ; tries += 1) {
    const begun = performance.now();
    const answer = await visitor.send(sent);
    if (answer.status === 200) {
      if (tries === 0) tally.times.push(performance.now() - begun);
      tally.saves += 1;
      saved.set(figure, row.indicator);
      visitor.took(row, figure, answer);
      return;
    }
    if (answer.status !== 0 || !mayFail || Date.now() > patience) {
      if (tally.errors.length < TOLD) tally.errors.push(`${row.indicator}: ${answer.status} ${answer.text.slice(0, 200)}`);
      tally.lost += 1;
      return;
    }
    if (tries === 0) tally.retried += 1;
    await pause(200);
  }
}

/** What the database has, asked of the program: every acknowledged save once, and a whole trace. */
function check(program, database, folder, saved) {
  const out = join(folder, "out");
  must(program, ["export", `${BODY}/${YEAR}`, out, "--db", database]);
  const [head, ...lines] = readFileSync(join(out, "rilevazioni.csv"), "utf8").trim().split("\n");
  const columns = head.split(";");
  const found = new Map();
  for (const line of lines) {
    const cell = (name) => line.split(";")[columns.indexOf(name)];
    const figure = cell("valore").replaceAll(".", "");
    found.set(figure, [...(found.get(figure) ?? []), cell("indicatore")]);
  }
  const missing = [...saved].filter(([figure, indicator]) => !found.get(figure)?.includes(indicator));
  const twice = [...found].filter(([, places]) => places.length > 1);
  const more = [...found.keys()].filter((figure) => !saved.has(figure));
  const verified = run(program, ["verify", "--db", database]);
  return {
    acknowledged: saved.size,
    missing: missing.length,
    twice: twice.length,
    more: more.length,
    verified: verified.status === 0,
    said: `${verified.stdout}${verified.stderr}`.trim(),
  };
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
