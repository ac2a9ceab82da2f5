/* A reader's progress on learning paths: kept in this browser, carried elsewhere by a link.
 *
 * A step is known by its title, so that progress outlives a step that is put before it. What is
 * stored can be of another version, of a path that has changed, or spoilt: whatever is no step of
 * the page counts as not done, and nothing else happens. */
(() => {
  "use strict";

  const VERSION = 1;
  const SAID_FOR = 4000; // ms

  const box = document.querySelector(".uj-progress");
  if (box) follow(box);
  else list();

  function read(path) {
    try {
      const kept = JSON.parse(localStorage.getItem("uj-path-" + path));
      return kept?.version === VERSION && Array.isArray(kept.done) ? kept.done.map(String) : [];
    } catch {
      return []; // forbidden storage, or not what this script has written
    }
  }

  function write(path, done) {
    try {
      const name = "uj-path-" + path;
      if (done.length) localStorage.setItem(name, JSON.stringify({ version: VERSION, done }));
      else localStorage.removeItem(name);
    } catch {} // then progress lasts as long as the page
  }

  function told(done, count) {
    return done === count
      ? unjargonSay("All steps done")
      : unjargonSayMany("{done} of {n} step done", "{done} of {n} steps done", count, { done });
  }

  // The page that lists all paths.
  function list() {
    for (const card of document.querySelectorAll(".uj-card[data-path]")) {
      const steps = card.dataset.steps.split(" ");
      const done = read(card.dataset.path).filter((step) => steps.includes(step));
      const pill = card.querySelector(".uj-progress-pill");
      pill.textContent = told(done.length, steps.length);
      pill.hidden = !done.length;
    }
  }

  function follow(box) {
    const path = box.dataset.path;
    const steps = [...document.querySelectorAll(".uj-step")];
    const keys = steps.map((step) => step.dataset.step);
    const checks = steps.map((step) => step.querySelector(".uj-step-done input"));
    const next = box.querySelector(".uj-continue");
    const status = box.querySelector("[role=status]");
    let timer = 0;
    let field = null;

    let done = read(path).filter((key) => keys.includes(key));
    // A link with progress adds to what is kept here: opening it never loses a step.
    const brought = new URLSearchParams(location.search).get("done");
    if (brought) {
      done = keys.filter((key) => done.includes(key) || brought.split(".").includes(key));
      write(path, done);
      history.replaceState(history.state, "", location.pathname + location.hash);
    }
    for (const [index, check] of checks.entries()) {
      check.parentElement.hidden = false;
      const step = headingOf(steps[index]).firstChild.textContent;
      check.setAttribute("aria-label", unjargonSay("Done: {step}", { step }));
      check.addEventListener("change", () => {
        const ticked = keys.filter((_, place) => checks[place].checked);
        done = ticked;
        write(path, done);
        show();
      });
    }
    box.querySelector("[data-action=link]").addEventListener("click", copy);
    box.querySelector("[data-action=forget]").addEventListener("click", () => {
      done = [];
      write(path, done);
      show();
      say(unjargonSay("All steps are open again."));
    });
    box.hidden = false;
    show();

    function headingOf(step) {
      let found = step.previousElementSibling;
      while (found && found.tagName !== "H2") found = found.previousElementSibling;
      return found;
    }

    function show() {
      for (const [index, check] of checks.entries()) check.checked = done.includes(keys[index]);
      const open = keys.findIndex((key) => !done.includes(key));
      box.querySelector("progress").value = done.length;
      box.querySelector(".uj-progress-text").textContent = told(done.length, keys.length);
      next.hidden = open < 0;
      if (open >= 0) {
        next.href = "#" + headingOf(steps[open]).id;
        next.textContent = done.length
          ? unjargonSay("Continue where you stopped")
          : unjargonSay("Begin");
      }
    }

    function say(text) {
      clearTimeout(timer);
      status.textContent = text;
      timer = setTimeout(() => (status.textContent = ""), SAID_FOR);
    }

    async function copy() {
      const here = location.href.split(/[?#]/)[0];
      const address = done.length ? `${here}?done=${done.join(".")}` : here;
      try {
        await navigator.clipboard.writeText(address); // absent where the site has no https
        say(unjargonSay("Copied"));
      } catch {
        field ??= document.createElement("input");
        field.className = "uj-address";
        field.readOnly = true;
        field.value = address;
        field.setAttribute("aria-label", unjargonSay("Address with my progress"));
        box.append(field);
        field.focus();
        field.select();
        say(unjargonSay("Copy the selected address."));
      }
    }
  }
})();
