// The light ring: what the speaker does, in light and in a word.

import { word } from "./words.js";

export class Ring {
  #el;
  #words;

  /** @param {HTMLElement} el with a `.ring-words` in it */
  constructor(el) {
    this.#el = el;
    this.#words = /** @type {HTMLElement} */ (el.querySelector(".ring-words"));
  }

  /** @param {string} state @param {boolean} streams whether it is a stream that speaks */
  show(state, streams) {
    const words = word(`ring.${streams && state === "speaking" ? "playing" : state}`);
    if (this.#el.dataset.state === state && this.#words.textContent === words) return;
    this.#el.dataset.state = state;
    this.#words.textContent = words;
  }
}
