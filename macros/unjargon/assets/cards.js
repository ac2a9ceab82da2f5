/* Flash cards in three boxes, kept in this browser. A card begins in the first box and comes back the
 * next day; known, it moves on and comes back after three days, then after nine; not known, it moves
 * back to the first. Without this script all cards stand on the page with their answers folded. */
(() => {
  "use strict";

  const VERSION = 1;
  const NAME = "uj-flash";
  const DAYS = [1, 3, 9]; // until a card of each box comes back
  const NEW_A_DAY = 10;
  const table = document.querySelector(".uj-deal");
  if (!table) return;

  const cards = [...document.querySelectorAll(".uj-flash")];
  const part = (name) => table.querySelector(name);
  const front = part(".uj-deal-front");
  const back = part(".uj-deal-back");
  const choice = part("select");
  const status = part("[role=status]");
  const buttons = Object.fromEntries(
    [...table.querySelectorAll("button")].map((button) => [button.dataset.action, button]),
  );
  const kept = read();
  let current = null;

  choice.addEventListener("change", () => deal());
  buttons.turn.addEventListener("click", turn);
  buttons.known.addEventListener("click", () => answer(true));
  buttons.unknown.addEventListener("click", () => answer(false));
  buttons.forget.addEventListener("click", () => {
    kept.cards = {};
    kept.fresh = {};
    write();
    deal(unjargonSay("All cards are new again."));
  });
  table.hidden = false;
  deal();

  function today() {
    const now = new Date();
    return Math.floor((now - now.getTimezoneOffset() * 60000) / 86400000);
  }

  // Forbidden storage, another version or a spoilt entry: the cards begin anew, the page works.
  function read() {
    const empty = { version: VERSION, cards: {}, fresh: {} };
    try {
      const found = JSON.parse(localStorage.getItem(NAME));
      if (found?.version !== VERSION || typeof found.cards !== "object") return empty;
      for (const [key, [box, due]] of Object.entries(found.cards ?? {})) {
        const sound = DAYS[box] && Number.isInteger(due) && due <= today() + DAYS.at(-1);
        if (sound) empty.cards[key] = [box, due];
      }
      if (found.fresh?.day === today() && found.fresh.count > 0) empty.fresh = found.fresh;
      return empty;
    } catch {
      return { version: VERSION, cards: {}, fresh: {} };
    }
  }

  function write() {
    try {
      localStorage.setItem(NAME, JSON.stringify(kept));
    } catch {}
  }

  function chosen() {
    const path = choice.value;
    return cards.filter((card) => !path || card.dataset.paths.split(" ").includes(path));
  }

  function waiting() {
    const known = chosen().filter(({ dataset }) => kept.cards[dataset.card]?.[1] <= today());
    const left = NEW_A_DAY - (kept.fresh.day === today() ? kept.fresh.count : 0);
    const fresh = chosen().filter(({ dataset }) => !kept.cards[dataset.card]);
    return [...known, ...fresh.slice(0, Math.max(0, left))];
  }

  function deal(said = "") {
    const left = waiting();
    current = left[0] ?? null;
    const words = current
      ? [...current.querySelector("summary").cloneNode(true).childNodes]
      : [unjargonSay("Done for today. Come back tomorrow.")];
    front.replaceChildren(...words);
    back.hidden = true;
    buttons.turn.hidden = !current;
    buttons.known.hidden = buttons.unknown.hidden = true;
    part(".uj-deal-count").textContent = current
      ? unjargonSayMany("{n} left for today", "{n} left for today", left.length)
      : "";
    const boxes = DAYS.map((_, box) => chosen().filter((card) => kept.cards[card.dataset.card]?.[0] === box).length);
    const fresh = chosen().length - boxes.reduce((sum, count) => sum + count, 0);
    const [first, second, third] = boxes;
    part(".uj-deal-boxes span").textContent = unjargonSay(
      "New: {fresh} · box 1: {first} · box 2: {second} · box 3: {third}",
      { fresh, first, second, third },
    );
    status.textContent = said;
  }

  function turn() {
    back.replaceChildren(...current.querySelector("div").cloneNode(true).childNodes);
    back.hidden = false;
    buttons.turn.hidden = true;
    buttons.known.hidden = buttons.unknown.hidden = false;
    buttons.known.focus();
  }

  function answer(known) {
    const key = current.dataset.card;
    const before = kept.cards[key];
    if (!before) {
      const count = kept.fresh.day === today() ? kept.fresh.count : 0;
      kept.fresh = { day: today(), count: count + 1 };
    }
    const box = known ? Math.min((before?.[0] ?? 0) + 1, DAYS.length - 1) : 0;
    kept.cards[key] = [box, today() + DAYS[box]];
    write();
    const days = DAYS[box];
    deal(
      unjargonSayMany(
        "That card comes back tomorrow.",
        "That card comes back in {n} days.",
        days,
      ),
    );
    (current ? buttons.turn : front).focus();
  }
})();
