/* A reader's own session: words and stages collected while browsing, kept in this browser, and held
 * by an address that anybody can open as slides. There is no server and no account. */
(() => {
  "use strict";

  const VERSION = 1;
  const NAME = "uj-session";
  const MOST = 60;
  const KEY = /^(?:stage:)?[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const SAID_FOR = 6000; // ms

  const button = document.querySelector("[data-action=collect]");
  const page = document.querySelector(".uj-mine");
  if (button) collect(button);
  if (page) arrange(page);

  // Forbidden storage, another version or a spoilt entry count as nothing chosen.
  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME));
      return kept?.version === VERSION && Array.isArray(kept.slides) ? sound(kept.slides) : [];
    } catch {
      return [];
    }
  }

  function sound(keys) {
    return [...new Set(keys.filter((key) => KEY.test(key)))].slice(0, MOST);
  }

  function write(slides) {
    try {
      if (slides.length) localStorage.setItem(NAME, JSON.stringify({ version: VERSION, slides }));
      else localStorage.removeItem(NAME);
    } catch {}
  }

  // The page of a word or a stage.
  function collect(button) {
    const row = button.closest(".uj-actions");
    const status = row.querySelector("[role=status]");
    const key = button.dataset.slide;
    let timer = 0;
    row.querySelector("[data-action=present]").hidden = false;
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      const slides = read();
      const has = slides.includes(key);
      write(has ? slides.filter((one) => one !== key) : sound([...slides, key]));
      label();
      const link = document.createElement("a");
      link.href = button.dataset.mine;
      link.textContent = unjargonSayMany(
        "My session: {n} slide",
        "My session: {n} slides",
        read().length,
      );
      clearTimeout(timer);
      status.replaceChildren(link);
      timer = setTimeout(() => status.replaceChildren(), SAID_FOR);
    });

    function label() {
      const has = read().includes(key);
      button.textContent = has
        ? unjargonSay("Take out of my session")
        : unjargonSay("Add to my session");
    }
  }

  // The page of the session itself.
  function arrange(page) {
    const list = page.querySelector(".uj-mine-list");
    const choice = page.querySelector("select");
    const open = page.querySelector("a.uj-go");
    const status = page.querySelector("[role=status]");
    const titles = new Map(
      [...choice.querySelectorAll("option")].map((one) => [one.value, one.textContent]),
    );
    const asked = new URLSearchParams(location.search).get("slides");
    let slides = (asked ? sound(asked.split(",")) : read()).filter((key) => titles.has(key));

    page.hidden = false;
    show();
    choice.addEventListener("change", () => {
      if (choice.value) change(sound([...slides, choice.value]));
      choice.value = "";
    });
    page.querySelector("[data-action=clear]").addEventListener("click", () => change([]));
    page.querySelector("[data-action=link]").addEventListener("click", copy);

    function change(made) {
      slides = made;
      write(slides);
      show();
    }

    function query() {
      return slides.length ? `?slides=${slides.join(",")}` : "";
    }

    function show() {
      list.replaceChildren(...slides.map(entry));
      page.querySelector(".uj-mine-empty").hidden = slides.length > 0;
      open.hidden = !slides.length;
      open.href = page.dataset.deck + query();
      history.replaceState(history.state, "", location.pathname + query());
      status.textContent = "";
    }

    function entry(key, place) {
      const item = document.createElement("li");
      const title = document.createElement("span");
      const name = titles.get(key);
      title.textContent = key.startsWith("stage:") ? unjargonSay("Stage: {name}", { name }) : name;
      item.append(title);
      if (place > 0) {
        const label = unjargonSay("Earlier: {name}", { name });
        item.append(tool(unjargonSay("Earlier"), label, () => change(swapped(place))));
      }
      const label = unjargonSay("Remove: {name}", { name });
      const without = slides.filter((one) => one !== key);
      item.append(tool(unjargonSay("Remove"), label, () => change(without)));
      return item;
    }

    function swapped(place) {
      const made = [...slides];
      [made[place - 1], made[place]] = [made[place], made[place - 1]];
      return made;
    }

    function tool(text, label, action) {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.setAttribute("aria-label", label);
      made.addEventListener("click", () => {
        action();
        choice.focus(); // what was pressed is gone
      });
      return made;
    }

    async function copy() {
      try {
        await navigator.clipboard.writeText(location.href); // absent where the site has no https
        status.textContent = unjargonSay("Copied");
      } catch {
        status.textContent = unjargonSay("Copy the address of this page.");
      }
    }
  }
})();
