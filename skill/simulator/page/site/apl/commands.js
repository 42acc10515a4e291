// The commands of a document: what it does by itself, laid out in time, and what a touch does at once.

import { evaluated } from "./expression.js";
import { isTrue, written } from "./values.js";

/** @typedef {import("./expression.js").Scope} Scope */
/** @typedef {{at_ms: number, sequencer: string, command: any}} Action a command that is due at a moment */

/**
 * The actions of commands that begin together.
 * @param {any[]} commands
 * @param {(at_ms: number) => Scope} scopeAt the values at a moment of the document
 * @param {number} sound_ms how long its sound lasts
 * @returns {Action[]} in the order of time
 */
export function planned(commands, scopeAt, sound_ms) {
  const plan = new Plan(scopeAt, sound_ms);
  for (const command of commands) plan.add(command, 0, "main");
  return plan.actions.sort((a, b) => a.at_ms - b.at_ms);
}

class Plan {
  /** @type {Action[]} */
  actions = [];
  #scopeAt;
  #sound_ms;

  /** @param {(at_ms: number) => Scope} scopeAt @param {number} sound_ms */
  constructor(scopeAt, sound_ms) {
    this.#scopeAt = scopeAt;
    this.#sound_ms = sound_ms;
  }

  /** @param {any} command @param {number} begins_ms @param {string} sequencer @returns {number} when it is over */
  add(command, begins_ms, sequencer) {
    const scope = this.#scopeAt(begins_ms);
    if (!isTrue(evaluated(command.when ?? true, scope))) return begins_ms;
    const on = command.sequencer ?? sequencer;
    const at_ms = begins_ms + Number(evaluated(command.delay ?? 0, scope));
    if (command.type === "Sequential") {
      return command.commands.reduce((/** @type {number} */ at, /** @type {any} */ one) => this.add(one, at, on), at_ms);
    }
    if (command.type === "Parallel") {
      return Math.max(at_ms, ...command.commands.map((/** @type {any} */ one) => this.add(one, at_ms, on)));
    }
    if (command.type === "SpeakItem") return at_ms + this.#sound_ms;
    if (command.type !== "Idle") this.actions.push({ at_ms, sequencer: on, command });
    return at_ms;
  }
}

/**
 * @typedef {object} Doing what commands can change
 * @property {(name: string, value: any) => void} set a name of the document
 * @property {(id: string) => void} disable a button
 * @property {(sequencer: string) => void} end what runs there
 */

/** Do a command now. Events are not sent from here: the device tells them. @param {any} command @param {Scope} scope @param {Doing} doing */
export function perform(command, scope, doing) {
  if (command.type === "SetValue") {
    if (command.property === "disabled") doing.disable(written(evaluated(command.componentId, scope)));
    else doing.set(command.property, evaluated(command.value, scope));
  } else if (command.type === "Idle") {
    doing.end(command.sequencer);
  }
}
