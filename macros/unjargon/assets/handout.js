/* The handout: addresses in words, for those who cannot scan a code, and a button that prints. */
(() => {
  "use strict";

  for (const link of document.querySelectorAll(".uj-slide-address")) {
    link.textContent = link.href.replace(/^https?:\/\//, "").replace(/\/$/, "");
  }
  const button = document.querySelector(".uj-handout-bar button");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
