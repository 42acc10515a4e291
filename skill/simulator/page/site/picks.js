// Choosing one or several of a few: rows of buttons that stay pressed, and menus.

import { button, make } from "./dom.js";

/** @typedef {{id: string, name: string, act: () => void}} Pick */

/** A named row of buttons. The same ones again keep their focus. */
export class Picks {
  el;
  #row = make("div", "choice-row");
  #offered = "";
  /** @type {Pick[]} */
  #picks = [];

  /** @param {string} name */
  constructor(name) {
    this.el = make("fieldset", "choice", make("legend", "small-title", name), this.#row);
  }

  /** @param {Pick[]} picks */
  offer(picks) {
    this.#picks = picks;
    this.el.hidden = picks.length === 0;
    const offered = picks.map(({ id, name }) => `${id} ${name}`).join("\n");
    if (this.#offered === offered) return;
    this.#offered = offered;
    this.#row.replaceChildren(
      ...picks.map(({ id, name }, i) => named(id, button(name, "pick", () => this.#picks[i].act()))),
    );
  }

  /** @param {string[]} ids which of them are chosen */
  press(ids) {
    for (const el of this.#row.querySelectorAll("button")) {
      el.setAttribute("aria-pressed", String(ids.includes(el.dataset.testid)));
    }
  }
}

/** A menu of which one entry is chosen. */
export class Menu {
  #select;

  /** @param {HTMLSelectElement} select @param {(id: string) => void} onChoose */
  constructor(select, onChoose) {
    this.#select = select;
    select.addEventListener("change", () => onChoose(select.value));
  }

  /** @param {{id: string, name: string}[]} offered @param {string} chosenId */
  offer(offered, chosenId) {
    const known = JSON.stringify(offered);
    if (this.#select.dataset.offered !== known) {
      this.#select.dataset.offered = known;
      this.#select.replaceChildren(...offered.map(({ id, name }) => new Option(name, id)));
    }
    this.#select.value = chosenId;
  }
}

/** @param {string} testid @returns {HTMLSelectElement} */
export const select = (testid) => named(testid, make("select", "select"));

/** @param {string} name @param {HTMLElement} control */
export const labelled = (name, control) => make("label", "choice", make("span", "small-title", name), control);

/** @template {HTMLElement} T @param {string} testid @param {T} el @returns {T} */
export function named(testid, el) {
  el.dataset.testid = testid;
  return el;
}
