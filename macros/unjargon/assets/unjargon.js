/* The card of a linked word: shows that word's entry of "Words on this page" beside the link, with
 * what it means for the reader's department and the story from the reader's own world, if they
 * chose one and there is one.
 *
 * While it is open the card stands right after its word in the document, so that Tab leads from the
 * word into it and on. Listeners sit on the document, so they survive instant navigation, and the entry is looked up
 * when it is needed. Without this script the links lead to the glossary and the entries stand at
 * the end of the page. */
(() => {
  "use strict";

  const OPEN_AFTER = 350; // ms; long enough that a passing pointer opens nothing
  const CLOSE_AFTER = 250; // ms; long enough to travel from the word into the card
  const GAP = 8; // px between word and card
  const anchored = CSS.supports("anchor-name: --uj-word");

  const root = document.documentElement;

  let card = null;
  let current = null; // the link whose card is open
  let dismissed = null; // the link whose card Escape has closed, while it keeps the focus
  let timer = 0;

  const termOf = (target) =>
    target instanceof Element ? target.closest("a.uj-term[data-term]") : null;

  function entryOf(link) {
    const meaning = document.getElementById("uj-word-" + link.dataset.term);
    return meaning && meaning.closest(".uj-word");
  }

  function makeCard() {
    card = document.createElement("div");
    card.className = "uj-popover md-typeset no-autolink";
    card.popover = "manual";
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(closeUnlessFocused, CLOSE_AFTER));
    card.addEventListener("focusin", () => clearTimeout(timer));
    card.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget !== current) later(close, CLOSE_AFTER);
    });
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function fill(entry, link) {
    const names = [...entry.querySelector("dt").childNodes].map(textOf);
    const parts = [...entry.querySelectorAll("dd")].map((part) => {
      const copy = element("div", part.className, ...part.cloneNode(true).childNodes);
      Object.assign(copy.dataset, part.dataset);
      return copy;
    });
    const more = element("a", "", "Read more");
    more.href = link.href;
    const copy = element("button", "", "Copy link");
    copy.type = "button";
    copy.addEventListener("click", () => window.unjargonCopy(copy, link.href));
    const actions = element("p", "uj-popover-actions", more, copy);
    card.replaceChildren(element("p", "uj-popover-word", ...names), ...parts, actions);
  }

  // The headword links to the page that the word itself leads to; once is enough.
  function textOf(node) {
    return node.nodeName === "A" ? document.createTextNode(node.textContent) : node.cloneNode(true);
  }

  function open(link) {
    const entry = entryOf(link);
    if (!entry || current === link || root.dataset.ujCards === "off") return;
    close();
    if (!card) makeCard();
    link.after(card);
    fill(entry, link);
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
    card.remove();
  }

  function closeUnlessFocused() {
    const focused = document.activeElement;
    if (focused !== current && !card.contains(focused)) close();
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
    if (!termOf(event.target) || event.pointerType === "touch") return;
    if (current) later(closeUnlessFocused, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event.target);
    if (link && link !== dismissed && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusout", (event) => {
    const into = card && card.contains(event.relatedTarget);
    if (!into) dismissed = null;
    if (termOf(event.target) === current && !into) later(close, CLOSE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !current) return;
    dismissed = current;
    const inside = card.contains(document.activeElement);
    close();
    if (inside) dismissed.focus();
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

  /* Copy a text for a button, which then says so. Where the clipboard is out of reach (a page that
   * was not opened over https), the old way still works. */
  window.unjargonCopy = async (button, text) => {
    const label = button.textContent;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = element("textarea", "uj-copied-text");
      field.value = text;
      button.after(field);
      field.select();
      copied = document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = copied ? "Copied" : text;
    setTimeout(() => (button.textContent = label), copied ? 2000 : 20000);
  };
})();
