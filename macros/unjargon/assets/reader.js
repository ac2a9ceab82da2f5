/* The reader's own terms, before the first paint: what was chosen here earlier, or what the address
 * asks for (?with=farming&for=sales), so that a presenter can share a page as the audience needs it.
 * The address counts for this visit only and changes nothing that the reader has chosen. */
(() => {
  "use strict";

  const root = document.documentElement;
  const ATTRIBUTES = { with: "ujWith", for: "ujFor" };
  root.dataset.ujScript = "";

  // Storage can be forbidden (undefined); then a choice lasts as long as the page.
  function stored(storage, name) {
    try {
      return window[storage].getItem(name);
    } catch {}
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      if (asked.has(name)) {
        try {
          sessionStorage.setItem("uj-" + name, asked.get(name));
        } catch {}
      }
      const visit = asked.get(name) ?? stored("sessionStorage", "uj-" + name);
      const value = visit ?? stored("localStorage", "uj-" + name);
      if (value) root.dataset[attribute] = value;
      else if (value !== undefined) delete root.dataset[attribute];
    }
    const cards = stored("localStorage", "uj-cards");
    if (cards) root.dataset.ujCards = cards;
    else if (cards !== undefined) delete root.dataset.ujCards;
  }

  read();
  window.unjargonRead = read; // pages that are not loaded anew need it, too

  // What scripts say. `messages.js` has set it, its language by no name; English does without.
  const messages = window.unjargonMessages ?? { "": "en" };
  const language = (window.unjargonLanguage = messages[""]);

  function filled(message, values) {
    const shown = (_, name) => values[name].toLocaleString(language);
    return message.replace(/{(\w+)}/g, shown);
  }

  window.unjargonSay = (message, values) => filled(messages[message] ?? message, values);
  window.unjargonSayMany = (one, other, n, values) => {
    const forms = messages[one] ?? { one, other };
    const form = new Intl.PluralRules(language).select(n);
    return filled(forms[form] ?? other, { n, ...values });
  };
})();
