// Today's exercises and stretches: which is at hand, and what is done of each.

import { make } from "./dom.js";
import { setsDone } from "./frame.js";

export class Agenda {
  el = make("div", "agenda");
  /** @type {any} */
  #workout = null;
  #loaded = "";

  /** @param {any} workout */
  load(workout) {
    this.#workout = workout;
    const plan = JSON.stringify([workout.rounds, workout.exercises, workout.stretches]);
    if (plan === this.#loaded) return; // the same plan: leave it to `show`
    this.#loaded = plan;
    this.el.replaceChildren(
      ...list("Today", workout.exercises, workout.rounds),
      ...(workout.stretches.length ? list("Stretch", workout.stretches, 1) : []),
    );
  }

  clear() {
    this.#workout = null;
    this.#loaded = "";
    this.el.replaceChildren();
  }

  /** @param {import("./frame.js").Frame} frame */
  show(frame) {
    const { exercises, rounds } = this.#workout;
    const sets = setsDone(frame, exercises.length, rounds);
    const [work, stretch] = this.el.querySelectorAll("ol");
    [...work.children].forEach((row, i) => {
      const done = Math.min(rounds, Math.max(0, Math.ceil((sets - i) / exercises.length)));
      mark(row, done, rounds, i === frame.exercise && isWork(frame));
    });
    const stretching = frame.state === "stretching";
    const stretched = frame.state === "finished" ? Infinity : stretching ? frame.exercise : 0;
    [...(stretch?.children ?? [])].forEach((row, i) => {
      mark(row, i < stretched ? 1 : 0, 1, stretching && i === frame.exercise);
    });
  }
}

/** @param {import("./frame.js").Frame} frame */
const isWork = (frame) => !["idle", "stretching", "finished"].includes(frame.state);

/** @param {string} heading @param {{name: string, dose: string}[]} entries @param {number} times */
function list(heading, entries, times) {
  const rows = entries.map(({ name, dose }) => {
    const pips = make("span", "pips", ...Array.from({ length: times }, () => make("span", "pip")));
    pips.ariaHidden = "true";
    const words = make("span", "agenda-words", make("span", "agenda-name", name), make("span", "agenda-dose", dose));
    return make("li", "agenda-row", pips, words, make("span", "unseen agenda-done"));
  });
  return [make("h3", "small-title", heading), make("ol", "agenda-list", ...rows)];
}

/** @param {Element} row @param {number} done @param {number} times @param {boolean} atHand */
function mark(row, done, times, atHand) {
  row.classList.toggle("agenda-over", done === times);
  if (atHand) row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
  row.querySelectorAll(".pip").forEach((pip, i) => pip.classList.toggle("lit", i < done));
  const said = times === 1 ? (done ? "done" : "") : `${done} of ${times} done`;
  /** @type {Element} */ (row.querySelector(".agenda-done")).textContent = said;
}
