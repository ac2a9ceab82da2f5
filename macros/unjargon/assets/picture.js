/* A word's card as a picture for other people's slides: SVG, which stays sharp, and PNG, which every
 * program takes. It is drawn here, from the page's own text; nothing is sent anywhere. */
(() => {
  "use strict";

  const WIDTH = 1280;
  const HEIGHT = 720;
  const EDGE = 72;
  const FAMILY = "Arial, Helvetica, sans-serif";
  const own = document.currentScript.src; // known only while the script is read
  const row = document.querySelector(".uj-actions");
  const buttons = row?.querySelectorAll("[data-action=picture]") ?? [];
  const head = row?.closest(".uj-head");
  const isRightToLeft = row?.matches(":dir(rtl)");

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => save(button.dataset.format));
  }

  async function save(format) {
    const svg = new XMLSerializer().serializeToString(await drawn());
    const file = new Blob([svg], { type: "image/svg+xml" });
    const name = location.pathname.replace(/(?:\/|\.html)$/, "").split("/").pop();
    download(format === "svg" ? file : await png(svg), `${name}.${format}`);
  }

  function download(file, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // By way of a data address, which a strict content security policy allows for pictures.
  function png(svg) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        Object.assign(canvas, { width: WIDTH * 2, height: HEIGHT * 2 });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(resolve, "image/png");
      };
      image.onerror = reject;
      image.src = "data:image/svg+xml," + encodeURIComponent(svg);
    });
  }

  async function drawn() {
    const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT });
    svg.append(
      shape("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }),
      shape("rect", { x: side(0, 16), width: 16, height: HEIGHT, fill: "#0f5f5a" }),
    );
    const word = head.querySelector("h1").textContent.trim();
    const inFull = head.querySelector(".uj-in-full")?.textContent ?? "";
    const short = head.querySelector(".uj-lead").textContent.trim();
    let y = 170;
    y = write(svg, word, { y, size: 84, weight: 700, fill: "#0b4a46" });
    if (inFull) y = write(svg, inFull, { y, size: 36, weight: 400, fill: "#4d5b60" });
    write(svg, short, { y: y + 30, size: 46, weight: 400, fill: "#1d2a2e" });
    const address = location.href.split(/[?#]/)[0];
    const shown = address.replace(/^https?:\/\//, "").replace(/\/$/, "");
    write(svg, shown, { y: HEIGHT - 56, size: 24, weight: 400, fill: "#4d5b60", room: 880 });
    const code = await codeOf(address);
    if (code) svg.append(code);
    return svg;
  }

  // Lines as wide as the room; the letters shrink where there would be too many of them.
  function write(svg, text, { y, size, weight, fill, room = WIDTH - 2 * EDGE }) {
    const measure = document.createElement("canvas").getContext("2d");
    measure.font = `${weight} ${size}px ${FAMILY}`;
    const lines = [];
    for (const word of text.split(/\s+/)) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && measure.measureText(longer).width <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    const widest = Math.max(...lines.map((line) => measure.measureText(line).width));
    const fitted = Math.min(size, (size * room) / widest);
    for (const line of lines) {
      const font = { "font-family": FAMILY, "font-size": fitted, "font-weight": weight };
      const direction = isRightToLeft ? "rtl" : "ltr";
      const made = shape("text", { x: side(EDGE), y, fill, direction, ...font });
      made.textContent = line;
      svg.append(made);
      y += fitted * 1.3;
    }
    return y;
  }

  async function codeOf(address) {
    try {
      await load();
      const code = await window.unjargonCode(address);
      const size = 190;
      const [x, y] = [side(WIDTH - EDGE - size, size), HEIGHT - EDGE - size];
      for (const [name, value] of Object.entries({ x, y, width: size, height: size })) {
        code.setAttribute(name, value);
      }
      return code;
    } catch {
      return null; // the address stands there in words
    }
  }

  // Where something of a width stands, counted from the side on which lines begin.
  function side(x, width = 0) {
    return isRightToLeft ? WIDTH - x - width : x;
  }

  function load() {
    return new Promise((resolve, reject) => {
      if (window.unjargonCode) return resolve();
      const script = document.createElement("script");
      script.src = new URL("code.js", own);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  function shape(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
})();
