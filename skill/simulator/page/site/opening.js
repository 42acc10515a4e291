// Before the start: what the workout begins with, moving, and what to lay out for it.

import { make } from "./dom.js";
import { Figure } from "./figure.js";
import { figureOf } from "./service.js";

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
    const needs = opening.needs.length ? ` Lay out ${opening.needs.join(", ").toLowerCase()}.` : "";
    this.#words.textContent = `First: ${opening.title}, ${opening.dose.toLowerCase()}.${needs}`;
  }

  /** Nothing is heard yet, so it moves by the time outside. @param {number} ms */
  tick(ms) {
    if (this.#opening) this.#body.show(this.#opening.moved, ms, this.#opening.title);
  }
}
