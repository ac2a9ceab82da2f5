/* The decision path: makes a form of the written checklist before it, and draws the conclusion.
 *
 * The checklist says everything itself: what each answer leads to stands below it in italics, and
 * the outcomes stand in a list after the questions, the best one first, the worst one last. So the
 * page keeps its words, and this script knows none of them. It stands in the page's own content:
 * instant navigation runs it anew at every visit. Nothing is sent, and nothing is kept. */
(() => {
  "use strict";

  const end = document.querySelector(".uj-decide-end");
  const form = end?.previousElementSibling;
  if (!form?.matches("form.uj-decide")) return;

  const why = end.querySelector(".uj-decide-why");
  const outcomes = [...form.querySelectorAll(":scope > ul > li")];
  const questions = [...form.querySelectorAll(":scope > ol > li")].map(question);

  why.remove(); // stands in the outcome that it explains
  form.classList.add("uj-decide-on");
  form.autocomplete = "off"; // a page that is loaded again begins anew
  form.addEventListener("change", conclude);
  form.addEventListener("submit", (event) => event.preventDefault()); // the Enter key
  for (const [name, action] of Object.entries({ begin, print: () => window.print() })) {
    end.querySelector(`[data-action=${name}]`).addEventListener("click", action);
  }
  conclude();
  end.hidden = false;

  // The questions --------------------------------------------------------------------------------

  function question(item, number) {
    const set = element("fieldset");
    const title = element("legend");
    title.append(item.querySelector("strong"));
    set.append(title, ...item.childNodes);
    item.append(set);
    const found = [...set.querySelectorAll("li")].map((one, place) => {
      return answer(one, `uj-decide-${number}`, `${number}-${place}`);
    });
    return { title, answers: found };
  }

  function answer(item, group, id) {
    const radio = element("input");
    const label = element("label");
    const follows = element("div", "uj-follows");
    Object.assign(radio, { type: "radio", name: group, id: `uj-answer-${id}` });
    follows.id = `uj-follows-${id}`;
    radio.setAttribute("aria-describedby", follows.id);
    label.append(radio, item.querySelector("strong"));
    follows.append(...item.childNodes);
    item.append(label, follows);
    const leads = word(follows.querySelector("em"));
    const outcome = outcomes.findIndex((one) => word(one.querySelector("strong")) === leads);
    return { radio, follows, outcome };
  }

  function word(part) {
    return part.textContent.trim().replace(/\.$/, "").toLowerCase();
  }

  // The conclusion -------------------------------------------------------------------------------

  // The worst answer decides; the worst of all decides before the others are given.
  function conclude() {
    const given = questions.flatMap(({ title, answers }) => {
      return answers.filter(({ radio }) => radio.checked).map((one) => ({ title, ...one }));
    });
    const worst = Math.max(0, ...given.map(({ outcome }) => outcome));
    const isDecided = given.length === questions.length || worst === outcomes.length - 1;
    outcomes.forEach((one, index) => (one.hidden = !isDecided || index !== worst));
    figure("answered", given.length);
    figure("asked", questions.length);
    figure("verdict", word(outcomes[worst].querySelector("strong")));
    for (const part of end.querySelectorAll("[data-when]")) {
      part.hidden = (part.dataset.when === "decided") !== isDecided;
    }
    const deciding = given.filter(({ outcome }) => outcome === worst);
    why.querySelector("ul").replaceChildren(...deciding.map(reason));
    outcomes[worst].append(why);
  }

  function reason({ title, follows }) {
    const made = element("li");
    const text = follows.cloneNode(true);
    text.removeAttribute("id");
    text.className = "";
    text.querySelector("em").remove(); // the outcome, which stands above
    made.append(title.firstChild.cloneNode(true), text);
    return made;
  }

  function begin() {
    form.reset();
    conclude();
    questions[0].answers[0].radio.focus();
  }

  function figure(name, value) {
    for (const part of end.querySelectorAll(`[data-figure=${name}]`)) part.textContent = value;
  }

  function element(name, className = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    return made;
  }
})();
