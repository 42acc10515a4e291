// How far it is: the beats of what is being done, and the whole workout as a row of its sets.

import { make } from "./dom.js";
import { word } from "./words.js";

export class Progress {
  /** A stroke for each repetition or second of this set. */
  beats = make("div", "beats");
  /** A segment for each side of each set, then for each stretch. */
  bar = make("div", "progress");

  constructor() {
    this.beats.ariaHidden = "true"; // the number beside says it
    this.bar.dataset.testid = "progress";
    this.bar.setAttribute("role", "progressbar");
    this.bar.setAttribute("aria-label", word("progress.name"));
    this.clear();
  }

  clear() {
    this.beats.replaceChildren();
    this.bar.hidden = true;
  }

  /**
   * @param {{units: number, stretch_units: number, led: number[]}} workout
   * @param {import("./frame.js").Frame} frame
   * @param {number} done of the frame's total
   */
  show(workout, frame, done) {
    const of = frame.measure === "seconds" ? 1000 : 1;
    grow(this.beats, Math.ceil(frame.total / of), "beat");
    light(this.beats, done / of);
    this.bar.hidden = false;
    grow(this.bar, workout.units + workout.stretch_units, "segment");
    const stretching = (/** @type {number} */ i) => i >= workout.units;
    [...this.bar.children].forEach((el, i) => {
      el.classList.toggle("segment-stretch", stretching(i));
      el.classList.toggle("part", workout.led[i] > 0 && workout.led[i] < 1);
      el.classList.toggle("missed", workout.led[i] === 0);
    });
    const atWork = frame.state !== "resting" && frame.total > 0;
    const part = atWork ? Math.min(0.999, done / frame.total) : 0;
    light(this.bar, frame.unit + part);
    const whole = (100 * (frame.unit + part)) / (workout.units + workout.stretch_units);
    this.bar.setAttribute("aria-valuenow", String(Math.round(whole)));
  }
}

/** @param {HTMLElement} row @param {number} count @param {string} className */
function grow(row, count, className) {
  if (row.childElementCount === count) return;
  row.replaceChildren(...Array.from({ length: count }, () => make("span", className)));
}

/** Light whole strokes up to `done`, and mark the one that is under way. @param {HTMLElement} row @param {number} done */
function light(row, done) {
  const key = String(Math.floor(done));
  if (row.dataset.lit === key && row.dataset.of === String(row.childElementCount)) return;
  row.dataset.lit = key;
  row.dataset.of = String(row.childElementCount);
  [...row.children].forEach((el, i) => {
    el.classList.toggle("lit", i < Math.floor(done));
    el.classList.toggle("at-hand", i === Math.floor(done));
  });
}
