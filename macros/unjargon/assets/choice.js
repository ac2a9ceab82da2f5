/* The control of the reader's own terms. reader.js has set what was chosen before; this takes what
 * is chosen now. The stylesheet does the rest. */
(() => {
  "use strict";

  const root = document.documentElement;
  const ATTRIBUTES = { with: "ujWith", for: "ujFor" };

  function remember(name, value) {
    try {
      sessionStorage.removeItem("uj-" + name);
      if (value) localStorage.setItem("uj-" + name, value);
      else localStorage.removeItem("uj-" + name);
    } catch {}
  }

  // From here on counts what the reader chose, and not what the address asked for.
  function takeFromAddress(name) {
    const url = new URL(location.href);
    if (!url.searchParams.has(name)) return;
    url.searchParams.delete(name);
    history.replaceState(history.state, "", url);
  }

  // A world that this site does not have, or has no longer, is no choice.
  function forgetUnknown() {
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      const fields = [...document.querySelectorAll(`.uj-reader [name="uj-${name}"]`)];
      const isKnown = fields.some((field) => field.value === root.dataset[attribute]);
      if (fields.length && !isKnown) delete root.dataset[attribute];
    }
  }

  function choose(name, value) {
    takeFromAddress(name);
    if (value) root.dataset[ATTRIBUTES[name]] = value;
    else delete root.dataset[ATTRIBUTES[name]];
    remember(name, value);
    for (const world of document.querySelectorAll(".uj-world-asked")) {
      world.classList.remove("uj-world-asked");
    }
    show();
  }

  function chooseCards(on) {
    if (on) delete root.dataset.ujCards;
    else root.dataset.ujCards = "off";
    remember("cards", on ? "" : "off");
  }

  // The panel and the buttons beside comparisons say what is chosen.
  function show() {
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      const value = root.dataset[attribute] || "";
      for (const field of document.querySelectorAll(`.uj-reader [name="uj-${name}"]`)) {
        field.checked = field.value === value;
      }
      for (const button of document.querySelectorAll(`[data-uj-choose-${name}]`)) {
        const own = button.getAttribute(`data-uj-choose-${name}`);
        button.setAttribute("aria-pressed", String(own === value));
      }
    }
    for (const field of document.querySelectorAll('.uj-reader [name="uj-cards"]')) {
      field.checked = root.dataset.ujCards !== "off";
    }
  }

  // A link to a story of another world than the chosen one shows that world too.
  function reveal(hash) {
    const asked = document.getElementById(hash.slice(1));
    const world = asked && asked.closest(".uj-world");
    if (!world || world.checkVisibility()) return;
    world.classList.add("uj-world-asked");
    asked.scrollIntoView();
  }

  function address() {
    const url = new URL(location.href);
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      if (root.dataset[attribute]) url.searchParams.set(name, root.dataset[attribute]);
      else url.searchParams.delete(name);
    }
    return url.href;
  }

  document.addEventListener("change", ({ target }) => {
    const name = target.closest(".uj-reader") && target.name.replace("uj-", "");
    if (name in ATTRIBUTES) choose(name, target.value);
    else if (name === "cards") chooseCards(target.checked);
  });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(".uj-glance a[href*='#']");
    if (link) reveal(link.hash);
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.dataset.ujChooseWith !== undefined) choose("with", button.dataset.ujChooseWith);
    if (button.dataset.ujChooseFor !== undefined) choose("for", button.dataset.ujChooseFor);
    if (button.classList.contains("uj-reader-link")) window.unjargonCopy(button, address());
  });
  function apply() {
    window.unjargonRead();
    forgetUnknown();
    show();
  }

  // Instant navigation replaces the page's content and asks this script nothing.
  new MutationObserver(show).observe(document.body, { childList: true });
  if (window.document$) {
    window.document$.subscribe(() => {
      apply();
      reveal(location.hash);
    });
  }
  // A page that the browser kept while the reader was elsewhere shows what was chosen there.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) apply();
  });
  forgetUnknown();
  show();
  reveal(location.hash);
})();
