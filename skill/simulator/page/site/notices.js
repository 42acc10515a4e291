// Notices: a note in passing, and a banner with a way out.

export class Notices {
  #note;
  #banner;

  /** @param {HTMLElement} note @param {HTMLElement} banner with a `span` and a `button` in it */
  constructor(note, banner) {
    this.#note = note;
    this.#banner = banner;
  }

  /** @param {string} text */
  note(text) {
    this.#note.textContent = text;
    this.#note.hidden = false;
  }

  /** @param {string} problem @param {() => void} again does what failed once more */
  offer(problem, again) {
    const [words, button] = [this.#banner.querySelector("span"), this.#banner.querySelector("button")];
    if (!words || !button) throw new Error("the banner lacks a part");
    words.textContent = problem;
    button.onclick = () => {
      this.#banner.hidden = true;
      again();
    };
    this.#banner.hidden = false;
  }
}
