// The loudspeaker: starts every clip on the audio clock, ahead of time, so that no timer can shift a beat.

import { Clips } from "./clips.js";

const AHEAD_MS = 15_000;
const REFRESH_MS = 1_000;
const HARDLY_LATE_MS = 200;
const KEPT_STARTS = 200;
const SOFT = 0.5; // 6 dB less: between two counts a wake word is heard over it more often

/**
 * @typedef {object} Sound
 * @property {number} at_ms on the desk's clock
 * @property {number} end_ms
 * @property {string} text what is said, or the address of a file
 * @property {"speech" | "audio"} kind
 * @property {"count" | "talk" | "bell"} role
 */

export class Loudspeaker {
  /** @type {{text: string, at_ms: number, context_seconds: number}[]} the last starts, for tests and the curious */
  started = [];
  context;
  #clips;
  #volume;
  #clock;
  /** @type {Sound[]} */
  #sounds = [];
  /** @type {Map<Sound, AudioScheduledSourceNode | null>} null where a sound is left out */
  #scheduled = new Map();
  /** @type {number | undefined} */
  #timer;

  /** @param {import("./clock.js").Clock} clock */
  constructor(clock) {
    this.context = new AudioContext();
    this.#clips = new Clips(this.context);
    this.#volume = new GainNode(this.context);
    this.#volume.connect(this.context.destination);
    this.#clock = clock;
  }

  /** Fetch what is heard first, so that it can be heard in time. @param {Sound[]} sounds */
  async prepare(sounds) {
    await this.#clips.fetchAll(sounds.map(addressOf));
  }

  /** @param {Sound[]} sounds what is played from now on, by the clock */
  play(sounds) {
    this.stop();
    this.#sounds = sounds;
    this.#timer = setInterval(() => this.#refresh(), REFRESH_MS);
    this.#refresh();
    const coming = sounds.filter((sound) => sound.end_ms > this.#clock.now());
    void this.#clips.fetchAll(coming.map(addressOf), () => this.#refresh());
  }

  /** Whether a sound is heard: not where its clip could not be had. @param {Sound} sound */
  says(sound) {
    return this.#clips.get(addressOf(sound)) !== null;
  }

  /** @param {boolean} softly whether to speak so that somebody else is heard, too */
  speak(softly) {
    this.#volume.gain.value = softly ? SOFT : 1;
  }

  /** Fall silent at once. */
  stop() {
    clearInterval(this.#timer);
    for (const node of this.#scheduled.values()) node?.stop();
    this.#scheduled.clear();
    this.#sounds = [];
  }

  #refresh() {
    const now = this.#clock.now();
    const seconds = this.context.currentTime; // of the same moment: it moves on while sounds are made ready
    for (const sound of this.#sounds) {
      if (sound.at_ms > now + AHEAD_MS) break;
      if (sound.end_ms > now && !this.#scheduled.has(sound)) this.#schedule(sound, now, seconds);
    }
  }

  /** @param {Sound} sound @param {number} now @param {number} seconds the same moment on the audio clock */
  #schedule(sound, now, seconds) {
    const buffer = this.#clips.get(addressOf(sound));
    if (buffer === undefined) return; // still on its way
    const late = now - sound.at_ms;
    const missed = late > HARDLY_LATE_MS;
    if (buffer === null || (missed && sound.role === "count")) {
      this.#scheduled.set(sound, null);
      return;
    }
    const node = new AudioBufferSourceNode(this.context, { buffer });
    node.connect(this.#volume);
    const begins = seconds + Math.max(0, -late) / 1000;
    node.start(begins, missed ? late / 1000 : 0); // talk is taken up where it would be by now
    this.#scheduled.set(sound, node);
    this.started.push({ text: sound.text, at_ms: sound.at_ms, context_seconds: begins });
    this.started.splice(0, this.started.length - KEPT_STARTS);
  }
}

/** @param {Sound} sound */
const addressOf = (sound) =>
  sound.kind === "speech"
    ? `/voice.wav?${new URLSearchParams({ locale: document.documentElement.lang, say: sound.text })}`
    : sound.text;
