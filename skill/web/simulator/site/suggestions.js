// What can be said now, to press instead of typing.

import { button } from "./dom.js";

export class Suggestions {
  #el;
  #onChoose;
  #offered = "";

  /** @param {HTMLElement} el @param {(text: string) => void} onChoose */
  constructor(el, onChoose) {
    this.#el = el;
    this.#onChoose = onChoose;
  }

  /** @param {string[]} texts the same ones again are left alone, so that focus stays where it is */
  offer(texts) {
    const offered = texts.join("\n");
    if (offered === this.#offered) return;
    this.#offered = offered;
    this.#el.replaceChildren(...texts.map((text) => this.#chip(text)));
  }

  /** @param {string} text */
  #chip(text) {
    const chip = button(text, "chip", () => this.#onChoose(text));
    chip.dataset.testid = "chip";
    return chip;
  }
}
