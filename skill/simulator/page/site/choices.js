// The choices: how it sounds, how fast it runs, what the runner prefers, and what can go wrong on purpose.

import { button, make } from "./dom.js";

/**
 * @typedef {object} Handlers
 * @property {(rate: number) => void} speed
 * @property {(id: string) => void} voice
 * @property {(say: string) => void} wish
 * @property {() => void} newRunner
 * @property {() => void} me
 * @property {(id: string) => void} device
 * @property {() => void} drop
 * @property {() => void} unplug
 * @property {(failing: boolean) => void} store
 */

const PREFERENCES = { pacing: "Pace", speech: "Counting" };

export class Choices {
  #handlers;
  #voice = make("select", "select");
  #device = make("select", "select");
  #speeds = group("Speed");
  #runner = group("Runner");
  /** @type {Record<string, ReturnType<typeof group>>} */
  #preferences = {};
  #store;
  #failing = false;
  #rate = 1;

  /** @param {HTMLElement} el @param {Handlers} handlers */
  constructor(el, handlers) {
    this.#handlers = handlers;
    this.#voice.dataset.testid = "voice";
    this.#voice.addEventListener("change", () => handlers.voice(this.#voice.value));
    this.#device.dataset.testid = "device";
    this.#device.addEventListener("change", () => handlers.device(this.#device.value));
    this.#store = button("", "button", () => handlers.store(!this.#failing));
    for (const [wish, name] of Object.entries(PREFERENCES)) this.#preferences[wish] = group(name);
    const mishaps = group("Mishaps");
    mishaps.row.append(
      named("drop", button("Drop the session", "button", handlers.drop)),
      named("unplug", button("Cut the power", "button", handlers.unplug)),
      named("store", this.#store),
    );
    const parts = [this.#speeds, ...Object.values(this.#preferences), this.#runner, mishaps];
    el.append(
      make("div", "choice-pair", labelled("Voice", this.#voice), labelled("Device", this.#device)),
      ...parts.map((part) => part.el),
    );
  }

  /** @param {any} view */
  load(view) {
    fill(this.#device, view.devices, view.device.id);
    this.#pick(this.#speeds, view.speeds.map((rate) => this.#speed(rate)));
    this.speed(this.#rate);
    for (const [wish, part] of Object.entries(this.#preferences)) {
      const offered = view.choices[wish] ?? [];
      this.#pick(part, offered.map((choice) => ({ ...choice, act: () => this.#handlers.wish(choice.say) })));
      press(part.row, view.preferences[wish]);
    }
    this.#pick(this.#runner, [
      { id: "me", name: "Me", act: this.#handlers.me },
      { id: "new-runner", name: "Somebody new", act: this.#handlers.newRunner },
    ]);
    press(this.#runner.row, view.runner === "me" ? "me" : "new-runner");
    this.#failing = view.store_failing;
    this.#store.textContent = this.#failing ? "Let the store work again" : "Let the store fail";
    this.#store.setAttribute("aria-pressed", String(this.#failing));
  }

  /** @param {{id: string, name: string}[]} voices @param {string} chosenId */
  offerVoices(voices, chosenId) {
    fill(this.#voice, voices, chosenId);
  }

  /** @param {number} rate the one that is chosen now */
  speed(rate) {
    this.#rate = rate;
    press(this.#speeds.row, `speed-${rate}`);
  }

  /** @param {number} rate */
  #speed(rate) {
    return { id: `speed-${rate}`, name: `\u00d7\u2009${rate}`, act: () => this.#handlers.speed(rate) };
  }

  /** Buttons of which one is pressed; the same ones again keep their focus. */
  #pick(part, offered) {
    const ids = offered.map(({ id }) => id).join(" ");
    if (part.row.dataset.ids === ids) return;
    part.row.dataset.ids = ids;
    part.row.replaceChildren(...offered.map(({ id, name, act }) => named(id, button(name, "pick", act))));
  }
}

/** @param {string} testid @param {HTMLButtonElement} el */
function named(testid, el) {
  el.dataset.testid = testid;
  return el;
}

/** @param {HTMLElement} row @param {string} chosenId */
function press(row, chosenId) {
  for (const el of row.querySelectorAll("button")) {
    el.setAttribute("aria-pressed", String(el.dataset.testid === chosenId));
  }
}

/** @param {string} name @returns {{el: HTMLElement, row: HTMLElement}} */
function group(name) {
  const row = make("div", "choice-row");
  return { row, el: make("fieldset", "choice", make("legend", "small-title", name), row) };
}

/** @param {string} name @param {HTMLElement} control */
const labelled = (name, control) => make("label", "choice", make("span", "small-title", name), control);

/** @param {HTMLSelectElement} select @param {{id: string, name: string}[]} offered @param {string} chosenId */
function fill(select, offered, chosenId) {
  const known = JSON.stringify(offered);
  if (select.dataset.offered !== known) {
    select.dataset.offered = known;
    select.replaceChildren(...offered.map(({ id, name }) => new Option(name, id)));
  }
  select.value = chosenId;
}
