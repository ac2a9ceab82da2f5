/* The page that is shown for an address that does not exist: looks the last part of the address up
 * in the glossary. The words come from the file that "Paste a text" uses. */
(() => {
  "use strict";

  const MOST = 6;

  const box = document.querySelector(".uj-lost");
  const asked = decodeURIComponent(location.pathname.replace(/\/+$|(\/index)?\.html$/g, ""))
    .split("/")
    .pop()
    .replace(/[-_+\s]+/g, " ")
    .trim();
  if (!box || !asked) return;
  box.querySelector("input").value = asked;

  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // How much two words have in common: the share of pairs of neighbouring letters.
  function likeness(one, other) {
    const pairs = (text) => new Set([...text].slice(1).map((char, index) => text[index] + char));
    const [left, right] = [pairs(one), pairs(other)];
    const common = [...left].filter((pair) => right.has(pair)).length;
    return (2 * common) / (left.size + right.size || 1);
  }

  function rank(word) {
    const wanted = fold(asked);
    // Other names, plurals and common misspellings.
    if (word.forms.some(([keys]) => keys.join("") === wanted)) return 2;
    const names = [word.id, word.term, word.expansion].filter(Boolean);
    return Math.max(
      ...names.map((name) => likeness(fold(name).replaceAll("-", " "), wanted)),
    );
  }

  const words = document.createElement("script");
  words.src = box.dataset.words;
  words.addEventListener("load", () => {
    const near = window.unjargonWords
      .map((word) => [rank(word), word])
      .filter(([score]) => score > 0.45)
      .sort(([one], [other]) => other - one)
      .slice(0, MOST);
    if (!near.length) return;
    const base = new URL(words.src);
    const list = box.querySelector("ul");
    for (const [, word] of near) {
      const link = document.createElement("a");
      link.href = new URL(word.href, base).href;
      link.textContent = word.term;
      const item = document.createElement("li");
      item.append(link, " – " + word.short);
      list.append(item);
    }
    box.querySelector("p").hidden = false;
  });
  document.head.append(words);
})();
