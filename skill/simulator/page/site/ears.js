// Which ears listen: those of the page's own service, or the browser's recogniser. Or none.

import { BrowserEars, browserListens } from "./browser_ears.js";
import { mayCapture } from "./capture.js";
import { OfflineEars } from "./offline_ears.js";
import { word } from "./words.js";

/**
 * @typedef {import("./offline_ears.js").Listener} Listener
 * @typedef {{live: boolean, handsFree: boolean, on(): Promise<boolean>, off(): void, listen(): void, close(): void}} Listening
 */

export class Ears {
  /** The words by which the coach can be woken. @type {string[]} */
  wakes;
  /** Why the page's own service does not listen; null where it does. @type {string | null} */
  why;
  /** Whether what is said goes to another machine than the coach's. */
  soundLeaves;
  /** Whether they were switched on. */
  isOn = false;
  /** @type {OfflineEars | null} */
  #own;
  #browsers;
  #chosen;
  #listener;
  #tell;

  /**
   * @param {string} language such as "en-US"
   * @param {{wakes: string[], why: string | null, sound_leaves: boolean}} offer what the service says of its ears
   * @param {string} chosen the id of the ears @param {string} wake the word that was chosen
   * @param {() => string} desk @param {() => boolean} asked see `OfflineEars`
   * @param {Listener} listener
   */
  constructor(language, { wakes, why, sound_leaves }, chosen, wake, desk, asked, listener) {
    this.wakes = wakes;
    this.soundLeaves = sound_leaves;
    this.why = mayCapture ? why : "insecure";
    this.#chosen = chosen;
    this.#listener = { ...listener, trouble: (reason) => this.#trouble(reason) };
    this.#tell = listener.trouble;
    const called = wakes.includes(wake) ? wake : wakes[0];
    this.#own = this.why === null ? new OfflineEars(called, desk, asked, this.#listener) : null;
    /** @type {Listening | null} */
    this.#browsers = browserListens ? new BrowserEars(language, this.#listener) : null;
  }

  /** @returns {Listening | null} */
  get #present() {
    return (this.#chosen === "browser" ? this.#browsers : null) ?? this.#own ?? this.#browsers;
  }

  /** Whether anybody can listen here. */
  get exist() {
    return this.#present !== null;
  }

  /** Whether the coach can be woken by a word. */
  get canBeWoken() {
    return this.#present !== null && this.#present === this.#own;
  }

  /** What wakes the coach; empty where nothing does. */
  get wake() {
    return this.#own?.wake ?? "";
  }

  /** Wake the coach by another word from now on. @param {string} wake */
  callBy(wake) {
    this.#own?.callBy(wake);
    this.#listener.changed();
  }

  /** Whether the browser can listen, which sends sound to its maker. */
  get byBrowser() {
    return this.#browsers !== null;
  }

  /** Whether sound leaves the page. */
  get live() {
    return this.#present?.live ?? false;
  }

  /** Whether a wake word is listened for. */
  get handsFree() {
    return this.#present?.handsFree ?? false;
  }

  get chosen() {
    return this.#present === this.#browsers ? "browser" : "offline";
  }

  /** @returns {{id: string, name: string}[]} what can be chosen from */
  offered() {
    const all = [["offline", this.#own], ["browser", this.#browsers]];
    return all.filter(([, ears]) => ears).map(([id]) => ({ id: String(id), name: word(`ears.${id}`) }));
  }

  /** @param {string} id */
  choose(id) {
    const wasOn = this.isOn;
    this.off();
    this.#chosen = id;
    if (wasOn) void this.on();
    else this.#listener.changed();
  }

  /** Begin to listen; the browser asks for the microphone, after a click alone. */
  async on() {
    if (!this.#present) {
      this.#tell(this.why ?? "fails");
      return;
    }
    this.isOn = true;
    this.#listener.changed();
    await this.#present.on();
    this.#listener.changed();
  }

  off() {
    this.isOn = false;
    this.#present?.off();
    this.#listener.changed();
  }

  /** Listen to words without a wake word. */
  listen() {
    if (this.isOn) this.#present?.listen();
  }

  /** Listen to words no longer. */
  close() {
    this.#present?.close();
  }

  /** @param {string} why some of them end the listening, others do not */
  #trouble(why) {
    if (!STILL_ON.has(why)) this.isOn = false;
    this.#tell(why);
    this.#listener.changed();
  }
}

const STILL_ON = new Set([
  "silent",
  "clips",
  "slow",
  "service_away",
  "service_slow",
  "service_broken",
  "service_language",
]);
