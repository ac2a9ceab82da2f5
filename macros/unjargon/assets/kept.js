/* What a form says, kept in the page's address: read on arrival, on going back and when a link of
 * the page changes it, and written after each change.
 *
 * Scripts in the content of the same page use it; as they do, it runs anew at every visit under
 * instant navigation, which may be after them. */
"use strict";

/* Controls are those of the form that have a state; `show` shows it; `follow`, where there is one,
 * is told that a link has changed it. Returns what to call: `changed` after the reader changed a
 * control, `write` before the page is left. */
window.unjargonKept = (form, controls, show, follow = () => {}) => {
  const WAIT = 250; // ms from the last key to the address: browsers refuse too many changes of it

  const path = location.pathname; // instant navigation changes it before it changes the page
  let timer = 0;

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = asked.get(control.name) ?? "";
      if (control.selectedIndex < 0) control.selectedIndex = 0; // no such choice, or no longer
    }
    show();
  }

  function isRead() {
    const asked = new URLSearchParams(location.search);
    return controls.every(({ name, value }) => (asked.get(name) ?? "") === value);
  }

  function write() {
    clearTimeout(timer);
    if (location.pathname !== path || isRead()) return;
    const address = new URL(location.href);
    for (const { name, value } of controls) {
      address.searchParams.delete(name); // so that all stand in the order of the form
      if (value) address.searchParams.append(name, value);
    }
    address.hash = "";
    history.replaceState(history.state, "", address);
  }

  function changed() {
    show();
    clearTimeout(timer);
    timer = setTimeout(write, WAIT);
  }

  // A link or the Back button may have changed the address without a new page.
  function reread({ type }) {
    if (location.pathname !== path || isRead()) return;
    read();
    if (type === "click") follow();
  }

  const here = new AbortController();
  const whileHere = (action) => (event) => {
    if (form.isConnected) action(event);
    else here.abort();
  };
  addEventListener("popstate", whileHere(reread), { signal: here.signal });
  document.addEventListener(
    "click",
    whileHere((event) => {
      write(); // before the page is left
      const before = location.href;
      setTimeout(() => location.href !== before && reread(event));
    }),
    { signal: here.signal, capture: true },
  );

  read();
  return { changed, write };
};
