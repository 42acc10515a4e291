// The caption: what is being said. Talk is announced to screen readers; a number is not, it would talk over the count.

export class Caption {
  #el;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
  }

  /** @param {string} text @param {string} role */
  show(text, role) {
    this.#el.setAttribute("aria-live", role === "count" ? "off" : "polite");
    this.#el.classList.toggle("caption-long", text.length > 90);
    this.#el.textContent = text;
  }

  clear() {
    this.#el.textContent = "";
  }
}
