// Which voice speaks: the coach's clips, one of the browser's, or none but the captions.

import { BrowserVoice, localVoices } from "./browser_voice.js";
import { Loudspeaker } from "./loudspeaker.js";
import { word } from "./words.js";

const AUDIO_STARTS_MS = 800;

/**
 * @typedef {object} Voice
 * @property {(sounds: object[]) => Promise<void>} prepare
 * @property {(sounds: object[]) => void} play
 * @property {(sound: object) => boolean} says whether a sound that plays is heard
 * @property {() => void} stop
 */

/** @type {Voice} */
const SILENCE = { prepare: async () => {}, play: () => {}, says: () => false, stop: () => {} };

export class Voices {
  /** The coach's own; null until a click has let the page make a sound. @type {Loudspeaker | null} */
  loudspeaker = null;
  /** Whether the server has clips to play. */
  hasClips = true;
  #clock;
  #chosen;
  #onProblem;
  #softly = false;
  /** @type {Voice} */
  #voice = SILENCE;

  /**
   * @param {import("./clock.js").Clock} clock
   * @param {string} chosen the id of the voice
   * @param {(problem: string) => void} onProblem called where a voice fails and another takes over
   */
  constructor(clock, chosen, onProblem) {
    this.#clock = clock;
    this.#chosen = chosen;
    this.#onProblem = onProblem;
  }

  get chosen() {
    return this.#chosen;
  }

  /** @returns {{id: string, name: string}[]} what can be chosen from */
  offered() {
    const coach = this.hasClips ? [{ id: "coach", name: word("voice.coach") }] : [];
    return [...coach, { id: "captions", name: word("voice.captions") }, ...localVoices()];
  }

  /** @param {string} id */
  choose(id) {
    this.#chosen = id;
  }

  /** Let the page make sounds; browsers allow it after a click or a key alone. */
  async unlock() {
    if (this.#chosen !== "coach") return;
    this.loudspeaker ??= new Loudspeaker(this.#clock);
    this.loudspeaker.speak(this.#softly);
    const { context } = this.loudspeaker;
    if (context.state === "running") return;
    const started = context.resume();
    const tooLong = new Promise((resolve) => setTimeout(resolve, AUDIO_STARTS_MS));
    await Promise.race([started, tooLong]);
    if (context.state !== "running") {
      this.#onProblem(word("voice.silent"));
      this.#chosen = "captions";
    }
  }

  /** @returns {Voice} the voice to speak with now; above life's speed there is none */
  now() {
    this.#voice.stop();
    this.#voice = this.#fitting();
    const audible = this.#voice === this.loudspeaker;
    const context = this.loudspeaker?.context;
    this.#clock.follow(audible && context ? () => context.currentTime * 1000 : null);
    return this.#voice;
  }

  /** @param {boolean} softly whether the coach speaks so that the runner is heard over him */
  speak(softly) {
    this.#softly = softly;
    this.loudspeaker?.speak(softly);
  }

  /** Whether the voice of the moment says something that plays. @param {any} sound */
  says(sound) {
    return this.#voice.says(sound);
  }

  /** Fall silent at once. */
  stop() {
    this.#voice.stop();
  }

  #fitting() {
    if (this.#clock.rate > 1 || this.#chosen === "captions") return SILENCE;
    if (this.#chosen === "coach") {
      const sounding = this.hasClips && this.loudspeaker?.context.state === "running";
      return sounding && this.loudspeaker ? this.loudspeaker : SILENCE;
    }
    return new BrowserVoice(this.#clock, this.#chosen, () => {
      this.#chosen = this.hasClips ? "coach" : "captions";
      this.#onProblem(word("voice.dead"));
    });
  }
}
