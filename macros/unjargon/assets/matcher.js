/* Finds the terms of a glossary in plain text: the linker's matcher, for the browser.
 *
 * A port, function by function, of forms.py (words, fold, visible, gap) and linking/matcher.py
 * (find); change both together, the browser tests hold them to the same answers. Endings are not
 * computed here: exports.py writes every form out. Positions count UTF-16 units, as strings do. */
(() => {
  "use strict";

  const SPACE = " ";
  const WHITE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
  const UNSPACED = String.raw`\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}`;
  const SYLLABLES = String.raw`\uac00-\ud7a3`;
  const INVISIBLE = String.raw`\xad\u200c\u200d\u2060\ufe00-\ufe0f`;
  const MARKS = String.raw`[[\p{M}${INVISIBLE}]--[\u{e0100}-\u{e01ef}]]`;
  const LETTERS = String.raw`[[\p{L}\p{N}_]--[${UNSPACED}${SYLLABLES}]]`;

  const WORD = new RegExp(`[${UNSPACED}]${MARKS}*|[${SYLLABLES}]+|[${LETTERS}${MARKS}]+`, "gv");
  const HANGUL = new RegExp(`^[${SYLLABLES}]`, "v");
  const UNSEEN = new RegExp(`[${INVISIBLE}]`, "gv");
  const GAP = new RegExp(`^(?:[${WHITE}]*[\\-\u2010\u2011][${WHITE}]*|[${WHITE}]+)$`, "v");
  const LEFT = new RegExp(`(?<=([^${WHITE}]{0,200}))`, "vy");
  const RIGHT = new RegExp(`[^${WHITE}]{0,200}`, "vy");
  const ASCII = /^[\0-\x7f]*$/;
  const ALNUM = /^[\p{L}\p{N}]$/u;

  const JOINERS = new Set("-\u2010\u2011&.@\\=");
  const SUFFIXES = new Set("#+");
  const ADDRESS =
    /:\/\/|@|^www\.|^\.{0,2}\/|\/[^\n]*\/|\/$|\.[\p{L}\p{N}_]+\/|\/[^\n]*\.[\p{L}\p{N}_]/u;
  const AROUND = new Set(".,;:!?()[]\"'");
  const PARTICLES =
    /(?:을|를|이|가|은|는|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|이나|나|이란|란|이다|입니다|들|들을|들이|들은|들의)$/;

  // Letters that going to lower case, to upper case and back does not fold as Unicode does: the
  // dotless i, which is a letter of its own, and Cherokee, whose capitals are the folded ones.
  const FOLDED_BY_CASE = /[^\u0131\u13a0-\u13fd\uab70-\uabbf]+/g;
  const CHEROKEE = /[\u13a0-\u13fd\uab70-\uabbf]+/g;

  function casefold(text) {
    return text
      .replace(FOLDED_BY_CASE, (part) => part.toLowerCase().toUpperCase().toLowerCase())
      .replace(CHEROKEE, (part) => part.toUpperCase())
      .replaceAll("\u03c2", "\u03c3");
  }

  function words(text) {
    return Array.from(text.matchAll(WORD), (found) => ({
      word: found[0],
      key: fold(found[0]),
      start: found.index,
      end: found.index + found[0].length,
    }));
  }

  function fold(word) {
    if (ASCII.test(word)) return word.toLowerCase();
    return casefold(word.normalize("NFKC")).normalize("NFC").replace(UNSEEN, "");
  }

  function visible(word) {
    return ASCII.test(word) ? word : word.replace(UNSEEN, "").normalize("NFC");
  }

  function gap(text) {
    if (text === SPACE || GAP.test(text)) return SPACE;
    return text.replaceAll("\u2019", "'");
  }

  /* A glossary, made ready for searching: an array of {id, forms, phrases}, where a form is
   * [keys, exact, before, after] as in forms.py, empty parts at its end left out. */
  class Matcher {
    constructor(terms) {
      this.root = node();
      for (const term of [...terms].sort((one, other) => (one.id < other.id ? -1 : 1))) {
        for (const form of term.forms) this.add(term.id, form, false);
        for (const form of term.phrases) this.add(term.id, form, true);
      }
    }

    add(term, [keys, exact = [], before = "", after = ""], isPhrase) {
      let at = this.root;
      for (const key of keys) {
        at.next ??= new Map();
        if (!at.next.has(key)) at.next.set(key, node());
        at = at.next.get(key);
      }
      const exactness = exact.filter((word) => word !== null).length;
      at.entries.push({ term, exact, before, after, isPhrase, exactness });
    }

    /* Return the terms in a text in order, none overlapping another: [{start, end, terms}]. */
    find(text) {
      const found = [];
      const shielded = new Map();
      const tokens = words(text);
      let freeFrom = 0;
      for (let index = 0; index < tokens.length; index++) {
        const { word, key, start } = tokens[index];
        if (!this.root.next?.has(key) && !HANGUL.test(word)) continue;
        let best = null;
        let exactness = 0;
        for (const { begin, end, entry } of this.candidates(text, tokens, index)) {
          const { term } = entry;
          if (entry.isPhrase) {
            shielded.set(term, Math.max(end, shielded.get(term) ?? 0));
          } else if (begin < freeFrom || (shielded.get(term) ?? 0) > start) {
            continue;
          } else if (
            best === null ||
            end > best.end ||
            (end === best.end && begin < best.start) ||
            (end === best.end && begin === best.start && entry.exactness > exactness)
          ) {
            best = { start: begin, end, terms: [term] };
            exactness = entry.exactness;
          } else if (
            end === best.end &&
            begin === best.start &&
            entry.exactness === exactness &&
            !best.terms.includes(term)
          ) {
            best = { start: begin, end, terms: [...best.terms, term] };
          }
        }
        if (best) {
          found.push(best);
          freeFrom = best.end;
        }
      }
      return found;
    }

    /* Return what may begin at a word, phrases first so that they shield what they hold. */
    candidates(text, tokens, index) {
      const found = [];
      for (const { last, at, end } of this.walk(text, tokens, index)) {
        for (const entry of at.entries) {
          const span = fit(text, tokens, index, last, end, entry);
          if (span) found.push({ ...span, entry });
        }
      }
      const phrases = found.filter(({ entry }) => entry.isPhrase);
      return phrases.length ? [...phrases, ...found.filter(({ entry }) => !entry.isPhrase)] : found;
    }

    /* Follow the trie from a word: each node, its last word and where that ends. */
    walk(text, tokens, index) {
      const reached = [];
      let at = this.root;
      for (let last = index; last < tokens.length; last++) {
        if (last > index) {
          at = at.next?.get(gap(text.slice(reached.at(-1).end, tokens[last].start)));
          if (!at) break;
        }
        const { word, key } = tokens[last];
        let { end } = tokens[last];
        let step = at.next?.get(key);
        if (!step && HANGUL.test(word)) {
          const stem = word.replace(PARTICLES, "");
          step = at.next?.get(stem);
          end += stem.length - word.length;
        }
        if (!step) break;
        reached.push({ last, at: step, end });
        if (!step.next) break;
        at = step;
      }
      return reached;
    }
  }

  function node() {
    return { next: null, entries: [] };
  }

  /* Return the span of a form whose words were found, if all else about it fits too. */
  function fit(text, tokens, first, last, end, form) {
    const { exact, before, after } = form;
    for (let index = 0; index < exact.length; index++) {
      const { word } = tokens[first + index];
      if (exact[index] !== null && exact[index] !== visible(word)) return null;
    }
    const { start } = tokens[first];
    const begin = start - before.length;
    const stop = end + after.length;
    if (before && (begin < 0 || text.slice(begin, start) !== before)) return null;
    if (after && text.slice(end, stop) !== after) return null;
    return standsAlone(text, begin, stop, form) ? { begin, end: stop } : null;
  }

  /* Tell whether a span is a name of its own and not a piece of another one. */
  function standsAlone(text, begin, stop, form) {
    // Two characters on each side, which may be two units each.
    const before = [...text.slice(Math.max(begin - 4, 0), begin)].slice(-2);
    const after = [...text.slice(stop, stop + 4)].slice(0, 2);
    if (before.length) {
      const near = before.at(-1);
      const far = before.length > 1 ? before[0] : "";
      if (form.before && ALNUM.test(near)) return false;
      if (near === "@" || (JOINERS.has(near) && ALNUM.test(far))) return false;
    }
    if (after.length) {
      const [near, far = ""] = after;
      if (form.after && (ALNUM.test(near) || near === [...form.after].at(-1))) return false;
      if (SUFFIXES.has(near) || (JOINERS.has(near) && ALNUM.test(far))) return false;
    }
    if (before.at(-1) === "/" || after[0] === "/") {
      return !ADDRESS.test(chunk(text, begin, stop));
    }
    return true;
  }

  /* Return the stretch without white space around a span, as far as an address would be long. */
  function chunk(text, begin, stop) {
    LEFT.lastIndex = begin;
    RIGHT.lastIndex = stop;
    const found = LEFT.exec(text)[1] + text.slice(begin, stop) + RIGHT.exec(text)[0];
    let first = 0;
    let last = found.length;
    while (first < last && AROUND.has(found[first])) first++;
    while (last > first && AROUND.has(found[last - 1])) last--;
    return found.slice(first, last);
  }

  window.UnjargonMatcher = Object.assign(Matcher, { words, fold, visible, gap });
})();
