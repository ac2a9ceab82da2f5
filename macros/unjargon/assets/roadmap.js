/* Where the reader's day is among the days of all projects: how many are overdue, which they are in
 * the drawing, and a line for today. Without it the pages show the days themselves. */
(() => {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000; // ms

  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  const number = (day) => Date.parse(day) / DAY;

  for (const place of document.querySelectorAll("[data-overdue]")) {
    const days = place.dataset.overdue.split(" ").filter(Boolean);
    const late = days.filter((day) => number(day) < today).length;
    place.querySelector("strong").textContent = late
      ? unjargonSayMany("{late} of {n} overdue", "{late} of {n} overdue", days.length, { late })
      : unjargonSayMany("None of {n} overdue", "None of {n} overdue", days.length);
    place.dataset.state = late ? "late" : "timely";
    place.hidden = false;
  }

  for (const chart of document.querySelectorAll(".uj-roadmap")) {
    for (const step of chart.querySelectorAll("[data-day]")) {
      if (number(step.dataset.day) >= today) continue;
      step.classList.add("uj-late");
      const title = step.querySelector("title");
      title.textContent = unjargonSay("{step}, overdue", { step: title.textContent });
      document.querySelector(".uj-key-late").hidden = false;
    }
    const { first, last, left, right } = chart.dataset;
    const share = (today - number(first)) / (number(last) - number(first) || 1);
    if (share < 0 || share > 1) continue;
    const line = chart.querySelector(".uj-today");
    const x = Number(left) + share * (right - left) + "%";
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    line.setAttribute("visibility", "visible");
    document.querySelector(".uj-key-today").hidden = false;
  }
})();
