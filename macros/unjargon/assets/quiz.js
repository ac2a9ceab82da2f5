/* The quiz: makes a form of each question that stands on the page, and tells how it went.
 *
 * Without this script the questions stand there with their answers folded. The best result is kept
 * in this browser; what is kept there and is no result of this version counts as none. */
(() => {
  "use strict";

  const VERSION = 1;
  const quiz = document.querySelector(".uj-quiz");
  if (quiz) hold(quiz);
  for (const item of document.querySelectorAll(".uj-quizzes [data-quiz]")) {
    const best = read(item.dataset.quiz);
    if (!best) continue;
    const told = item.querySelector(".uj-quiz-best");
    told.textContent = unjargonSay("best: {right} of {of}", best);
    told.hidden = false;
  }

  function read(id) {
    try {
      const kept = JSON.parse(localStorage.getItem("uj-quiz-" + id));
      const sound = kept?.version === VERSION && Number.isInteger(kept.right) && kept.of > 0;
      return sound && kept.right >= 0 && kept.right <= kept.of ? kept : null;
    } catch {
      return null; // forbidden storage, or not what this script has written
    }
  }

  function write(id, right, of) {
    const best = read(id);
    if (best && best.right / best.of >= right / of) return;
    try {
      localStorage.setItem("uj-quiz-" + id, JSON.stringify({ version: VERSION, right, of }));
    } catch {}
  }

  function hold(quiz) {
    const asked = [...quiz.querySelectorAll(".uj-asked-one")];
    const results = new Map();
    asked.forEach((one, number) => form(one, number, (right) => note(one, right)));

    function note(one, right) {
      results.set(one, right);
      if (results.size < asked.length) return;
      const count = [...results.values()].filter(Boolean).length;
      const end = quiz.querySelector(".uj-quiz-end");
      const again = document.createElement("button");
      again.type = "button";
      again.className = "uj-go";
      again.textContent = unjargonSay("Try again");
      again.addEventListener("click", () => location.reload());
      const told = document.createElement("p");
      told.textContent = unjargonSayMany(
        "You answered {right} of {n} question right.",
        "You answered {right} of {n} questions right.",
        asked.length,
        { right: count },
      );
      end.replaceChildren(told, again);
      write(quiz.dataset.quiz, count, asked.length);
    }
  }

  function form(one, number, done) {
    const question = one.querySelector(".uj-asked-question");
    const list = one.querySelector(".uj-options");
    const answer = one.querySelector(".uj-check");
    const right = one.dataset.right.split(" ").map(Number);
    const ordered = one.dataset.kind === "order";
    const items = [...list.children];
    const made = document.createElement("form");
    const button = document.createElement("button");
    const said = document.createElement("p");

    list.setAttribute("role", ordered ? "group" : "radiogroup");
    list.setAttribute("aria-labelledby", question.id);
    for (const [place, item] of items.entries()) {
      const text = item.textContent;
      const label = document.createElement("label");
      const input = ordered ? choice(items.length) : radio(number, place);
      label.append(input, element("span", text));
      item.setAttribute("role", "presentation");
      item.replaceChildren(label);
    }
    button.className = "uj-go";
    button.textContent = unjargonSay("Check");
    said.setAttribute("role", "status");
    said.className = "uj-asked-said";
    list.before(made);
    made.append(list, button, said);
    answer.hidden = true;
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = ordered ? order() : chosen();
      if (!given) {
        said.textContent = ordered
          ? unjargonSay("Give each stage a number of its own.")
          : unjargonSay("Choose an answer first.");
        return;
      }
      const good = given.join() === right.join();
      for (const input of made.querySelectorAll("input, select")) input.disabled = true;
      button.remove();
      one.dataset.result = good ? "right" : "wrong";
      if (!ordered) {
        mark(items[right[0]], "uj-is-right", unjargonSay("✓ right"));
        if (!good) mark(items[given[0]], "uj-is-wrong", unjargonSay("✕ your answer"));
      }
      said.textContent = good ? unjargonSay("Right.") : unjargonSay("Not quite.");
      answer.hidden = false;
      answer.open = true;
      answer.querySelector("summary").focus();
      done(good);
    });

    function chosen() {
      const place = items.findIndex((item) => item.querySelector("input").checked);
      return place < 0 ? null : [place];
    }

    function order() {
      const places = items.map((item) => item.querySelector("select").value);
      if (places.includes("") || new Set(places).size < places.length) return null;
      return places.map((_, index) => places.indexOf(String(index + 1)));
    }
  }

  function mark(item, kind, verdict) {
    item.classList.add(kind);
    item.querySelector("label").append(" ", element("b", verdict));
  }

  function radio(number, place) {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "uj-asked-" + number, value: String(place) });
    return input;
  }

  function choice(count) {
    const select = document.createElement("select");
    select.append(new Option("–", ""));
    for (let place = 1; place <= count; place++) select.append(new Option(String(place)));
    return select;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }
})();
