// What the pages gain where scripts run: explanations open beside the page, proposals fill their
// field, what is typed is tried. Nothing depends on it.
import "htmx.org";
import "./collection.js";

const drawer = document.getElementById("explanation");

if (drawer) {
  let asked = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[hx-get]");
    if (link) asked = link.href;
    // A click on the darkened page around the drawer closes it.
    if (event.target === drawer) drawer.close();
  });

  document.addEventListener("htmx:after:swap", () => {
    // What else the page asks for while one types goes elsewhere.
    if (!asked) return;
    const title = drawer.querySelector("h1, h2");
    if (!title) return;
    asked = null;
    if (!drawer.open) drawer.showModal();
    title.tabIndex = -1;
    title.focus();
    drawer.scrollTop = 0;
  });

  // Where the answer does not come, the link does what it does without scripts.
  document.addEventListener("htmx:error", (event) => {
    if (asked && event.target.matches("a")) location.href = asked;
  });
}

// A proposal fills the field instead of asking for the page anew, and the field has the focus.
const phrase = document.getElementById("frase");
document.addEventListener("click", (event) => {
  const proposal = event.target.closest("a[data-phrase]");
  if (!proposal || !phrase || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  phrase.value = proposal.dataset.phrase;
  phrase.focus();
  phrase.dispatchEvent(new Event("input", { bubbles: true }));
});

// What is typed is tried, and the effect stands beside the form. A sentence says it aloud when one
// pauses, where it is another one than before. Where no answer comes the page only says, in silence,
// that the effect is not that of the last letter: the button still gets it.
for (const form of document.querySelectorAll("form[data-tries]")) {
  const outlook = document.getElementById("outlook");
  const unknown = document.querySelector("[data-unknown]");
  const bar = document.querySelector("[data-bar]");
  const spoken = document.querySelector("[data-say]");
  const pause = 1000;
  let waiting = null;
  let leaving = false;

  const say = () => {
    const said = outlook.querySelector("[data-said]").textContent;
    bar.classList.add("tg-now");
    if (spoken.textContent !== said) spoken.textContent = said;
  };
  const lost = () => {
    unknown.hidden = false;
  };

  form.addEventListener("input", () => clearTimeout(waiting));
  form.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.response.status >= 400) return;
    unknown.hidden = true;
    clearTimeout(waiting);
    waiting = setTimeout(say, pause);
  });
  form.addEventListener("htmx:error", lost);
  form.addEventListener("htmx:response:error", lost);

  // Whoever has pressed a button waits for the page, and not for a trial.
  document.addEventListener("submit", () => {
    leaving = true;
    form.dispatchEvent(new Event("htmx:abort"));
  });
  form.addEventListener("htmx:config:request", (event) => {
    if (leaving) event.preventDefault();
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
}

// Whoever writes a meaning does not mean one of the proposals.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.name === "significa" && field.value) {
    const other = field.form.querySelector("[data-other]");
    if (other) other.checked = true;
  } else if (field.name === "proposta" && !("other" in field.dataset)) {
    field.form.elements.significa.value = "";
  }
});

// A table pasted as rich text keeps its merged cells: its HTML travels beside the plain text.
const pasted = document.querySelector("[data-paste='html']");

if (pasted) {
  const html = document.getElementById("html");
  const said = document.querySelector("[data-paste-said]");
  let fresh = false;

  pasted.addEventListener("paste", (event) => {
    const rich = event.clipboardData?.getData("text/html") ?? "";
    if (!/<t[dr][\s>]/i.test(rich)) return;
    html.value = rich;
    said.textContent = said.dataset.pasteSaid;
    fresh = true;
  });

  // Whoever writes into the text means the text.
  pasted.addEventListener("input", () => {
    if (!fresh) {
      html.value = "";
      said.textContent = "";
    }
    fresh = false;
  });
}
