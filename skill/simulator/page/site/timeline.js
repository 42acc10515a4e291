// The timeline of one answer: talk as bars, counts as strokes, bells above them, the open microphone as shade, and where we are.

import { clockTime, draw, make } from "./dom.js";
import { word } from "./words.js";

const HEIGHT = 64;
const COUNT_WIDTH = 0.0035; // of the whole, so that a short word is still seen
const PLACES = { talk: [20, 24], count: [8, 48], bell: [0, 6] }; // from the top, and how high
const LEGEND = ["talk", "count", "bell", "reprompt", "listening"];

export class Timeline {
  #el;
  #head = make("div", "playhead");
  #time = make("span", "playhead-time");
  /** @type {any} */
  #playback = null;

  /** @param {HTMLElement} el */
  constructor(el) {
    this.#el = el;
    this.#head.append(this.#time);
    this.load(null);
  }

  /** @param {any} playback null where nothing plays */
  load(playback) {
    this.#playback = playback;
    if (!playback) {
      this.#el.replaceChildren(make("p", "empty", word("timeline.empty")));
      return;
    }
    const { begins_ms, ends_ms } = playback;
    const ends = make("p", "timeline-ends", make("span", "", clockTime(begins_ms)), make("span", "", clockTime(ends_ms)));
    this.#el.replaceChildren(make("div", "track", picture(playback), this.#head), ends, legend());
  }

  /** @param {number} now_ms */
  tick(now_ms) {
    if (!this.#playback) return;
    const { begins_ms, ends_ms } = this.#playback;
    const part = Math.min(1, Math.max(0, (now_ms - begins_ms) / (ends_ms - begins_ms)));
    this.#head.style.transform = `translateX(${part * 100}%)`;
    const time = clockTime(now_ms);
    if (this.#time.textContent !== time) this.#time.textContent = time;
    this.#time.classList.toggle("playhead-late", part > 0.9);
  }
}

/** @param {any} playback */
function picture({ begins_ms, ends_ms, listening, sounds }) {
  const whole = ends_ms - begins_ms;
  const bar = (from, to, kind, y, height, title) =>
    draw(
      "rect",
      { class: kind, x: from - begins_ms, width: Math.max(to - from, whole * COUNT_WIDTH), y, height },
      draw("title", {}, title),
    );
  const [talk, counts, bells] = ["talk", "count", "bell"].map(
    (role) => sounds.filter((sound) => sound.role === role).length,
  );
  return draw(
    "svg",
    {
      viewBox: `0 0 ${whole} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": word("timeline.told", { time: clockTime(whole), counts, talk, bells, times: listening.length }),
    },
    ...listening.map(([from, to]) => bar(from, to, "mark-listening", 0, HEIGHT, word("timeline.listening"))),
    ...sounds.map((sound) => {
      const kind = sound.source === "reprompt" ? "mark-reprompt" : `mark-${sound.role}`;
      const [y, height] = PLACES[sound.role];
      const heard = sound.role === "bell" ? word("timeline.bell") : sound.text;
      return bar(sound.at_ms, sound.end_ms, kind, y, height, `${clockTime(sound.at_ms)} ${heard}`);
    }),
  );
}

function legend() {
  const entry = (kind) => make("li", "", make("span", `swatch swatch-${kind}`), word(`timeline.${kind}`));
  return make("ul", "legend", ...LEGEND.map(entry));
}
