// Da compilare: each row is saved when it is left, the score comes at once, and nothing typed is
// lost. Not here: what is saved and what it comes to, which the server says; without this file the
// page is one form with one button.

const table = document.querySelector("[data-collection]");
if (table) start(table);

function start(table) {
  const form = table.closest("form");
  const rows = [...table.querySelectorAll("[data-row]")];
  const kept = drawer(`tg ${table.dataset.who} ${table.dataset.plan} `);
  const work = new Map();
  form.classList.add("tg-live");

  for (const row of rows) {
    work.set(row, { key: field(row, "chiave").value, busy: false, again: false, waits: 0 });
    offer(row, kept, () => save(row));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    rows.filter(isChanged).forEach((row) => save(row));
  });
  table.addEventListener("input", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    keep(row, kept);
    work.get(row).waits = 0;
  });
  // A cell is left: what was typed in it is saved.
  table.addEventListener("change", (event) => {
    const row = event.target.closest("[data-row]");
    if (row && isChanged(row)) save(row);
  });
  table.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName === "BUTTON" || event.target.tagName === "A") return;
    const cells = [...table.querySelectorAll("[data-cell]:not(:disabled)")].filter(isShown);
    const at = cells.indexOf(event.target);
    if (at < 0) {
      // From a note on to the next row.
      if (event.target.matches("[data-note]")) {
        event.preventDefault();
        next(rows, event.target.closest("[data-row]"))?.focus();
      }
      return;
    }
    event.preventDefault();
    const to = cells[at + (event.shiftKey ? -1 : 1)];
    if (to) {
      to.focus();
      to.select?.();
    } else {
      event.target.blur();
    }
  });
  table.addEventListener("paste", (event) => paste(event, rows.filter(isShown), (row) => {
    keep(row, kept);
    save(row);
  }));
  table.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (button.dataset.do === "mine") {
      field(row, "visto").value = button.dataset.seen;
      save(row);
    } else if (button.dataset.do === "theirs") {
      kept.drop(name(row));
      location.reload();
    } else if (button.dataset.do === "again") {
      save(row);
    }
  });
  // What could not be sent is sent when there is a way again.
  const retry = () => rows.filter((row) => work.get(row).again).forEach((row) => save(row));
  addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && retry());
  addEventListener("beforeunload", (event) => {
    if (rows.some((row) => work.get(row).busy)) event.preventDefault();
  });

  async function save(row) {
    const state = work.get(row);
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    state.again = false;
    keep(row, kept);
    row.setAttribute("aria-busy", "true");
    const sent = new URLSearchParams(fields(row).map((input) => [input.name.replace(/^\d+\./, "0."), input.value]));
    sent.set("0.chiave", state.key);
    const typed = JSON.stringify(texts(row));
    let answer = null;
    try {
      answer = await post(sent);
    } catch {
      // No way to the server.
    }
    state.busy = false;
    row.removeAttribute("aria-busy");
    if (!answer || answer.status >= 500 || answer.status === 429) {
      later(row, state, "offline");
      return;
    }
    if (!answer.html) {
      later(row, state, "expired");
      return;
    }
    state.waits = 0;
    show(row, answer.html);
    if (answer.status === 200) {
      state.key = newKey();
      const position = answer.html.querySelector("[data-position]")?.dataset.position;
      if (position) field(row, "visto").value = position;
      // What has been typed since is not saved yet.
      if (JSON.stringify(texts(row)) === typed) {
        for (const input of fields(row)) if (input.dataset.was !== undefined) input.dataset.was = input.value;
        kept.drop(name(row));
      } else {
        state.again = true;
      }
    }
    if (state.again) save(row);
  }

  async function post(sent) {
    const headers = { "content-type": "application/x-www-form-urlencoded", "x-riga": "1" };
    const once = async () => {
      sent.set("gettone", form.elements.gettone.value);
      return fetch(table.dataset.save, { method: "POST", headers, body: sent, redirect: "error" });
    };
    let answer = await once();
    if ([401, 403].includes(answer.status)) {
      // The session has ended, and perhaps begun anew in another window: its forms have another token.
      const page = await parsed(await fetch(location.href));
      const token = page.querySelector("form.tg-collection input[name=gettone]")?.value;
      if (token) {
        form.elements.gettone.value = token;
        answer = await once();
      }
    }
    const html = [200, 409, 422].includes(answer.status) ? await parsed(answer) : null;
    return { status: answer.status, html };
  }

  function later(row, state, why) {
    state.again = true;
    state.waits = Math.min((state.waits || 1000) * 2, 60000);
    const said = table.querySelector(`template[data-said="${why}"]`);
    slot(row, "said").replaceChildren(said.content.cloneNode(true));
    row.dataset.state = why;
    if (why === "offline") setTimeout(() => state.again && !state.busy && save(row), state.waits);
  }
}

/** The fields of a row that are sent. */
function fields(row) {
  return [...row.querySelectorAll("input[name], select[name], textarea[name]")];
}

function field(row, called) {
  return fields(row).find((input) => input.name.endsWith(`.${called}`));
}

/** What the person types: the fields of which the page knows what they held. */
function texts(row) {
  const typed = fields(row).filter((input) => input.dataset.was !== undefined);
  return Object.fromEntries(typed.map((input) => [input.name.replace(/^\d+\./, ""), input.value]));
}

/** Whether it stands in no folded part of the page. */
function isShown(part) {
  return !part.closest("details.tg-fold:not([open])");
}

function isChanged(row) {
  return fields(row).some((input) => input.dataset.was !== undefined && input.dataset.was !== input.value);
}

function name(row) {
  return row.dataset.row;
}

function slot(row, called) {
  return row.querySelector(`[data-slot="${called}"]`);
}

/** Puts what the server says of a row in its places; what is typed stays as it is. */
function show(row, html) {
  for (const part of html.querySelectorAll("[data-slot]")) {
    slot(row, part.dataset.slot)?.replaceChildren(...part.childNodes);
  }
  // The new number opens its explanation like the others.
  globalThis.htmx?.process(row);
  const now = html.querySelector("[data-state]");
  if (!now) return;
  row.dataset.state = now.dataset.state;
  const note = field(row, "nota");
  if (note) note.classList.toggle("tg-owed", now.dataset.note === "owed");
  const reason = row.querySelector("[data-reason]");
  if (reason && now.dataset.reason === "owed") reason.hidden = false;
}

async function parsed(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** The first cell of the row after another. */
function next(rows, row) {
  for (const other of rows.slice(rows.indexOf(row) + 1).filter(isShown)) {
    const cell = other.querySelector("[data-cell]:not(:disabled)");
    if (cell) return cell;
  }
  return null;
}

/** A column of a spreadsheet goes down the rows; a second and third one go to the next fields. */
function paste(event, rows, done) {
  const row = event.target.closest?.("[data-row]");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n");
  if (!row || (lines.length < 2 && !text.includes("\t"))) return;
  event.preventDefault();
  const own = [...row.querySelectorAll("[data-cell], [data-note]")];
  const from = own.indexOf(event.target);
  const touched = [];
  lines.slice(0, rows.length).forEach((line, at) => {
    const to = rows[rows.indexOf(row) + at];
    if (!to) return;
    const cells = [...to.querySelectorAll("[data-cell], [data-note]")];
    line.split("\t").forEach((text, column) => {
      const input = cells[Math.max(from, 0) + column];
      if (!input || input.disabled || !text.trim()) return;
      put(input, text.trim());
      if (!touched.includes(to)) touched.push(to);
    });
  });
  touched.forEach(done);
}

function put(input, text) {
  if (input.tagName === "SELECT") {
    const same = [...input.options].find((option) => option.text.toLowerCase() === text.toLowerCase());
    if (same) input.value = same.value;
  } else {
    input.value = text;
  }
}

function keep(row, kept) {
  if (isChanged(row)) kept.put(name(row), texts(row));
  else kept.drop(name(row));
}

/** What was typed the last time and never saved, offered again. */
function offer(row, kept, save) {
  const typed = kept.get(name(row));
  if (!typed) return;
  const now = texts(row);
  const differs = Object.keys(typed).filter((called) => called in now && typed[called] !== now[called]);
  if (!differs.length) {
    kept.drop(name(row));
    return;
  }
  const said = row.closest("[data-collection]").querySelector('template[data-said="kept"]').content.cloneNode(true);
  said.querySelector("[data-typed]").textContent = differs.map((called) => typed[called]).join(" · ");
  const place = slot(row, "said");
  const [take, leave] = said.querySelectorAll("button");
  take.addEventListener("click", (event) => {
    event.preventDefault();
    for (const called of differs) put(field(row, called), typed[called]);
    save();
  });
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    kept.drop(name(row));
    place.replaceChildren();
  });
  place.replaceChildren(said);
  row.closest("details.tg-fold")?.setAttribute("open", "");
}

/** A place in the browser that outlives the page; without it the page works on. */
function drawer(prefix) {
  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    get: (called) => quietly(() => JSON.parse(localStorage.getItem(prefix + called))),
    put: (called, typed) => quietly(() => localStorage.setItem(prefix + called, JSON.stringify(typed))),
    drop: (called) => quietly(() => localStorage.removeItem(prefix + called)),
  };
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
