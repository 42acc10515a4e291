// The log of the conversation. Counted numbers share a line, else they would push everything else away.

import { clockTime, make } from "./dom.js";

const MOST_LINES = 200;
const NEAR_THE_END_PX = 40;

export class Log {
  #el;
  /** The line of numbers that is being continued. @type {HTMLElement | null} */
  #beat = null;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
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

  clear() {
    this.#el.replaceChildren();
    this.#beat = null;
  }

  /** @param {string} kind @param {string} text @param {string} time @returns {HTMLElement} */
  #add(kind, text, time) {
    const words = make("span", "", text);
    this.#atEnd(() => {
      this.#el.append(make("li", `line ${kind}`, make("span", "line-time", time), words));
      if (this.#el.childElementCount > MOST_LINES) this.#el.firstElementChild?.remove();
    });
    this.#beat = null;
    return words;
  }

  /** Change the log, and stay at its end if the reader was there. @param {() => void} change */
  #atEnd(change) {
    const { scrollHeight, scrollTop, clientHeight } = this.#el;
    change();
    const wasThere = scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX;
    if (wasThere) this.#el.scrollTop = this.#el.scrollHeight;
  }
}
