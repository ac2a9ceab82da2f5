/* The site's search: a word that is called what the reader typed comes first. The results name each
 * word with all its spellings; of these, plurals and misspellings are for the search alone. */
(() => {
  "use strict";

  const field = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  if (!field || !list) return;
  const same = (text) => text.toLowerCase().replace(/[\s-]+/g, " ").trim();

  new MutationObserver((changes) => {
    const asked = same(field.value);
    for (const { addedNodes } of changes) {
      for (const item of addedNodes) {
        const title = item.querySelector("h1")?.textContent;
        for (const tag of item.querySelectorAll(".md-tag")) {
          const name = tag.textContent;
          const isExact = name.split("·").map(same).includes(asked);
          if (isExact && item !== list.firstChild) list.prepend(item);
          if (name === title || name.startsWith("·")) tag.remove();
        }
      }
    }
  }).observe(list, { childList: true });
})();
