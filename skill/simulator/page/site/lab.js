// The test desk: how fast time runs, how the coach's counting is sent, who trains, and what goes wrong on purpose.

import { Picks } from "./picks.js";
import { word } from "./words.js";

/**
 * @typedef {object} Handlers
 * @property {(rate: number) => void} speed
 * @property {(words: string) => void} ask
 * @property {() => void} newRunner
 * @property {() => void} me
 * @property {() => void} drop
 * @property {() => void} unplug
 * @property {(failing: boolean) => void} store
 */

export class Lab {
  #handlers;
  #speeds = new Picks(word("choice.speed"));
  #speech = new Picks(word("choice.speech"));
  #runner = new Picks(word("choice.runner"));
  #mishaps = new Picks(word("choice.mishaps"));
  #rate = 1;

  /** @param {HTMLElement} el @param {Handlers} handlers */
  constructor(el, handlers) {
    this.#handlers = handlers;
    el.append(...[this.#speeds, this.#speech, this.#runner, this.#mishaps].map((part) => part.el));
  }

  /** @param {any} view */
  load(view) {
    const act = this.#handlers;
    this.#speeds.offer(view.speeds.map((/** @type {number} */ rate) => this.#speed(rate)));
    this.speed(this.#rate);
    const ways = view.choices.speech ?? [];
    this.#speech.offer(ways.map((/** @type {any} */ way) => ({ ...way, act: () => act.ask(way.say) })));
    this.#speech.press(view.preferences.speech);
    this.#runner.offer([
      { id: "me", name: word("choice.me"), act: act.me },
      { id: "new-runner", name: word("choice.new"), act: act.newRunner },
    ]);
    this.#runner.press([view.runner === "me" ? "me" : "new-runner"]);
    const failing = view.store_failing;
    this.#mishaps.offer([
      { id: "drop", name: word("choice.drop"), act: act.drop },
      { id: "unplug", name: word("choice.unplug"), act: act.unplug },
      { id: "store", name: word(failing ? "choice.store_works" : "choice.store_fails"), act: () => act.store(!failing) },
    ]);
    this.#mishaps.press(failing ? ["store"] : []);
  }

  /** @param {number} rate the one that is chosen now */
  speed(rate) {
    this.#rate = rate;
    this.#speeds.press([`speed-${rate}`]);
  }

  /** @param {number} rate */
  #speed(rate) {
    return { id: `speed-${rate}`, name: `\u00d7\u2009${rate}`, act: () => this.#handlers.speed(rate) };
  }
}
