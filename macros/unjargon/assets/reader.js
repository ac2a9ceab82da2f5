/* The reader's own terms, before the first paint: what was chosen here earlier, or what the address
 * asks for (?with=farming&for=sales), so that a presenter can share a page as the audience needs it.
 * The address counts for this visit only and changes nothing that the reader has chosen. */
(() => {
  "use strict";

  const root = document.documentElement;
  root.dataset.ujScript = "";

  // Storage can be forbidden; then a choice lasts as long as the page.
  function stored(storage, name) {
    try {
      return window[storage].getItem(name);
    } catch {
      return null;
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const [name, attribute] of [["with", "ujWith"], ["for", "ujFor"]]) {
    if (asked.has(name)) {
      try {
        sessionStorage.setItem("uj-" + name, asked.get(name));
      } catch {}
    }
    const visit = asked.get(name) ?? stored("sessionStorage", "uj-" + name);
    const value = visit ?? stored("localStorage", "uj-" + name);
    if (value) root.dataset[attribute] = value;
  }
  if (stored("localStorage", "uj-cards") === "off") root.dataset.ujCards = "off";
})();
