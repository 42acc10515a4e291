// The browser's own voices: nice where there are any, but never on the beat to the millisecond.

const WATCHDOG_MS = 2_000;

/** @returns {{id: string, name: string}[]} the voices of this machine; those that need a network are left out */
export function localVoices() {
  const all = globalThis.speechSynthesis?.getVoices() ?? [];
  return all
    .filter((voice) => voice.localService)
    .map((voice) => ({ id: `browser:${voice.voiceURI}`, name: `${voice.name} (${voice.lang})` }));
}

/** @param {() => void} listener called when the browser has found more voices */
export function onMoreVoices(listener) {
  globalThis.speechSynthesis?.addEventListener("voiceschanged", listener);
}

/** Says each sound at its moment by a voice of the browser. Has the methods of a `Loudspeaker`. */
export class BrowserVoice {
  #clock;
  #voice;
  #onDead;
  /** @type {number[]} */
  #timers = [];

  /**
   * @param {import("./clock.js").Clock} clock
   * @param {string} id of `localVoices`
   * @param {() => void} onDead called when the voice does not begin to speak in time
   */
  constructor(clock, id, onDead) {
    this.#clock = clock;
    this.#voice = speechSynthesis.getVoices().find((voice) => `browser:${voice.voiceURI}` === id);
    this.#onDead = onDead;
  }

  async prepare() {
    if (!this.#voice) throw new Error("The browser has no such voice.");
  }

  /** @param {import("./loudspeaker.js").Sound[]} sounds */
  play(sounds) {
    this.stop();
    const now = this.#clock.now();
    for (const sound of sounds) {
      if (sound.kind !== "speech" || sound.end_ms <= now) continue;
      this.#after(sound.at_ms - now, () => this.#say(sound.text));
    }
  }

  /** All that is said is heard. */
  says() {
    return true;
  }

  /** Fall silent at once. */
  stop() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    speechSynthesis.cancel();
  }

  /** @param {number} ms @param {() => void} act */
  #after(ms, act) {
    this.#timers.push(setTimeout(act, ms));
  }

  /** @param {string} text */
  #say(text) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = this.#voice ?? null;
    const watchdog = setTimeout(this.#onDead, WATCHDOG_MS);
    this.#timers.push(watchdog);
    utterance.addEventListener("start", () => clearTimeout(watchdog));
    speechSynthesis.cancel(); // a count does not wait for talk
    speechSynthesis.speak(utterance);
  }
}
