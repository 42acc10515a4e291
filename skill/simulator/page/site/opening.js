// Before the start: what the workout begins with, moving, and what to lay out for it.

import { make, small } from "./dom.js";
import { Figure } from "./figure.js";
import { figureOf } from "./service.js";
import { word } from "./words.js";

export class Opening {
  #el;
  #body = new Figure(figureOf);
  #words = make("p", "opening-words");
  /** @type {any} */
  #opening = null;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
    el.append(make("div", "scene-picture", this.#body.el), this.#words);
    this.#body.el.dataset.testid = "opening-figure";
  }

  /** @param {any} opening null once the coach was opened */
  load(opening) {
    this.#opening = opening;
    this.#el.hidden = !opening;
    if (!opening) return;
    const first = word("start.first", { title: opening.title, dose: small(opening.dose) });
    const things = new Intl.ListFormat(document.documentElement.lang).format(opening.needs.map(small));
    this.#words.textContent = things ? `${first} ${word("start.lay_out", { things })}` : first;
  }

  /** Nothing is heard yet, so it moves by the time outside. @param {number} ms */
  tick(ms) {
    if (this.#opening) this.#body.show(this.#opening.moved, ms, this.#opening.title);
  }
}
