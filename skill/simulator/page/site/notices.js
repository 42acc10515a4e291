// Notices, above everything and in nobody's way: a note that goes by itself, and a banner with a way out.

import { passFocus } from "./dom.js";

const NOTE_MS = 10_000;

export class Notices {
  #note;
  #banner;
  #home;
  #leaving = 0;

  /**
   * @param {HTMLElement} note @param {HTMLElement} banner with a `span` and a `button` in it
   * @param {HTMLElement} home has the focus once the button is gone
   */
  constructor(note, banner, home) {
    this.#note = note;
    this.#banner = banner;
    this.#home = home;
  }

  /** @param {string} text */
  note(text) {
    this.#note.textContent = text;
    this.#note.hidden = false;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.dismiss(), NOTE_MS);
  }

  /** Take the note away: it was read, or something else has happened since. */
  dismiss() {
    this.#note.hidden = true;
  }

  /** Offer nothing any more: something was done since. */
  settle() {
    passFocus(this.#banner, this.#home);
    this.#banner.hidden = true;
  }

  /** @param {string} problem @param {() => void} again does what failed once more */
  offer(problem, again) {
    const [words, button] = [this.#banner.querySelector("span"), this.#banner.querySelector("button")];
    if (!words || !button) throw new Error("the banner lacks a part");
    words.textContent = problem;
    button.onclick = () => {
      this.settle();
      again();
    };
    this.#banner.hidden = false;
  }
}
