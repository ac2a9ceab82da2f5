/* Lists of projects and data: narrowed down by what is typed and chosen, sorted by the head of a
 * column, shown as a table or as cards. `kept.js`, before it, keeps all that in the address.
 *
 * Without this script the whole list stands there, in its own order. */
(() => {
  "use strict";

  const MOST = 50; // entries that are shown before the reader asks for more

  const form = document.querySelector(".uj-sift");
  if (!form) return;
  const list = document.getElementById(form.dataset.list);
  const body = list.tBodies?.[0] ?? list;
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");
  const more = list.parentElement.querySelector(".uj-more");
  const heads = [...list.querySelectorAll("th[data-sort]")];
  const views = [...form.querySelectorAll("[data-view]")];
  const { word, sort, view } = form.elements;
  const choices = [...form.querySelectorAll("select")];
  const controls = [word, ...choices, sort, view].filter(Boolean);
  const entries = Array.from(body.children, (node, place) => ({
    node,
    place,
    text: " " + fold(node.textContent + " " + (node.dataset.find ?? "")),
  }));

  const byText = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  let isWhole = false;

  function fold(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
    return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  // What is typed fits the beginnings of words.
  function fits({ node, text }, words) {
    return (
      words.every((typed) => text.includes(" " + typed)) &&
      choices.every(
        ({ name, value }) => !value || (node.dataset[name] ?? "").split("|").includes(value),
      )
    );
  }

  function show() {
    const words = fold(word.value).split(" ").filter(Boolean);
    const isNarrowed = Boolean(words.length) || choices.some(({ value }) => value);
    arrange();
    const found = entries.filter((entry) => fits(entry, words));
    const shown = new Set(isWhole ? found : found.slice(0, MOST));
    for (const entry of entries) entry.node.hidden = !shown.has(entry);
    tell(isNarrowed, found.length);
    more.hidden = shown.size === found.length;
    const hidden = found.length - shown.size;
    more.querySelector("span").textContent = hidden.toLocaleString(unjargonLanguage);
    clear.hidden = !isNarrowed;
    if (view) look();
  }

  function tell(isNarrowed, count) {
    for (const message of status.children) {
      message.hidden = (message.dataset.when === "some") !== isNarrowed;
    }
    status.querySelector("strong").textContent = count.toLocaleString(unjargonLanguage);
  }

  // Sorting -----------------------------------------------------------------------------------

  // `-phase` in the address sorts by phase, the last first.
  function arrange() {
    const isDown = sort.value.startsWith("-");
    const head = heads.find(({ dataset }) => dataset.sort === sort.value.slice(isDown));
    for (const one of heads) {
      if (one === head) one.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else one.removeAttribute("aria-sort");
    }
    const before = entries.map(({ place }) => place).join();
    const keys = new Map(entries.map((entry) => [entry, head ? key(entry, head.cellIndex) : ""]));
    entries.sort((one, other) => {
      const order = byText.compare(keys.get(one), keys.get(other));
      return (isDown ? -order : order) || one.place - other.place;
    });
    if (entries.map(({ place }) => place).join() === before) return;
    body.append(...entries.map(({ node }) => node));
  }

  function key({ node }, column) {
    const cell = node.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const name = head.dataset.sort;
      sort.value = sort.value === name ? "-" + name : name;
      kept.changed();
    });
  }

  // Looking -----------------------------------------------------------------------------------

  function look() {
    list.classList.toggle("uj-as-cards", view.value === "cards");
    for (const button of views) {
      button.setAttribute("aria-pressed", button.dataset.view === view.value);
    }
  }

  for (const button of views) {
    button.addEventListener("click", () => {
      view.value = button.dataset.view;
      kept.changed();
    });
  }

  // What the reader does ----------------------------------------------------------------------

  form.addEventListener("input", () => {
    isWhole = false;
    kept.changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    kept.write();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => kept.changed()); // the controls are emptied after this
    word.focus();
  });
  more.querySelector("button").addEventListener("click", () => {
    const next = entries.find(({ node }) => node.hidden);
    isWhole = true;
    show();
    next.node.querySelector("a")?.focus();
  });

  // Instant navigation runs a page's scripts in any order.
  let kept = null;
  if (window.unjargonKept) begin();
  else document.querySelector('script[src$="/kept.js"]').addEventListener("load", begin);

  function begin() {
    kept = window.unjargonKept(form, controls, show);
    form.hidden = false;
  }
})();
