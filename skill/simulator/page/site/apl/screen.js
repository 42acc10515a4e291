// The screen: draws the document that was sent, at any moment of the device's clock, and tells what is touched.

import { make, passFocus } from "../dom.js";
import { perform, planned } from "./commands.js";
import { Component } from "./component.js";
import { evaluated } from "./expression.js";
import { word } from "../words.js";
import { written } from "./values.js";

/** What the device has around its screen, left and right or above and below, in dp. */
const FRAME = 2 * 14;

/** @typedef {import("./commands.js").Action} Action */
/** @typedef {import("./expression.js").Scope} Scope */

/**
 * @typedef {object} Shown a document on a screen, see skill/simulator/view.py
 * @property {string} token
 * @property {number} begins_ms on the device's clock
 * @property {number} sound_ms how long its sound lasts
 * @property {any} document
 * @property {{payload: any, viewport: {width: number, height: number, shape: string}}} given
 * @property {Record<string, any>} changed the names that commands have set
 * @property {string[]} disabled buttons that were touched
 * @property {boolean} hushed whether what ran by itself was ended
 */

export class Screen {
  el = make("div", "screen");
  #glass = make("div", "screen-glass");
  #onTouch;
  #shown = "";
  #begins_ms = 0;
  /** What is given to the document, and the moment. @type {Scope} */
  #given = Object.create(null);
  /** The names that commands have set. @type {Record<string, any>} */
  #changed = {};
  /** @type {Component | null} */
  #whole = null;
  /** @type {Action[]} */
  #due = [];
  /** @type {Set<string>} */
  #disabled = new Set();

  /** @param {(button: string) => boolean} onTouch is given the id of what was touched; whether it is taken */
  constructor(onTouch) {
    this.#onTouch = onTouch;
    this.el.dataset.testid = "screen";
    this.#glass.tabIndex = -1;
    this.#glass.setAttribute("role", "group");
    this.#glass.setAttribute("aria-label", word("stage.name"));
    this.el.append(this.#glass);
    new ResizeObserver(() => this.#fit()).observe(this.el);
  }

  /** @param {Shown | null} shown the same one again goes on as it is @param {number} now_ms */
  load(shown, now_ms) {
    const key = shown ? `${shown.begins_ms} ${shown.token}` : "";
    if (key === this.#shown) return;
    this.#shown = key;
    passFocus(this.#glass, this.#glass);
    this.#glass.replaceChildren();
    this.#whole = null;
    if (shown) this.#begin(shown, now_ms);
  }

  /** @param {number} now_ms on the device's clock */
  tick(now_ms) {
    if (!this.#whole) return;
    const elapsed = Math.max(0, now_ms - this.#begins_ms);
    while (this.#due.length && this.#due[0].at_ms <= elapsed) {
      const { at_ms, command } = /** @type {Action} */ (this.#due.shift());
      perform(command, this.#scopeAt(at_ms), this);
    }
    this.#given.elapsedTime = elapsed;
    this.#whole.show();
  }

  // What commands change.

  /** @param {string} name @param {any} value */
  set(name, value) {
    this.#changed[name] = value;
  }

  /** @param {string} id */
  disable(id) {
    this.#disabled.add(id);
  }

  /** @param {string} sequencer */
  end(sequencer) {
    this.#due = this.#due.filter((action) => action.sequencer !== sequencer);
  }

  /** @param {Shown} shown @param {number} now_ms */
  #begin({ begins_ms, sound_ms, document, given, changed, disabled, hushed }, now_ms) {
    this.#begins_ms = begins_ms;
    this.#disabled = new Set(disabled);
    this.#changed = { ...changed };
    this.#given = Object.assign(Object.create(null), given, { elapsedTime: 0 });
    const { width, height, shape } = given.viewport;
    this.#glass.style.width = `${width}px`;
    this.#glass.style.height = `${height}px`;
    this.#glass.style.setProperty("--apl-vw", `${width / 100}px`);
    this.#glass.style.setProperty("--apl-vh", `${height / 100}px`);
    this.el.classList.toggle("screen-round", shape === "round");
    const [item] = [document.mainTemplate.item ?? document.mainTemplate.items].flat();
    this.#whole = new Component(item, this.#given, {
      graphics: document.graphics,
      changed: this.#changed,
      touched: (component, scope) => this.#touched(component, scope),
      isDisabled: (id) => this.#disabled.has(id),
    });
    this.#glass.append(this.#whole.el);
    const begins = this.#whole.root?.begins ?? [];
    this.#due = hushed ? [] : planned(begins, (at_ms) => this.#scopeAt(at_ms), sound_ms);
    this.#fit();
    this.tick(now_ms);
  }

  /** @param {any} component @param {Scope} scope */
  #touched(component, scope) {
    if (!this.#onTouch(written(evaluated(component.id, scope)))) return;
    passFocus(this.#glass, this.#glass); // what was touched is disabled
    for (const command of component.onPress) perform(command, scope, this);
  }

  /** The values at a moment, with the names of the root. @param {number} at_ms @returns {Scope} */
  #scopeAt(at_ms) {
    this.#given.elapsedTime = at_ms;
    return this.#whole?.root?.values ?? this.#given;
  }

  /** Make it as large as its place is. */
  #fit() {
    const { offsetWidth: width, offsetHeight: height } = this.#glass;
    if (!width || !height) return;
    const scale = Math.min(this.el.clientWidth / (width + FRAME), this.el.clientHeight / (height + FRAME));
    this.#glass.style.transform = `translate(-50%, -50%) scale(${scale})`;
  }
}
