// Today's exercises and stretches: which is at hand, and what is done of each.

import { make } from "./dom.js";
import { setsDone } from "./frame.js";
import { word } from "./words.js";

export class Agenda {
  el = make("div", "agenda");
  /** @type {any} */
  #workout = null;
  #loaded = "";
  /** The row that was scrolled into sight last. @type {HTMLElement | null} */
  #brought = null;

  constructor() {
    this.el.tabIndex = 0; // on a low screen it is scrolled, also by keyboard
    this.el.setAttribute("role", "group");
    this.el.setAttribute("aria-label", word("agenda.name"));
  }

  /** @param {any} workout */
  load(workout) {
    this.#workout = workout;
    const plan = JSON.stringify([workout.exercises, workout.stretches]);
    if (plan === this.#loaded) return; // the same plan: leave it to `show`
    this.#loaded = plan;
    this.el.replaceChildren(
      ...list(word("agenda.today"), workout.exercises),
      ...(workout.stretches.length ? list(word("agenda.stretch"), workout.stretches) : []),
    );
  }

  clear() {
    this.#workout = null;
    this.#loaded = "";
    this.el.replaceChildren();
  }

  /** @param {import("./frame.js").Frame} frame */
  show(frame) {
    const { exercises, stretches } = this.#workout;
    const [work, stretch] = this.el.querySelectorAll("ol");
    showRows(work, exercises, frame, isWork(frame));
    if (stretch) showRows(stretch, stretches, frame, frame.state === "stretching");
    this.#bring(this.el.querySelector("[aria-current]"));
  }

  /** Scroll what is at hand into sight, once: a reader may look elsewhere meanwhile. @param {HTMLElement | null} row */
  #bring(row) {
    if (row === this.#brought) return;
    this.#brought = row;
    if (row) this.el.scrollTop = row.offsetTop - (this.el.clientHeight - row.offsetHeight) / 2;
  }
}

/** @param {Element} list @param {{ends: number[], led: number[]}[]} entries @param {import("./frame.js").Frame} frame @param {boolean} here */
function showRows(list, entries, frame, here) {
  [...list.children].forEach((row, i) => {
    const { ends, led } = entries[i];
    mark(row, led.slice(0, setsDone(frame, ends)), ends.length, here && i === frame.exercise);
  });
}

/** @param {import("./frame.js").Frame} frame */
const isWork = (frame) => !["idle", "warming_up", "stretching", "finished"].includes(frame.state);

/** @param {string} heading @param {{name: string, dose: string, ends: number[]}[]} entries */
function list(heading, entries) {
  const rows = entries.map(({ name, dose, ends }) => {
    const pips = make("span", "pips", ...Array.from({ length: ends.length }, () => make("span", "pip")));
    pips.ariaHidden = "true";
    const words = make("span", "agenda-words", make("span", "agenda-name", name), make("span", "agenda-dose", dose));
    return make("li", "agenda-row", pips, words, make("span", "unseen agenda-done"));
  });
  return [make("h3", "small-title", heading), make("ol", "agenda-list", ...rows)];
}

/** @param {Element} row @param {number[]} led the share of each set that is over @param {number} times @param {boolean} atHand */
function mark(row, led, times, atHand) {
  row.classList.toggle("agenda-over", led.length === times);
  if (atHand) row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
  row.querySelectorAll(".pip").forEach((pip, i) => {
    pip.classList.toggle("lit", led[i] === 1);
    pip.classList.toggle("part", led[i] > 0 && led[i] < 1);
    pip.classList.toggle("missed", led[i] === 0);
  });
  const missed = led.filter((share) => share === 0).length;
  const done = led.length - missed;
  const said = times === 1 ? (done ? word("agenda.done") : missed ? word("agenda.skipped") : "") : word("agenda.done_of", { n: done, of: times });
  const skipped = times > 1 && missed ? `, ${word("agenda.also_skipped", { n: missed })}` : "";
  /** @type {Element} */ (row.querySelector(".agenda-done")).textContent = said + skipped;
}
