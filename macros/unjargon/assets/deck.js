/* Slides and the speaker's window.
 *
 * Both are this one page: with `?speaker` it shows notes, clock and the next slide, and the two
 * windows talk to each other through a channel of the browser. reveal.js moves the slides; its own
 * notes window would need inline script, which a strict content security policy refuses. */
(() => {
  "use strict";

  const WIDTH = 1280;
  const HEIGHT = 720;
  const SIZES = [1.3, 1.2, 1.1, 1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.44]; // of a slide's letters
  const AWAKE_FOR = 3000; // ms that the bar stays after a movement
  const root = document.documentElement;
  const isRightToLeft = root.matches(":dir(rtl)");
  const deck = document.querySelector(".uj-deck");
  const bar = document.querySelector(".uj-deck-bar");
  const asked = new URLSearchParams(location.search);
  if (window.unjargonSlides) choose((asked.get("slides") ?? "").split(","));
  const slides = [...deck.querySelectorAll(".slides > section")];
  const channel = channelOf();

  colour(matchMedia("(prefers-color-scheme: dark)").matches);
  for (const slide of slides) prepare(slide);
  if (asked.has("speaker")) speak();
  else if (slides.length) present();

  // The slides that the address asks for, from all that there are; unknown ones are left out.
  function choose(keys) {
    const known = keys.filter((key) => Object.hasOwn(window.unjargonSlides, key));
    const made = known.map((key) => {
      const [kind, html] = window.unjargonSlides[key];
      const slide = element("section", `uj-slide uj-slide-${kind}`);
      slide.innerHTML = html; // made by the build, from texts that it has cleaned
      slide.dataset.step = slide.querySelector("h2").textContent;
      return slide;
    });
    if (!made.length) {
      const slide = element("section", "uj-slide uj-slide-text");
      const text = element("p", "uj-slide-short");
      text.textContent = unjargonSay(
        "Nothing is chosen yet. Leave, and choose words for your session.",
      );
      slide.append(text);
      made.push(slide);
    }
    deck.querySelector(".slides").append(...made);
    document.querySelector(".uj-deck-bar a").search = known.length ? `?slides=${known.join(",")}` : "";
    const words = element("dl", "uj-words");
    const linked = [...deck.querySelectorAll("a.uj-term")].map((link) => link.dataset.term);
    for (const key of new Set(linked)) words.append(meaning(key));
    document.querySelector(".uj-deck-words").append(words);
    window.unjargonCodes(deck);
  }

  // What the card of a linked word shows.
  function meaning(key) {
    const [term, short] = window.unjargonMeanings[key];
    const entry = element("div", "uj-word");
    const name = element("dt");
    const said = element("dd");
    name.textContent = term;
    said.id = `uj-word-${key}`;
    said.textContent = short;
    entry.append(name, said);
    return entry;
  }

  // A channel of this deck alone: two talks in one browser do not move each other.
  function channelOf() {
    try {
      return new BroadcastChannel(`uj-deck ${location.pathname} ${asked.get("slides") ?? ""}`);
    } catch {
      return null;
    }
  }

  function colour(dark) {
    root.dataset.mdColorScheme = dark ? "slate" : "default";
  }

  // The story of the reader's own world, and the address in words.
  function prepare(slide) {
    const stories = [...slide.querySelectorAll(".uj-slide-story")];
    const own = stories.find((story) => story.dataset.domain === root.dataset.ujWith);
    if (own) for (const story of stories) story.classList.toggle("uj-told", story === own);
    for (const link of slide.querySelectorAll(".uj-slide-address")) {
      link.textContent = link.href.replace(/^https?:\/\//, "").replace(/\/$/, "");
    }
    for (const link of slide.querySelectorAll("a[href]:not(.uj-term)")) link.target = "_blank";
  }

  // Slides ------------------------------------------------------------------------------------

  function present() {
    deck.classList.add("uj-measured");
    for (const slide of slides) fit(slide);
    deck.classList.remove("uj-measured");
    deck.classList.add("reveal");
    bar.hidden = false;
    const moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const reveal = new window.Reveal(deck, {
      width: WIDTH,
      height: HEIGHT,
      margin: 0,
      rtl: isRightToLeft,
      center: false,
      hash: true,
      slideNumber: "c/t",
      transition: moving ? "slide" : "none",
      backgroundTransition: "none",
      postMessage: false,
      scrollActivationWidth: null,
      viewDistance: slides.length,
      keyboard: { 76: light, 83: speaker },
    });
    reveal.on("slidechanged", tell);
    reveal.initialize().then(tell);
    deck.tabIndex = -1;
    deck.focus();

    const actions = { speaker, light, overview: () => reveal.toggleOverview(), fill, print };
    for (const button of bar.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        actions[button.dataset.action]();
        button.blur(); // the next key is meant for the slides
      });
    }
    let sleep = 0;
    document.addEventListener("pointermove", () => {
      root.classList.add("uj-awake");
      clearTimeout(sleep);
      sleep = setTimeout(() => root.classList.remove("uj-awake"), AWAKE_FOR);
    });
    if (channel) {
      channel.onmessage = ({ data }) => {
        if (data.ask === "next") reveal.next();
        else if (data.ask === "previous") reveal.prev();
        else if (data.ask === "where") tell();
      };
    }

    function tell() {
      channel?.postMessage({ at: reveal.getIndices().h });
    }

    function speaker() {
      const address = new URL(location.href);
      address.searchParams.set("speaker", "");
      address.hash = "";
      open(address, "uj-speaker", "width=1100,height=800");
    }

    function light() {
      colour(root.dataset.mdColorScheme === "default");
    }

    function fill() {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen();
    }
  }

  // The largest letters with which a slide is seen whole.
  function fit(slide) {
    for (const size of SIZES) {
      slide.style.setProperty("--uj-size", size);
      if (slide.scrollHeight <= HEIGHT) return;
    }
  }

  // The speaker's window ------------------------------------------------------------------------

  function speak() {
    const made = element("main", "uj-speaker");
    const top = element("div", "uj-speaker-top");
    const clock = element("span", "uj-speaker-clock");
    const spent = element("span", "uj-speaker-clock");
    const plan = element("span", "uj-speaker-plan");
    const now = pane(unjargonSay("Now"));
    const next = pane(unjargonSay("Next"));
    const notes = element("div", "uj-speaker-notes");
    const buttons = element("div", "uj-speaker-buttons");
    let start = null;
    let at = 0;

    top.append(clock, spent, plan);
    buttons.append(
      button(unjargonSay("Previous"), () => ask("previous")),
      button(unjargonSay("Next"), () => ask("next")),
      button(unjargonSay("Start the clock again"), () => {
        start = Date.now();
        tick();
      }),
    );
    notes.tabIndex = 0;
    notes.setAttribute("aria-label", unjargonSay("Notes"));
    notes.setAttribute("role", "region");
    notes.setAttribute("aria-live", "polite");
    made.append(top, now.part, next.part, notes, buttons);
    for (const slide of slides) fitHidden(slide);
    document.title = unjargonSay("Speaker: {title}", { title: deck.dataset.title });
    deck.replaceWith(made);
    document.addEventListener("keydown", press);
    setInterval(tick, 1000);
    if (channel) {
      channel.onmessage = ({ data }) => Number.isInteger(data.at) && show(data.at);
      channel.postMessage({ ask: "where" });
    }
    show(0);

    function ask(what) {
      channel?.postMessage({ ask: what });
    }

    const [before, after] = isRightToLeft ? ["Right", "Left"] : ["Left", "Right"];

    function press(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof HTMLButtonElement && [" ", "Enter"].includes(event.key)) return;
      if ([`Arrow${after}`, "PageDown", " ", "n"].includes(event.key)) ask("next");
      else if ([`Arrow${before}`, "PageUp", "p"].includes(event.key)) ask("previous");
      else return;
      event.preventDefault();
    }

    function show(index) {
      if (!slides[index]) return;
      at = index;
      if (at > 0) start ??= Date.now(); // the talk begins when the title is left
      now.fill(slides[at]);
      next.fill(slides[at + 1]);
      const found = slides[at].querySelector(".uj-notes");
      notes.replaceChildren(...(found ? found.cloneNode(true).childNodes : [unjargonSay("No notes.")]));
      tick();
    }

    function tick() {
      const time = new Date();
      clock.textContent = time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      const seconds = start ? Math.floor((Date.now() - start) / 1000) : 0;
      const pad = (number) => String(number).padStart(2, "0");
      spent.textContent = `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
      spent.setAttribute("aria-label", unjargonSay("Time since the start"));
      const { step, until } = slides[at].dataset;
      const end = Number(until ?? 0);
      const late = end > 0 && seconds > end * 60;
      spent.classList.toggle("uj-speaker-late", late);
      if (!end) plan.textContent = step ?? "";
      else if (!late) plan.textContent = unjargonSay("{step}: until minute {end}", { step, end });
      else plan.textContent = unjargonSay("{step}: until minute {end}, you are late", { step, end });
    }
  }

  function fitHidden(slide) {
    deck.classList.add("uj-measured");
    fit(slide);
    deck.classList.remove("uj-measured");
  }

  function pane(title) {
    const part = element("section");
    const frame = element("div", "uj-speaker-pane uj-deck uj-measured");
    const heading = element("h2", "uj-speaker-label");
    heading.textContent = title;
    part.append(heading, frame);
    const fill = (slide) => {
      const copy = slide?.cloneNode(true);
      if (copy) {
        copy.inert = true;
        for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      }
      frame.replaceChildren(...(copy ? [copy] : []));
      if (copy) window.unjargonCodes(frame);
    };
    return { part, fill };
  }

  function button(label, action) {
    const made = element("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  }

  function element(name, className = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    return made;
  }
})();
