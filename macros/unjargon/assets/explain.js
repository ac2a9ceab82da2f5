/* The page "Paste a text": shows the reader's text with its words linked and explained.
 *
 * Everything happens here, in memory: whatever the text is, the script asks for nothing and keeps
 * nothing. It stands in the page's own content, so that no other page pays for it; instant
 * navigation runs it anew at every visit, with a new page to work on. The reader's text only ever
 * becomes text nodes. */
(() => {
  "use strict";

  const WAIT = 150; // ms from the last key to the answer
  const SLICE = 40; // ms of work after which the page gets to breathe
  const LONG = 10_000; // characters; what is longer is no paragraph that somebody wrote
  const BLANK = /\n[^\S\n]*\n\s*|$/g; // as in Markdown, blank lines part paragraphs

  const root = document.querySelector(".uj-explain");
  if (!root) return;
  const box = root.querySelector("textarea");
  const status = root.querySelector("[role=status]");
  const clear = root.querySelector("button");
  const result = root.querySelector(".uj-explain-result");
  const shown = root.querySelector(".uj-explain-shown");
  const list = root.querySelector(".uj-words");

  let glossary = null; // terms by id, in the order of the list
  let matcher = null;
  let turn = 0; // counts texts; work on an earlier one is given up
  let timer = 0;

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(explain, WAIT);
  });
  clear.addEventListener("click", () => {
    box.value = "";
    explain();
    box.focus();
  });
  if (box.value) explain(); // typed before the script arrived
  // Instant navigation runs a page's scripts in any order: what they all need may come after this.
  for (const script of root.parentElement.querySelectorAll("script")) {
    script.addEventListener("load", () => box.value && explain());
  }

  // What cards show for the reader's choice is loaded when there is one, and for all words at once.
  const choice = new MutationObserver(loadDetails);
  choice.observe(document.documentElement, { attributeFilter: ["data-uj-with", "data-uj-for"] });
  loadDetails();

  function loadDetails() {
    const { ujWith, ujFor } = document.documentElement.dataset;
    if (root.isConnected && !ujWith && !ujFor) return;
    choice.disconnect();
    if (!root.isConnected || window.unjargonDetails) return;
    const script = document.createElement("script");
    script.src = root.dataset.details;
    script.onload = () => list.querySelectorAll(".uj-word").forEach(addDetails);
    document.head.append(script);
  }

  function addDetails(entry) {
    const meaning = entry.querySelector("dd");
    const id = meaning.id.replace("uj-word-", "");
    meaning.insertAdjacentHTML("afterend", window.unjargonDetails?.[id] ?? "");
  }

  async function explain() {
    clearTimeout(timer);
    const mine = ++turn;
    const text = box.value;
    clear.hidden = !text;
    if (!text.trim()) return show("", new Set());
    if (!window.UnjargonMatcher || !window.unjargonWords) return show("broken", new Set());
    glossary ??= new Map(window.unjargonWords.map((term) => [term.id, term]));
    matcher ??= new window.UnjargonMatcher(glossary.values());
    const found = new Set();
    let part = document.createElement("div");
    let since = performance.now();
    let isFirst = true;
    const isLong = shown.classList.toggle("uj-explain-long", text.length > LONG);
    shown.tabIndex = isLong ? 0 : -1; // what scrolls, keys have to reach
    for (const piece of pieces(text)) {
      part.append(explained(piece, found));
      if (performance.now() - since < SLICE) continue;
      put(part, isFirst);
      part = document.createElement("div");
      isFirst = false;
      await new Promise((resume) => setTimeout(resume));
      if (mine !== turn) return;
      since = performance.now();
    }
    put(part, isFirst);
    show(found.size ? "found" : "none", found);
  }

  // The first part takes the place of an earlier text; the others follow it.
  function put(part, isFirst) {
    if (isFirst) shown.replaceChildren(part);
    else shown.append(part);
    result.hidden = false;
  }

  // Paragraphs, each with the blank lines after it, so that together they are the text.
  function* pieces(text) {
    let start = 0;
    for (const blank of text.matchAll(BLANK)) {
      const end = blank.index + blank[0].length;
      while (start < end) {
        const stop = end - start > LONG ? cut(text, start) : end;
        yield text.slice(start, stop);
        start = stop;
      }
    }
  }

  // Where to end a piece of an endless paragraph: after a line, a word, or anywhere.
  function cut(text, start) {
    const piece = text.slice(start, start + LONG);
    const whole = /[\ud800-\udbff]$/.test(piece) ? LONG - 1 : LONG;
    return start + (piece.lastIndexOf("\n") + 1 || piece.lastIndexOf(" ") + 1 || whole);
  }

  // A word is linked once a paragraph: near enough wherever the reader is.
  function explained(piece, found) {
    const block = document.createElement("p");
    const here = new Set();
    let written = 0;
    for (const { start, end, terms } of matcher.find(piece)) {
      const [term] = terms;
      if (terms.length > 1 || here.has(term)) continue; // of several, nobody knows which is meant
      const made = link(term, piece.slice(start, end));
      // One stop for the Tab key a word; a pointer finds the meaning in every paragraph.
      if (found.has(term)) made.tabIndex = -1;
      block.append(piece.slice(written, start), made);
      written = end;
      here.add(term);
      found.add(term);
    }
    block.append(piece.slice(written));
    return block;
  }

  function link(id, surface) {
    const made = document.createElement("a");
    made.className = "uj-term";
    made.dataset.term = id;
    made.href = glossary.get(id).href;
    made.target = "_blank";
    made.rel = "noopener";
    made.setAttribute("aria-describedby", "uj-word-" + id);
    made.textContent = surface;
    return made;
  }

  function show(state, found) {
    for (const message of status.children) message.hidden = message.dataset.when !== state;
    status.querySelector("[data-when=found]").textContent = unjargonSayMany(
      "{n} word explained.",
      "{n} words explained.",
      found.size,
    );
    result.hidden = list.hidden = !found.size;
    if (!found.size) shown.replaceChildren();
    const words = [...(glossary?.values() ?? [])].filter((term) => found.has(term.id));
    list.querySelector("dl").replaceChildren(...words.map(entry));
  }

  // As `words_section` in linking/markup.py writes it; the card shows this element.
  function entry({ id, term, expansion, short, href }) {
    const made = element("div", "uj-word");
    const head = element("dt");
    const page = element("a", "", term);
    const meaning = element("dd", "", short);
    page.href = href;
    page.target = "_blank";
    page.rel = "noopener";
    meaning.id = "uj-word-" + id;
    head.append(page);
    if (expansion) head.append(" ", element("span", "uj-expansion", expansion));
    made.append(head, meaning);
    addDetails(made);
    return made;
  }

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }
})();
