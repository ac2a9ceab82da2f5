/* Pages about projects: what is due is compared with the reader's day, since a page is the same on
 * every day; and the one-page print.
 *
 * The script stands in the page's own content, so that no other page pays for it; instant
 * navigation runs it anew at every visit. Without it the pages show the days themselves. */
(() => {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000; // ms

  // Days as numbers, by the calendar that the reader sees: time zones do not count.
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  }

  function say(place) {
    const days = today() - Date.parse(place.dataset.due) / DAY;
    const late = days > 0;
    place.textContent = late
      ? unjargonSayMany("overdue by {n} day", "overdue by {n} days", days)
      : place.dataset.timely;
    place.dataset.state = late ? "late" : "timely";
  }

  for (const place of document.querySelectorAll(".uj-due[data-due]")) say(place);

  const print = document.querySelector(".uj-project-head [data-action=print]");
  if (print) {
    print.addEventListener("click", () => window.print());
    print.hidden = false;
  }
})();
