// The light ring: what the speaker does, in light and in a word.

const WORDS = { idle: "Ready", listening: "Listening", thinking: "Thinking", speaking: "Speaking" };

export class Ring {
  #el;
  #words;

  /** @param {HTMLElement} el with a `.ring-words` in it */
  constructor(el) {
    this.#el = el;
    this.#words = /** @type {HTMLElement} */ (el.querySelector(".ring-words"));
  }

  /** @param {keyof typeof WORDS} state @param {boolean} streams whether it is a stream that speaks */
  show(state, streams) {
    const words = streams && state === "speaking" ? "Playing" : WORDS[state];
    if (this.#el.dataset.state === state && this.#words.textContent === words) return;
    this.#el.dataset.state = state;
    this.#words.textContent = words;
  }
}
