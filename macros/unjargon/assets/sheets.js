/* Sheets of single pages under instant navigation. The theme takes them over from the next page, but
 * to the end of the head, and shows that page before they are loaded. So each goes to where a page
 * brings it, after the main sheet, and the page stays unseen until all of them are there. */
(() => {
  "use strict";

  const root = document.documentElement;
  const main = document.querySelector('link[href$="/unjargon/unjargon.css"]');
  const taken = new WeakSet(); // moving a sheet is a change of the head, too
  const late = new Set();
  let place = null; // px from the top, where the reader was before going back to this page

  const isNew = (node) =>
    node.rel === "stylesheet" && /\/unjargon\/[a-z]+\.css$/.test(node.href) && !taken.has(node);

  function take(sheet) {
    if (!late.size) place = history.state?.y ?? null;
    taken.add(sheet);
    late.add(sheet);
    root.dataset.ujWaits = "";
    for (const event of ["load", "error"]) sheet.addEventListener(event, () => arrive(sheet));
    main.after(sheet);
  }

  function arrive(sheet) {
    if (!late.delete(sheet) || late.size) return;
    delete root.dataset.ujWaits;
    // The theme has scrolled while the page had another height.
    if (place !== null) scrollTo(0, place);
    else if (location.hash) document.querySelector(":target")?.scrollIntoView();
  }

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) [...addedNodes].filter(isNew).forEach(take);
    for (const sheet of late) if (!sheet.isConnected) arrive(sheet); // of a page left meanwhile
  }).observe(document.head, { childList: true });
})();
