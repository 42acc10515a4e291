// The caption: what is being said. Screen readers announce it where nobody speaks it, or talk would be heard twice.

export class Caption {
  #el;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
  }

  /** @param {string} text @param {boolean} announced whether screen readers say it */
  show(text, announced) {
    this.#el.setAttribute("aria-live", announced ? "polite" : "off");
    this.#el.classList.toggle("caption-long", text.length > 90);
    this.#el.textContent = text;
  }

  clear() {
    this.#el.textContent = "";
  }
}
