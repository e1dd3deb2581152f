// What the pages gain where scripts run: explanations open beside the page. Nothing depends on it.
import "htmx.org";

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
    const title = drawer.querySelector("h1, h2");
    if (!title) return;
    if (!drawer.open) drawer.showModal();
    title.tabIndex = -1;
    title.focus();
    drawer.scrollTop = 0;
  });

  // Where the answer does not come, the link does what it does without scripts.
  document.addEventListener("htmx:error", () => {
    if (asked) location.href = asked;
  });
}
