// The inspector: every turn, as it went to the skill and as it came back.

import { button, clockTime, make } from "./dom.js";
import { detailOf } from "./turn.js";
import { word } from "./words.js";

export class Inspector {
  #list = make("ol", "turns");
  #detail = make("div", "turn");
  #empty = make("p", "empty", word("inspector.empty"));
  /** @type {any} the limits of Amazon */
  #limits = null;
  /** @type {HTMLButtonElement | null} */
  #newest = null;
  /** @type {HTMLButtonElement | null} */
  #chosen = null;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#list.setAttribute("aria-label", word("inspector.turns"));
    el.append(this.#empty, this.#list, this.#detail);
  }

  /** @param {any[]} turns the new ones @param {any} limits */
  add(turns, limits) {
    this.#limits = limits;
    const follows = this.#chosen === this.#newest; // somebody who reads an older turn goes on reading it
    for (const turn of turns) this.#newest = this.#enlist(turn);
    this.#empty.hidden = this.#newest !== null;
    if (turns.length && follows) this.#choose(this.#newest, turns.at(-1));
  }

  clear() {
    this.#newest = this.#chosen = null;
    this.#empty.hidden = false;
    this.#list.replaceChildren();
    this.#detail.replaceChildren();
  }

  /** @param {any} turn @returns {HTMLButtonElement} */
  #enlist(turn) {
    const entry = button("", "turn-entry", () => this.#choose(entry, turn));
    entry.dataset.testid = "inspector-turn";
    entry.append(
      make("span", "line-time", clockTime(turn.at_ms)),
      make("span", "turn-said", turn.said ? word("turn.quoted", { words: turn.said }) : turn.kind),
      make("span", "turn-intent", turn.fault ? word("inspector.broke") : turn.intent || turn.kind),
    );
    entry.classList.toggle("turn-fault", Boolean(turn.fault));
    this.#list.prepend(make("li", "", entry));
    return entry;
  }

  /** @param {HTMLButtonElement | null} entry @param {any} turn */
  #choose(entry, turn) {
    this.#chosen?.removeAttribute("aria-current");
    entry?.setAttribute("aria-current", "true");
    this.#chosen = entry;
    this.#detail.replaceChildren(...detailOf(turn, this.#limits));
  }
}
