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

  const cardsAreOff = () => document.documentElement.dataset.ujCards === "off";

  let card = null;
  let current = null; // the link whose card is open
  let dismissed = null; // the link whose card Escape has closed, while it keeps the focus
  let isPointed = false; // whether the pointer is on that link or in its card
  let timer = 0;

  const termOf = (target) =>
    target instanceof Element ? target.closest("a.uj-term[data-term]") : null;

  function entryOf(link) {
    if (cardsAreOff()) return null;
    const meaning = document.getElementById("uj-word-" + link.dataset.term);
    return meaning && meaning.closest(".uj-word");
  }

  function makeCard() {
    card = document.createElement("div");
    card.className = "uj-popover md-typeset no-autolink";
    card.popover = "manual";
    card.addEventListener("pointerenter", arrive);
    // A finger leaves whenever it is lifted; it closes the card by a tap elsewhere.
    card.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType !== "touch") leave();
    });
    card.addEventListener("focusout", () => later(closeUnlessUsed, CLOSE_AFTER));
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
    const more = element("a", "", unjargonSay("Read more"));
    more.href = link.href;
    more.target = link.target;
    const copy = element("button", "", unjargonSay("Copy link"));
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
    if (!entry || !link.isConnected || current === link) return;
    close();
    if (!card) makeCard();
    link.after(card);
    fill(entry, link);
    current = link;
    if (anchored) link.style.anchorName = "--uj-word";
    card.showPopover();
    if (!anchored) place(link);
  }

  function openPointed(link) {
    open(link);
    isPointed = current === link;
  }

  function close() {
    clearTimeout(timer);
    if (!current) return;
    if (anchored) current.style.anchorName = "";
    current = null;
    isPointed = false;
    if (card.matches(":popover-open")) card.hidePopover();
    card.remove();
  }

  function closeUnlessUsed() {
    const focused = document.activeElement;
    if (!isPointed && focused !== current && !card.contains(focused)) close();
  }

  function arrive() {
    isPointed = true;
    clearTimeout(timer);
  }

  function leave() {
    isPointed = false;
    if (current) later(closeUnlessUsed, CLOSE_AFTER);
    else clearTimeout(timer);
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  // For browsers without anchor positioning: below the word, or above it if that has more room.
  function place(link) {
    card.style.maxHeight = ""; // what an earlier place left
    const word = link.getClientRects()[0];
    const width = card.offsetWidth;
    const start = card.matches(":dir(rtl)") ? word.right - width : word.left;
    const left = Math.min(start, innerWidth - width - GAP);
    const below = innerHeight - word.bottom;
    const isBelow = below >= word.top || below >= card.offsetHeight + 2 * GAP;
    card.style.maxHeight = (isBelow ? below : word.top) - 2 * GAP + "px";
    card.style.left = Math.max(GAP, left) + "px";
    card.style.top = (isBelow ? word.bottom + GAP : word.top - card.offsetHeight - GAP) + "px";
  }

  document.addEventListener("pointerover", (event) => {
    const link = termOf(event.target);
    if (!link || event.pointerType === "touch") return;
    if (link === current) arrive();
    else later(() => openPointed(link), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (termOf(event.target) && event.pointerType !== "touch") leave();
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event.target);
    if (link && link !== dismissed && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusout", (event) => {
    const into = card && card.contains(event.relatedTarget);
    if (!into) dismissed = null;
    if (current && termOf(event.target) === current) later(closeUnlessUsed, CLOSE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !current) return;
    const link = current;
    const inside = card.contains(document.activeElement);
    close();
    // After closing: that takes the focus out of the card, which would undo it.
    if (inside || document.activeElement === link) dismissed = link;
    if (inside) link.focus();
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

  /* Copy an address for a button, which then says so. */
  window.unjargonCopy = async (button, address) => {
    const label = (button.dataset.label ??= button.textContent); // it may still say "Copied"
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      if (!copyFromField(button, address)) return;
    }
    button.ariaLive = "polite";
    button.style.minWidth = button.getBoundingClientRect().width + "px"; // so that its neighbours stay
    button.textContent = unjargonSay("Copied");
    setTimeout(() => (button.textContent = label), 2000);
  };

  // Where the clipboard is out of reach (a page that was not opened over https), the old way mostly
  // works; else the address stands there, selected, for the reader to copy.
  function copyFromField(button, address) {
    const field = element("input", "uj-address");
    field.readOnly = true;
    field.value = address;
    field.ariaLabel = unjargonSay("Address to copy");
    button.closest("p, div").after(field);
    field.focus();
    field.select();
    const copied = document.execCommand("copy");
    if (copied) button.focus();
    if (copied) field.remove();
    else field.addEventListener("blur", () => field.remove());
    return copied;
  }
})();
