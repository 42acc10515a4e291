// The log of the conversation. Counted numbers share a line, else they would push everything else away.

import { clockTime, make } from "./dom.js";
import { word } from "./words.js";

const NEAR_THE_END_PX = 40;

export class Log {
  #el;
  /** The line of numbers that is being continued. @type {HTMLElement | null} */
  #beat = null;
  /** Whether the end is in sight; a change of the log's own size must not lose it. */
  #follows = true;
  /** Where the log has put itself: an event of that scrolling comes late, and is no reader's. */
  #put = 0;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
    el.addEventListener("scroll", () => this.#noteReader(), { passive: true });
    new ResizeObserver(() => this.#follows && this.#follow()).observe(el);
  }

  /** @param {string} text @param {number} at_ms */
  said(text, at_ms) {
    this.#add("line-runner", text, clockTime(at_ms));
  }

  /** @param {string} text @param {number} at_ms */
  heard(text, at_ms) {
    const counted = !text.includes(" ");
    if (counted && this.#beat) {
      const beat = this.#beat;
      this.#atEnd(() => beat.append(` ${text}`));
      return;
    }
    const words = this.#add(counted ? "line-beat" : "line-coach", text, clockTime(at_ms));
    this.#beat = counted ? words : null;
  }

  /** @param {string} text */
  note(text) {
    this.#add("line-note", text, "");
  }

  /** @returns {string} the whole conversation, a line for each that said something */
  get text() {
    return [...this.#el.children].map(lineOf).join("");
  }

  clear() {
    this.#el.replaceChildren();
    this.#beat = null;
  }

  /** @param {string} kind @param {string} text @param {string} time @returns {HTMLElement} */
  #add(kind, text, time) {
    const words = make("span", "", text);
    this.#atEnd(() => {
      this.#el.append(make("li", `line ${kind}`, make("span", "line-time", time), ...whoOf(kind), words));
    });
    this.#beat = null;
    return words;
  }

  /** The reader has scrolled: the log follows again once its end is in sight. */
  #noteReader() {
    const { scrollHeight, scrollTop, clientHeight } = this.#el;
    if (scrollTop === this.#put) return;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX;
  }

  /** Change the log, and stay at its end if the reader was there. @param {() => void} change */
  #atEnd(change) {
    change();
    if (this.#follows) this.#follow();
  }

  #follow() {
    this.#el.scrollTop = this.#el.scrollHeight;
    this.#put = this.#el.scrollTop;
  }
}

/** Who says a line of this kind, for those who do not see its colour; nobody says a note. @param {string} kind */
function whoOf(kind) {
  if (kind === "line-note") return [];
  return [make("span", "unseen", word(kind === "line-runner" ? "log.runner" : "log.coach"))];
}

/** @param {Element} line */
function lineOf(line) {
  const parts = [...line.children].map((part) => part.textContent);
  const words = parts.pop();
  return `${parts.filter(Boolean).join(" ")}: ${words}\n`;
}
