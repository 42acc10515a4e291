// The figure: a body drawn once as lines, and turned to the pose of the moment. See skill/simulator/figures.py.

import { draw } from "./dom.js";

const LINE = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" };

/**
 * @typedef {object} Moved
 * @property {string} id
 * @property {boolean} mirrored
 * @property {number[]} at ms at which the places of `number` are reached
 * @property {number[]} number places in the figure's poses, which may lie between two
 * @property {number} every_ms after which it begins again
 * @property {number} ahead_ms how far it has come when the frame begins
 */

export class Figure {
  el = draw("svg", { class: "body" });
  #fetched;
  /** The drawn figures, by id: null where there is none or it is on its way. @type {Map<string, any>} */
  #drawn = new Map();
  #shown = "";

  /** @param {(id: string) => Promise<any>} fetched gives the numbers of a figure */
  constructor(fetched) {
    this.#fetched = fetched;
    this.el.dataset.testid = "figure";
  }

  /** Ask for what will be shown: it stands there at once then. @param {Moved | null} moved */
  foresee(moved) {
    if (moved) this.#drawnOf(moved.id);
  }

  /** @param {Moved | null} moved @param {number} ms since its frame began; time may stand @param {string} name */
  show(moved, ms, name) {
    const drawn = moved && this.#drawnOf(moved.id);
    this.#enter(moved, drawn, name);
    if (moved && drawn) turn(drawn, moved, ms + moved.ahead_ms);
  }

  /** @param {Moved | null} moved @param {any} drawn @param {string} name */
  #enter(moved, drawn, name) {
    const key = moved && drawn ? `${moved.id} ${moved.mirrored} ${name}` : "";
    if (key === this.#shown) return;
    this.#shown = key;
    this.el.replaceChildren();
    this.el.removeAttribute("role");
    if (!moved || !drawn) return;
    const mirror = moved.mirrored ? `translate(${drawn.width},0) scale(-1,1)` : "";
    this.el.setAttribute("viewBox", `0 0 ${drawn.width} ${drawn.height}`);
    this.el.setAttribute("role", "img");
    this.el.setAttribute("aria-label", name);
    this.el.append(draw("g", { transform: mirror }, drawn.scene));
    this.el.dataset.figure = moved.id;
    this.el.dataset.mirrored = String(moved.mirrored);
  }

  /** @param {string} id */
  #drawnOf(id) {
    if (!this.#drawn.has(id)) {
      this.#drawn.set(id, null);
      this.#fetched(id).then(
        (figure) => this.#drawn.set(id, drawnFrom(figure)),
        () => setTimeout(() => this.#drawn.delete(id), 5_000), // asked again while it is wanted
      );
    }
    return this.#drawn.get(id);
  }
}

/** @param {any} figure */
function drawnFrom({ width, height, floor, props, body, poses }) {
  /** @type {{el: any, at: number[], turn: number}[]} */
  const parts = [];
  const whole = draw("g", {}, hung(body, parts));
  const scene = draw("g", {}, line(floor, 2, "prop"), line(props, 5, "prop"), whole);
  return { width, height, poses, scene, whole, parts };
}

/** @param {any} part @param {{el: any, at: number[], turn: number}[]} parts all of them @returns {any} */
function hung(part, parts) {
  const el = draw("g", {});
  parts.push({ el, at: part.at, turn: part.turn });
  for (const one of part.drawn) el.append(one.path ? line(one.path, one.width, one.tone) : hung(one, parts));
  return el;
}

/** @param {string} path @param {number} width @param {string} tone */
const line = (path, width, tone) => draw("path", { ...LINE, d: path, "stroke-width": width, class: `tone-${tone}` });

/** @param {any} drawn @param {Moved} moved @param {number} ms */
function turn({ poses, whole, parts }, moved, ms) {
  const pose = poseAt(poses, placeAt(moved, ms));
  whole.setAttribute("transform", `translate(${pose[0].toFixed(2)},${pose[1].toFixed(2)})`);
  for (const { el, at, turn: number } of parts) {
    el.setAttribute("transform", `translate(${at[0]},${at[1]}) rotate(${pose[number].toFixed(2)})`);
  }
}

/**
 * Where on its way through the poses a movement is: it speeds up and slows down as a swinging weight does.
 * @param {{at: number[], number: number[], every_ms: number}} moved @param {number} ms
 */
export function placeAt({ at, number, every_ms }, ms) {
  const now = ((ms % every_ms) + every_ms) % every_ms;
  let reached = number[0];
  for (let i = 1; i < at.length && now >= at[i - 1]; i += 1) {
    const share = Math.min(1, (now - at[i - 1]) / Math.max(1, at[i] - at[i - 1]));
    reached += ((number[i] - number[i - 1]) * (1 - Math.cos(Math.PI * share))) / 2;
  }
  return reached;
}

/** @param {number[][]} poses @param {number} place @returns {number[]} */
function poseAt(poses, place) {
  const before = Math.min(Math.floor(place), poses.length - 2);
  const share = place - before;
  return poses[before].map((from, i) => from + (poses[before + 1][i] - from) * share);
}
