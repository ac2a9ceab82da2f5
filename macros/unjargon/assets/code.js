/* QR codes, drawn as pictures: `unjargonCode(address)` promises one; places that name their address
 * are filled when the page has been read. The encoder is fetched when the first code is wanted. */
(() => {
  "use strict";

  const QUIET_ZONE = 4; // modules around a QR code that have to stay white
  const own = document.currentScript.src; // known only while the script is read
  let encoder = null;

  function load() {
    return new Promise((resolve, reject) => {
      if (window.unjargonQr) return resolve(window.unjargonQr); // from a page before this one
      const script = document.createElement("script");
      script.src = new URL("lean-qr.js", own);
      script.onload = () => resolve(window.unjargonQr);
      script.onerror = reject;
      document.head.append(script);
    });
  }

  window.unjargonCode = (address) => {
    encoder ??= load();
    return encoder
      .then(({ generate }) => drawn(generate(address)))
      .catch((error) => {
        encoder = null; // the next attempt may succeed
        throw error;
      });
  };

  // Dark on light in every colour scheme: not every camera reads the other way round.
  function drawn(bits) {
    const side = bits.size + 2 * QUIET_ZONE;
    const picture = shape("svg", {
      viewBox: `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`,
      role: "img",
      "aria-label": unjargonSay("QR code of this page's address"),
      "shape-rendering": "crispEdges",
    });
    const paper = { x: -QUIET_ZONE, y: -QUIET_ZONE, width: side, height: side, fill: "#fff" };
    picture.append(shape("rect", paper), shape("path", { d: outline(bits), fill: "#000" }));
    return picture;
  }

  function outline(bits) {
    let path = "";
    for (let y = 0; y < bits.size; y++) {
      for (let x = 0; x < bits.size; x++) {
        let width = 0;
        while (bits.get(x + width, y)) width++;
        if (width) path += `M${x} ${y}h${width}v1h${-width}z`;
        x += width;
      }
    }
    return path;
  }

  function shape(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // `<div class="uj-qr" data-address="../">`: the address may be relative, as all links are.
  window.unjargonCodes = (root) => {
    for (const place of root.querySelectorAll(".uj-qr[data-address]:empty")) {
      const address = new URL(place.dataset.address, document.baseURI).href;
      window.unjargonCode(address).then(
        (picture) => {
          picture.setAttribute("aria-label", unjargonSay("QR code of {address}", { address }));
          place.replaceChildren(picture);
        },
        () => {}, // the address stands beside it
      );
    }
  };
  window.unjargonCodes(document);
})();
