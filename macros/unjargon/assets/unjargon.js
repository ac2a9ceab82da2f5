/* The card of a linked word: shows that word's entry of "Words on this page" beside the link.
 *
 * Listeners sit on the document, so they survive instant navigation, and the entry is looked up
 * when it is needed. Without this script the links lead to the glossary and the entries stand at
 * the end of the page. */
(() => {
  "use strict";

  const OPEN_AFTER = 350; // ms; long enough that a passing pointer opens nothing
  const CLOSE_AFTER = 250; // ms; long enough to travel from the word into the card
  const GAP = 8; // px between word and card
  const anchored = CSS.supports("anchor-name: --uj-word");

  let card = null;
  let current = null; // the link whose card is open
  let timer = 0;

  const termOf = (target) =>
    target instanceof Element ? target.closest("a.uj-term[data-term]") : null;

  function entryOf(link) {
    const meaning = document.getElementById("uj-word-" + link.dataset.term);
    return meaning && meaning.closest(".uj-word");
  }

  function makeCard() {
    card = document.createElement("div");
    card.className = "uj-popover md-typeset";
    card.popover = "manual";
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(close, CLOSE_AFTER));
  }

  function fill(entry) {
    const word = document.createElement("p");
    word.className = "uj-popover-word";
    word.append(...[...entry.querySelector("dt").childNodes].map(textOf));
    const meaning = document.createElement("p");
    meaning.append(...entry.querySelector("dd").cloneNode(true).childNodes);
    card.replaceChildren(word, meaning);
  }

  // The headword links to the page that the word itself leads to; once is enough.
  function textOf(node) {
    return node.nodeName === "A" ? document.createTextNode(node.textContent) : node.cloneNode(true);
  }

  function open(link) {
    const entry = entryOf(link);
    if (!entry || current === link) return;
    close();
    if (!card) makeCard();
    document.body.append(card);
    fill(entry);
    current = link;
    if (anchored) link.style.anchorName = "--uj-word";
    card.showPopover();
    if (!anchored) place(link);
  }

  function close() {
    clearTimeout(timer);
    if (!current) return;
    if (anchored) current.style.anchorName = "";
    current = null;
    if (card.matches(":popover-open")) card.hidePopover();
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  // For browsers without anchor positioning: below the word, above it where there is no room.
  function place(link) {
    const word = link.getClientRects()[0];
    const left = Math.min(word.left, innerWidth - card.offsetWidth - GAP);
    const below = word.bottom + GAP;
    const fits = below + card.offsetHeight <= innerHeight;
    card.style.left = Math.max(GAP, left) + "px";
    card.style.top = (fits ? below : Math.max(GAP, word.top - card.offsetHeight - GAP)) + "px";
  }

  document.addEventListener("pointerover", (event) => {
    const link = termOf(event.target);
    if (!link || event.pointerType === "touch") return;
    if (link === current) clearTimeout(timer);
    else later(() => open(link), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (termOf(event.target) && event.pointerType !== "touch") later(close, CLOSE_AFTER);
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event.target);
    if (link && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusout", (event) => {
    if (termOf(event.target) === current) later(close, CLOSE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  // A finger cannot hover: the first tap opens the card, the second follows the link.
  document.addEventListener(
    "click",
    (event) => {
      const link = termOf(event.target);
      if (!link) {
        if (!card || !card.contains(event.target)) close();
      } else if (event.pointerType === "touch" && current !== link && entryOf(link)) {
        event.preventDefault();
        event.stopPropagation();
        open(link);
      } else {
        close();
      }
    },
    true,
  );
})();
