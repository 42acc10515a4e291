// The narrator: shows all that is said as a caption, and writes it into the log, when its moment comes.

import { word } from "./words.js";

export class Narrator {
  #caption;
  #log;
  #isSpoken;
  /** @type {{at_ms: number, end_ms: number, text: string, role: string}[]} */
  #sounds = [];
  #narrated = 0;

  /**
   * @param {import("./caption.js").Caption} caption
   * @param {import("./log.js").Log} log
   * @param {(sound: any) => boolean} isSpoken whether a voice of the page says it
   */
  constructor(caption, log, isSpoken) {
    this.#caption = caption;
    this.#log = log;
    this.#isSpoken = isSpoken;
  }

  /** Take up a new view, at this moment of the desk's clock. @param {any} view */
  load(view) {
    for (const turn of view.turns) {
      if (turn.said) this.#log.said(turn.said, turn.at_ms);
      if (turn.fault) this.#log.note(word("log.fault", { problem: turn.fault.message }));
    }
    if (view.note === "not_for_us") this.#log.note(word("log.not_for_us", { open: view.suggestions.closed[0] ?? "" }));
    this.#take(view.playback, view.now_ms);
  }

  /** Take up a desk that one comes back to, with everything that was said and heard. @param {any} view */
  reload(view) {
    this.#log.clear();
    const said = view.turns.map((turn) => ({ ...turn, mine: true })).filter((turn) => turn.said);
    const all = [...said, ...view.heard].sort((a, b) => a.at_ms - b.at_ms);
    for (const line of all) {
      if (line.mine) this.#log.said(line.said, line.at_ms);
      else this.#log.heard(line.text, line.at_ms);
    }
    this.#take(view.playback, view.now_ms);
  }

  /** @param {number} now_ms */
  tick(now_ms) {
    while (this.#narrated < this.#sounds.length && this.#sounds[this.#narrated].at_ms <= now_ms) {
      const sound = this.#sounds[this.#narrated];
      // A number that is announced would talk over the count.
      this.#caption.show(sound.text, sound.role !== "count" && !this.#isSpoken(sound));
      this.#log.heard(sound.text, sound.at_ms);
      this.#narrated += 1;
    }
  }

  /** What began up to `known_ms` has been narrated. @param {any} playback @param {number} known_ms */
  #take(playback, known_ms) {
    if (this.#sounds.length > 0 && playback === null) this.#caption.clear();
    const said = (playback?.sounds ?? []).filter((sound) => sound.kind === "speech");
    if (sameStart(said, this.#sounds)) return; // the coach talks on
    this.#sounds = said;
    this.#narrated = this.#sounds.filter((sound) => sound.at_ms <= known_ms).length;
  }
}

/** @param {{at_ms: number}[]} a @param {{at_ms: number}[]} b */
const sameStart = (a, b) => a.length === b.length && a[0]?.at_ms === b[0]?.at_ms;
