/* The slider that moves a model's line: draws every case of a table as a mark, and counts the
 * mistakes on both sides of the line.
 *
 * The table before the slider is its only source: a row for each span of scores, with how many
 * cases that are sought and how many others have such a score. In the table after it, the row of
 * the line is marked. The script stands in the page's own content: instant navigation runs it anew
 * at every visit. */
(() => {
  "use strict";

  const WIDE = 640; // of the picture, in its own units
  const MARK = 14.5; // room of a mark at its own size
  // Marks beside each other in one span of scores; fewer on a phone, or they would be specks.
  const ABREAST = matchMedia("(max-width: 40em)").matches ? 3 : 4;
  const DIAMOND = "M0-6 6 0 0 6-6 0z";

  const control = document.querySelector(".uj-line");
  const before = control && neighbour("previousElementSibling");
  if (!before) return;

  const [table] = tables(before);
  const [lines] = tables(neighbour("nextElementSibling"));
  const spans = [...table.tBodies[0].rows].map((row) => {
    const [from, sought, rest] = [...row.cells].map((cell) => parseInt(cell.textContent, 10));
    return { from, sought, rest };
  });
  const step = spans[1].from - spans[0].from;
  const lowest = spans[0].from;
  const highest = spans.at(-1).from + step;
  const picture = control.querySelector(".uj-line-picture");
  const slider = document.createElement("input");
  const marks = [];

  Object.assign(slider, { id: "uj-line", type: "range", min: lowest, max: highest, step });
  slider.autocomplete = "off"; // a page that is loaded again begins in the middle
  slider.value = lowest + step * Math.round(spans.length / 2);
  const line = draw();
  slider.addEventListener("input", show);
  picture.after(slider);
  control.querySelector("label").htmlFor = slider.id;
  show();
  control.querySelector("details").append(before);
  control.hidden = false;

  // The nearest element with a table; the theme may have put it into one of its own by now.
  function neighbour(direction) {
    let part = control[direction];
    while (part && !tables(part).length) part = part[direction];
    return part;
  }

  function tables(part) {
    if (!part) return [];
    return part.matches("table") ? [part] : [...part.querySelectorAll("table")];
  }

  // The picture ----------------------------------------------------------------------------------

  // One column of marks for each span of scores, those that are sought at its foot.
  function draw() {
    const column = WIDE / spans.length;
    const pitch = column / (ABREAST + 0.4);
    const most = Math.max(...spans.map(({ sought, rest }) => sought + rest));
    const high = (Math.ceil(most / ABREAST) + 0.5) * pitch;
    const drawing = shape("svg", { viewBox: `0 0 ${WIDE} ${high}` });
    spans.forEach(({ from, sought, rest }, index) => {
      const left = (index + 0.5) * column - ((ABREAST - 1) / 2) * pitch;
      for (let number = 0; number < sought + rest; number++) {
        const x = left + (number % ABREAST) * pitch;
        const y = high - (Math.floor(number / ABREAST) + 0.5) * pitch;
        const isSought = number < sought;
        const mark = isSought ? shape("path", { d: DIAMOND }) : shape("circle", { r: 4.6 });
        mark.setAttribute("transform", `translate(${x} ${y}) scale(${pitch / MARK})`);
        marks.push({ mark, from, isSought });
        drawing.append(mark);
      }
    });
    const made = shape("line", { class: "uj-line-drawn", y1: 0, y2: high });
    drawing.append(made);
    picture.append(drawing);
    return made;
  }

  function shape(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // The count ------------------------------------------------------------------------------------

  function show() {
    const at = slider.valueAsNumber;
    const counted = { found: 0, missed: 0, alarm: 0, left: 0 };
    for (const { mark, from, isSought } of marks) {
      const kind = isSought ? (from < at ? "missed" : "found") : from < at ? "left" : "alarm";
      mark.setAttribute("class", `uj-${kind}`);
      counted[kind]++;
    }
    const x = ((at - lowest) / (highest - lowest)) * WIDE;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    write({
      ...counted,
      ...{ line: at, lowest, highest, all: marks.length },
      marked: counted.found + counted.alarm,
      sought: counted.found + counted.missed,
      right: counted.found + counted.left,
    });
    for (const row of lines?.tBodies[0].rows ?? []) {
      row.classList.toggle("uj-here", parseInt(row.cells[0].textContent, 10) === at);
    }
  }

  function write(figures) {
    for (const part of control.querySelectorAll("[data-figure]")) {
      part.textContent = figures[part.dataset.figure].toLocaleString(unjargonLanguage);
    }
  }
})();
