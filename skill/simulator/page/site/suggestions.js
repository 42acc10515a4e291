// What can be said or pressed now, a chip each.

import { button, passFocus } from "./dom.js";

export class Suggestions {
  #el;
  #onChoose;
  #testid;
  #offered = "";

  /** @param {HTMLElement} el @param {(text: string) => void} onChoose @param {string} testid of each chip */
  constructor(el, onChoose, testid) {
    this.#el = el;
    this.#el.tabIndex = -1;
    this.#onChoose = onChoose;
    this.#testid = testid;
  }

  /**
   * @param {string[]} texts the same ones again are left alone, so that focus stays where it is
   * @param {(text: string) => string} [called] how each is called on its chip
   */
  offer(texts, called = (text) => text) {
    const offered = texts.join("\n");
    if (offered === this.#offered) return;
    this.#offered = offered;
    passFocus(this.#el, this.#el);
    this.#el.replaceChildren(...texts.map((text) => this.#chip(text, called(text))));
  }

  /** @param {string} text @param {string} name */
  #chip(text, name) {
    const chip = button(name, "chip", () => this.#onChoose(text));
    chip.dataset.testid = this.#testid;
    return chip;
  }
}
