/* The glossary's index: shows the words that fit what is typed and chosen.
 *
 * `kept.js`, before it, keeps the whole state in the address. What is typed goes by `word`, because
 * the theme opens its own search on every page that is asked for with `q`. As on "Paste a text", the
 * script stands in the page's content and instant navigation runs it anew at every visit. */
(() => {
  "use strict";

  const PAUSE = 1000; // ms from the last key until a word counts as one that somebody asked for
  const TYPO = 5; // letters from which on a word may be one slip away
  const FEW = 30; // words that are read at a glance

  const form = document.querySelector(".uj-find");
  if (!form) return;
  const field = form.elements.word;
  const choices = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const enter = form.querySelector(".uj-find-enter");
  const wider = form.querySelector(".uj-find-wider");
  const clear = form.querySelector("[type=reset]");
  const browse = document.querySelector(".uj-browse");
  const all = document.querySelector(".uj-az");
  const letters = all.querySelectorAll(".uj-letters a");
  const sections = all.querySelectorAll(".uj-letter");
  const controls = [field, ...choices];
  const lists = Array.from(all.querySelectorAll("dl"), (node) => ({
    node,
    entries: Array.from(node.children, entry),
  }));
  const entries = lists.flatMap((list) => list.entries);

  let report = 0; // the timer of what is told about a word that is not there
  const told = new Set();
  let target = null; // the entry that Enter opens
  let marked = null; // the entry that has just this name

  // Folding, and what each entry is found by --------------------------------------------------

  function fold(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
    return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function entry(node) {
    const link = node.querySelector("a");
    const name = fold(link.textContent);
    const spellings = node.dataset.find.split("|").map(fold);
    const all = [name, ...spellings];
    return {
      node,
      link,
      name,
      spellings,
      words: " " + all.join(" "),
      solid: all.join("|").replaceAll(" ", ""),
      isShown: true,
    };
  }

  // The entries that have what is typed: as beginnings of words; else anywhere in them, with
  // spaces and hyphens left out; else with a slip.
  function matching(query) {
    const words = query.split(" ");
    const solid = words.join("");
    const found = entries.filter((one) => words.every((word) => one.words.includes(" " + word)));
    if (found.length) return { found };
    const inside = entries.filter((one) => one.solid.includes(solid));
    if (inside.length) return { found: inside };
    const like = entries.filter((one) => words.every((word) => isLike(one, word)));
    return { found: like, isMissing: true };
  }

  function isLike(one, typed) {
    const words = one.words.split(" ");
    if (typed.length < TYPO) return words.some((word) => word.startsWith(typed));
    return words.some((word) => isSlip(typed, word));
  }

  // Whether one letter more, less, other or swapped with the next makes `typed` a beginning of
  // `word`: a reader has not always typed the whole word yet.
  function isSlip(typed, word) {
    let at = 0;
    while (at < typed.length && typed[at] === word[at]) at++;
    return (
      word.startsWith(typed.slice(at + 1), at) ||
      word.startsWith(typed.slice(at + 1), at + 1) ||
      word.startsWith(typed.slice(at), at + 1) ||
      (typed[at] === word[at + 1] &&
        typed[at + 1] === word[at] &&
        word.startsWith(typed.slice(at + 2), at + 2))
    );
  }

  function isChosen({ node }) {
    return choices.every(
      ({ name, value }) => !value || (node.dataset[name] ?? "").split("|").includes(value),
    );
  }

  // Showing -----------------------------------------------------------------------------------

  function filter() {
    const query = fold(field.value);
    const { found, isMissing } = query ? matching(query) : { found: entries };
    const fitting = found.filter(isChosen);
    const isNarrowed = Boolean(query) || choices.some((choice) => choice.value);
    show(fitting);
    mark(fitting, query);
    if (!isNarrowed) tell("all", fitting.length);
    else tell(isMissing && fitting.length ? "like" : "some", fitting.length);
    const withoutChoices = fitting.length ? 0 : found.length;
    widen(withoutChoices);
    offer(isMissing && !withoutChoices);
    clearTimeout(report);
    if (!found.length) report = setTimeout(tellOthers, PAUSE, query, field.value.trim());
    clear.hidden = !isNarrowed;
    // Whoever is after a word wants to see words, and no letters where there are few of them.
    browse.hidden = isNarrowed;
    all.classList.toggle("uj-few", isNarrowed && fitting.length <= FEW);
  }

  function show(fitting) {
    const isFitting = new Set(fitting);
    for (const { node, entries } of lists) {
      const shown = entries.filter((one) => isFitting.has(one)).length;
      node.hidden = !shown;
      if (!shown) continue; // its words may stay as they are
      node.style.setProperty("--uj-shown", shown); // what is off the screen keeps its height
      for (const one of entries) {
        if (isFitting.has(one) === one.isShown) continue;
        one.isShown = !one.isShown;
        one.node.hidden = !one.isShown;
      }
    }
    sections.forEach((section, index) => {
      section.hidden = !section.querySelector("dl:not([hidden])");
      if (section.hidden) letters[index].removeAttribute("href");
      else letters[index].href = "#" + section.id;
    });
  }

  function firstLink(part) {
    return part.querySelector("dl:not([hidden]) > :not([hidden]) a");
  }

  function mark(fitting, query) {
    const named = fitting.find((one) => one.name === query);
    const exact = query ? (named ?? fitting.find((one) => one.spellings.includes(query))) : null;
    marked?.node.classList.remove("uj-exact");
    exact?.node.classList.add("uj-exact");
    marked = exact;
    target = exact ?? (query && fitting.length === 1 ? fitting[0] : null);
    enter.hidden = !target;
    enter.querySelector("span").textContent = target ? target.link.textContent : "";
  }

  function tell(state, count) {
    for (const message of status.querySelectorAll("[data-when]")) {
      message.hidden = message.dataset.when !== state;
      const shown = message.querySelector("strong");
      if (shown) shown.textContent = count.toLocaleString(unjargonLanguage);
    }
  }

  function widen(count) {
    wider.hidden = !count;
    wider.querySelector("strong").textContent = count.toLocaleString(unjargonLanguage);
  }

  // The site's contact, if it has one, is told which word is missing.
  function offer(isOffered) {
    const contact = form.dataset.contact;
    const word = field.value.trim();
    for (const way of form.querySelectorAll("[data-ask]")) {
      way.hidden = !isOffered || (way.dataset.ask === "us") !== Boolean(contact);
      way.querySelector("span").textContent = word;
      const link = way.querySelector("a");
      if (contact && link) {
        link.href = contact.replaceAll("{word}", () => encodeURIComponent(word));
      }
    }
  }

  // An operator's own script may count the words that are missing; nothing here sends anything.
  function tellOthers(query, word) {
    if (told.has(query)) return;
    told.add(query);
    document.dispatchEvent(new CustomEvent("unjargon:no-result", { detail: { word } }));
  }

  // Of thousands of words, those off the screen have a height that is only guessed: a letter moves
  // while they appear, so go there for some pictures more.
  function goTo(section, frames = 10) {
    section.scrollIntoView();
    if (frames) requestAnimationFrame(() => goTo(section, frames - 1));
  }

  // What the reader does ----------------------------------------------------------------------

  form.addEventListener("input", () => kept.changed());
  form.addEventListener("reset", () => {
    setTimeout(() => kept.changed()); // the controls are emptied after this
    field.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    kept.write();
    target?.link.click();
  });
  // Instant navigation would fetch the page again for its first link to a part of itself.
  letters.forEach((letter, index) => {
    letter.addEventListener("click", (event) => {
      if (!letter.href || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      history.replaceState(history.state, "", letter.href);
      goTo(sections[index]);
      firstLink(sections[index]).focus({ preventScroll: true });
    });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    firstLink(all)?.focus();
  });
  wider.querySelector("button").addEventListener("click", () => {
    for (const choice of choices) choice.value = "";
    kept.changed();
    field.focus();
  });

  // A link of this page, such as a topic's, has changed what is chosen.
  function follow() {
    const choice = choices.find(({ value }) => value);
    if (!choice) return;
    form.scrollIntoView();
    choice.focus({ preventScroll: true }); // the link that was focused may be hidden now
  }

  // Instant navigation runs a page's scripts in any order.
  let kept = null;
  if (window.unjargonKept) begin();
  else document.querySelector('script[src$="/kept.js"]').addEventListener("load", begin);

  function begin() {
    kept = window.unjargonKept(form, controls, filter, follow);
    form.hidden = false;
    const asked = document.getElementById(location.hash.slice(1));
    if (asked?.matches(".uj-letter")) goTo(asked);
  }
})();
