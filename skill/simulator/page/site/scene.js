// The live view of the workout: one thing at a time, big enough to be read from across the room.

import { Agenda } from "./agenda.js";
import { capital, clockTime, make, small } from "./dom.js";
import { Figure } from "./figure.js";
import { doneAt, frameAt } from "./frame.js";
import { figureOf } from "./service.js";
import { Progress } from "./progress.js";
import { word } from "./words.js";

/** @typedef {import("./frame.js").Frame} Frame */

export class Scene {
  #el;
  #mood = make("p", "scene-mood");
  #round = make("p", "scene-round");
  #title = make("h3", "scene-title");
  #side = make("p", "scene-side");
  #figure = make("span", "figure");
  #unit = make("span", "figure-unit");
  #amount = make("p", "scene-amount", this.#figure, " ", this.#unit);
  #next = make("p", "scene-next");
  #body = new Figure(figureOf);
  #picture = make("div", "scene-picture", this.#body.el);
  #progress = new Progress();
  #agenda = new Agenda();
  /** @type {any} */
  #workout = null;
  /** @type {Frame | null} */
  #frame = null;
  #shown = "";
  /** @type {any} */
  #finish = null;
  #waits = false;
  /** @type {string | null} why the speaker is silent before its answer was over */
  #broken = null;
  /** What is said to open the coach; empty until the service has told it. */
  #open = "";

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
    const hooks = { round: this.#round, title: this.#title, side: this.#side, amount: this.#amount, next: this.#next };
    for (const [name, part] of Object.entries(hooks)) part.dataset.testid = name;
    el.append(
      make("div", "scene-head", this.#mood, this.#round),
      make(
        "div",
        "scene-frame",
        make("div", "scene-now", this.#title, this.#side, this.#picture, this.#amount, this.#progress.beats, this.#next),
      ),
      this.#progress.bar,
      this.#agenda.el,
    );
    this.#showEmpty();
  }

  /** @returns {string} the state of the workout, "paused" while it stands */
  get state() {
    if (!this.#frame) return "idle";
    return this.#frame.paused ? "paused" : this.#frame.state;
  }

  /** @param {any} view */
  load(view) {
    this.#workout = view.workout;
    this.#frame = null;
    this.#shown = "";
    this.#el.classList.toggle("scene-empty", !this.#workout);
    this.#finish = view.finish;
    this.#waits = view.waits;
    this.#broken = view.broken_off;
    this.#open = view.suggestions.closed[0] ?? "";
    this.#el.classList.toggle("scene-broken", this.#broken !== null);
    if (this.#workout) this.#prepare(this.#workout);
    else this.#showNothing();
  }

  /** @param {any} workout */
  #prepare(workout) {
    this.#agenda.load(workout);
    for (const frame of workout.frames) this.#body.foresee(frame.moved);
  }

  #showNothing() {
    this.#el.dataset.state = "idle";
    this.#progress.clear();
    this.#agenda.clear();
    this.#body.show(null, 0, "");
    for (const part of [this.#round, this.#side, this.#figure, this.#unit]) part.textContent = "";
    if (this.#waits) this.#showWaiting();
    else if (this.#finish) this.#showFinish();
    else this.#showEmpty();
    this.#showBroken();
  }

  /** @param {number} now_ms */
  tick(now_ms) {
    if (!this.#workout) return;
    const frame = frameAt(this.#workout.frames, now_ms);
    if (frame !== this.#frame) this.#change(frame);
    const done = doneAt(frame, now_ms);
    this.#body.show(frame.moved, frame.paused ? 0 : now_ms - frame.from_ms, figureName(frame));
    this.#count(frame, done);
    this.#progress.show(this.#workout, frame, done);
  }

  /** @param {Frame} frame */
  #change(frame) {
    this.#frame = frame;
    const { exercises, rounds } = this.#workout;
    const begun = frame.state !== "idle" && frame.state !== "finished";
    this.#el.dataset.state = this.state;
    this.#mood.textContent = word(`state.${this.state}`);
    this.#round.textContent = begun && frame.round > 0 ? word("scene.round", { n: frame.round, of: rounds }) : "";
    this.#title.textContent = frame.title || this.#titleOf(frame);
    this.#side.textContent = capital(frame.side);
    const dose = frame.next_dose ? `, ${small(frame.next_dose)}` : "";
    this.#next.replaceChildren();
    if (frame.next) this.#next.append(make("span", "scene-then", word("scene.next")), ` ${frame.next}${dose}`);
    else if (frame.state === "idle") this.#next.append(sizes({ exercises: exercises.length, rounds }));
    if (frame.state === "finished" && this.#finish) this.#showFinish();
    this.#showBroken();
    this.#agenda.show(frame);
  }

  /** @param {Frame} frame what to call a moment that has no exercise */
  #titleOf(frame) {
    if (frame.state === "resting") return word("scene.breathe");
    return word(frame.state === "finished" ? "scene.over" : "scene.today");
  }

  /** @param {Frame} frame @param {number} done */
  #count(frame, done) {
    const counted = frame.measure === "repetitions";
    const figure = counted ? String(done) : String(Math.ceil((frame.total - done) / 1000));
    const shown = frame.measure ? figure : "";
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#figure.textContent = shown;
    this.#figure.classList.toggle("figure-long", shown.length > 2);
    this.#unit.textContent = !shown ? "" : counted ? word("scene.of", { total: frame.total }) : word("scene.seconds");
  }

  #showEmpty() {
    this.#mood.textContent = word("empty.mood");
    this.#title.textContent = this.#open && word("empty.title", { open: this.#open });
    this.#next.textContent = word("empty.words");
  }

  /** Nothing is led until the runner has said that all is well: no praise, and no call to begin. */
  #showWaiting() {
    this.#mood.textContent = word("waits.mood");
    this.#title.textContent = word("waits.title");
    this.#next.textContent = word("waits.words");
  }

  /** The day's workout is done: what it came to stays. */
  #showFinish() {
    this.#mood.textContent = word("state.finished");
    this.#title.textContent = word("scene.over");
    this.#next.replaceChildren(...finishLines(this.#finish).map((line) => make("span", "scene-line", line)));
  }

  /** Silence that was not meant: why, and how to go on. */
  #showBroken() {
    if (!this.#broken) return;
    this.#mood.textContent = word(`broken.${this.#broken}`);
    this.#next.textContent = word("broken.kept", { open: this.#open });
  }
}

/** @param {Frame} frame */
const figureName = (frame) => [frame.title || frame.next || word("scene.first_exercise"), frame.side].filter(Boolean).join(", ");

/** @param {any} finish see skill/simulator/view.py @returns {string[]} */
function finishLines({ exercises, sets, repetitions, seconds, best, first, streak, next_day }) {
  const held = seconds ? word("finish.held", { time: clockTime(seconds * 1000) }) : "";
  const today = [sizes({ exercises, sets, repetitions }), held].filter(Boolean).join(", ");
  const most = repetitions >= best ? word("finish.most") : word("finish.best", { best });
  const known = first ? word("finish.first") : most;
  return [today, streak ? `${known} ${streak}.` : known, ...(next_day ? [nextTime(next_day)] : [])];
}

/** @param {string} date @returns {string} */
function nextTime(date) {
  const day = new Date(`${date}T12:00`).toLocaleDateString(document.documentElement.lang, { weekday: "long" });
  return word("finish.next", { day });
}

/** @param {Record<string, number>} counted how many there are of what, each by the name of its words */
const sizes = (counted) => Object.entries(counted).map(([what, n]) => word(`size.${what}`, { n })).join(", ");
