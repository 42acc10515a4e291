// Before the start: what the workout begins with, moving, and what to lay out for it.

import { make, small } from "./dom.js";
import { Figure } from "./figure.js";
import { figureOf } from "./service.js";
import { word } from "./words.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

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

  /** Nothing is heard yet, so it moves by the time outside, where movement is welcome. @param {number} ms */
  tick(ms) {
    if (!this.#opening) return;
    const { moved, title } = this.#opening;
    this.#body.show(moved, calm.matches && moved ? furthest(moved) : ms, title);
  }
}

/** When a movement is furthest on its way: there one sees best what it is. @param {import("./figure.js").Moved} moved */
const furthest = ({ at, number, ahead_ms }) => at[number.indexOf(Math.max(...number))] - ahead_ms;
