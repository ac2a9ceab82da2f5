/* The word of the day: one for each day of the reader's own calendar, in an order that jumps about
 * in the alphabet. */
(() => {
  "use strict";

  const STEP = 37; // prime, so that every word has its turn unless their number is a multiple of it

  const words = [...document.querySelectorAll(".uj-days > div")];
  const now = new Date();
  const day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
  words.forEach((word, index) => {
    word.hidden = index !== (day * STEP) % words.length;
  });
})();
