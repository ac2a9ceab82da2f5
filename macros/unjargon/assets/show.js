/* A word's own page: its big card for a room, its link, its QR code.
 *
 * The script stands in the page's own content, so that no other page pays for it; instant
 * navigation runs it anew at every visit, with a new page to work on. All that it adds to the page
 * stands in that content too, and leaves with it. */
(() => {
  "use strict";

  const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.77, 0.7, 0.64]; // of the texts on the big card
  const PAGES = { PageUp: "previous", PageDown: "next" }; // what a presenter's remote control sends

  const own = document.currentScript.src; // known only while the script is read
  const row = document.querySelector(".uj-actions");
  if (!row) return;
  const head = row.closest(".uj-head");
  const [before, after] = row.matches(":dir(rtl)") ? ["Right", "Left"] : ["Left", "Right"];
  const arrows = { [`Arrow${before}`]: "previous", [`Arrow${after}`]: "next" };
  const steps = head.querySelector(".uj-steps");
  const buttons = Object.fromEntries(
    [...row.querySelectorAll("button")].map((button) => [button.dataset.action, button]),
  );

  let card = null;
  let code = null; // the QR code below the row
  let library = null;

  const copy = () => window.unjargonCopy(buttons.copy, address());
  for (const [name, action] of Object.entries({ show: open, copy, code: toggleCode })) {
    buttons[name].addEventListener("click", action);
    buttons[name].hidden = false;
  }
  if (new URLSearchParams(location.search).has("show")) open();

  // The page's permanent address, without what a search or a heading added to it.
  function address() {
    return location.href.split(/[?#]/)[0];
  }

  // The QR code --------------------------------------------------------------------------------

  function toggleCode() {
    if (!code) {
      code = codeFigure();
      code.id = "uj-code";
      code.hidden = true;
      row.after(code);
      buttons.code.setAttribute("aria-controls", code.id);
    }
    code.hidden = !code.hidden;
    buttons.code.setAttribute("aria-expanded", String(!code.hidden));
  }

  // The code beside its address in text; the place is kept while the library is on its way.
  function codeFigure() {
    const figure = element("figure", "uj-code");
    const picture = element("div", "uj-code-picture");
    const caption = element("figcaption");
    for (const part of address().split(/(?<=[/-])/)) caption.append(part, element("wbr"));
    figure.append(picture, caption);
    library ??= load();
    library
      .then(() => window.unjargonCode(address()))
      .then((drawn) => picture.append(drawn))
      .catch(() => {
        library = null; // the next attempt may succeed
        picture.append(unjargonSay("The QR code could not be made."));
      });
    return figure;
  }

  function load() {
    return new Promise((resolve, reject) => {
      if (window.unjargonCode) return resolve(); // from a page before this one
      const script = document.createElement("script");
      script.src = new URL("code.js", own);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  // The big card -------------------------------------------------------------------------------

  function open() {
    card = element("dialog", "uj-show");
    const sheet = element("div", "uj-show-sheet");
    sheet.tabIndex = -1; // keeps the keys here wherever somebody clicks
    sheet.autofocus = true;
    sheet.append(texts(), codeFigure());
    card.append(sheet, bar());
    card.setAttribute("aria-labelledby", "uj-show-word");
    card.addEventListener("keydown", press);
    card.addEventListener("close", leave);
    row.after(card);
    card.showModal();
    keep(true);
    new ResizeObserver(() => fit(sheet)).observe(card);
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    card.remove();
    card = null;
    keep(false);
    buttons.show.focus();
  }

  // The address says whether the card is open; what else it asks for stays.
  function keep(shown) {
    const asked = location.search.slice(1).split("&");
    const kept = asked.filter((part) => part && part.split("=")[0] !== "show");
    if (shown) kept.push("show");
    const search = kept.length ? "?" + kept.join("&") : "";
    history.replaceState(history.state, "", address() + search + location.hash);
  }

  function texts() {
    const made = element("div", "uj-show-texts");
    const word = element("h2", "uj-show-word", head.querySelector("h1").textContent);
    word.id = "uj-show-word";
    made.append(word);
    const inFull = head.querySelector(".uj-in-full");
    if (inFull) made.append(element("p", "uj-show-in-full", inFull.textContent));
    made.append(element("p", "uj-show-short", head.querySelector(".uj-lead").textContent));
    const told = analogy();
    if (told) made.append(told);
    return made;
  }

  // The story of the reader's own world, else of the first one; pairs and limits stay on the page.
  function analogy() {
    const chosen = document.documentElement.dataset.ujWith;
    const all = [...document.querySelectorAll(".uj-analogies .uj-analogy")];
    const found = all.find((one) => one.dataset.domain === chosen) ?? all[0];
    const label = found?.querySelector(".uj-analogy-label");
    if (!label) return null;
    const made = element("div", "uj-show-analogy");
    made.append(element("p", "uj-show-label", label.textContent));
    for (let part = label.nextElementSibling; part && !part.matches("table"); ) {
      made.append(unlinked(part));
      part = part.nextElementSibling;
    }
    return made;
  }

  function unlinked(part) {
    const copied = part.cloneNode(true);
    for (const link of copied.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return copied;
  }

  function bar() {
    const { topic, number, count } = steps.dataset;
    const made = element("div", "uj-show-bar");
    const place = element("span", "uj-show-place", unjargonSay("{number} of {count}", {
      number: Number(number),
      count: Number(count),
    }));
    place.prepend(element("span", "uj-show-wide", `${topic} · `));
    made.append(step("previous"), place, step("next"));
    if (document.fullscreenEnabled) made.append(button(unjargonSay("Full screen"), fill));
    made.append(button(unjargonSay("Close"), () => card.close()));
    return made;
  }

  function step(name) {
    const link = steps.querySelector(`[data-step=${name}]`)?.cloneNode(true);
    if (!link) return element("span", "uj-show-step");
    link.className = "uj-show-step";
    const word = link.textContent;
    link.ariaLabel =
      name === "next"
        ? unjargonSay("Next word: {word}", { word })
        : unjargonSay("Previous word: {word}", { word });
    link.replaceChildren(element("span", "uj-show-wide", word));
    return link;
  }

  function button(label, action) {
    const made = element("button", "", label);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  // The whole document, and not the card: instant navigation to the next word keeps that.
  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  }

  function press(event) {
    // What is pressed here is meant for the card; themes have keys of their own.
    event.stopPropagation();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sheet = card.firstChild;
    const scrolls = sheet.scrollHeight > sheet.clientHeight;
    const name = arrows[event.key] ?? (scrolls ? undefined : PAGES[event.key]);
    if (name) card.querySelector(`[data-step=${name}]`)?.click();
    if (event.key.toLowerCase() === "f" && document.fullscreenEnabled) fill();
  }

  // The largest size at which everything is seen at once; what never is, scrolls.
  function fit(sheet) {
    const fits = (size) => {
      sheet.style.setProperty("--uj-size", size);
      return sheet.scrollHeight <= sheet.clientHeight;
    };
    if (!SIZES.some(fits)) sheet.style.removeProperty("--uj-size");
  }

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }
})();
