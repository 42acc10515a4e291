// What the browser remembers: who trains and by which voice for good, the desk and its moment for this tab.

const KEYS = { runner: "stride.runner", voice: "stride.voice", device: "stride.device", language: "stride.language", ears: "stride.ears", wake: "stride.wake", handsFree: "stride.hands_free", desk: "stride.desk", now: "stride.now" };

export const ME = "me";

/** A storage of the browser's; what it does not take, being full or forbidden, is kept as long as the page is there. */
class Keeper {
  /** @type {Map<string, string>} */
  #here = new Map();
  #storage;

  /** @param {() => globalThis.Storage} find throws where the page may not store anything */
  constructor(find) {
    try {
      this.#storage = find();
    } catch {
      this.#storage = null;
    }
  }

  /** @param {string} key @returns {string | null} */
  getItem(key) {
    return this.#here.get(key) ?? this.#storage?.getItem(key) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    this.removeItem(key);
    try {
      this.#storage?.setItem(key, text);
    } catch {
      // it is full
    }
    if (this.#storage?.getItem(key) !== text) this.#here.set(key, text);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#here.delete(key);
    this.#storage?.removeItem(key);
  }
}

const lasting = new Keeper(() => localStorage);
const ofThisTab = new Keeper(() => sessionStorage);

/** @returns {string} the runner's id */
export const rememberedRunner = () => lasting.getItem(KEYS.runner) ?? ME;

/** @param {string} runner */
export const rememberRunner = (runner) => lasting.setItem(KEYS.runner, runner);

/** @returns {string} the id of the voice that was chosen */
export const rememberedVoice = () => lasting.getItem(KEYS.voice) ?? "coach";

/** @param {string} voice */
export const rememberVoice = (voice) => lasting.setItem(KEYS.voice, voice);

/** @returns {string} the id of the ears that were chosen */
export const rememberedEars = () => lasting.getItem(KEYS.ears) ?? "offline";

/** @param {string} ears */
export const rememberEars = (ears) => lasting.setItem(KEYS.ears, ears);

/** @returns {string} the word that wakes the coach; empty where none was chosen */
export const rememberedWake = () => lasting.getItem(KEYS.wake) ?? "";

/** @param {string} wake */
export const rememberWake = (wake) => lasting.setItem(KEYS.wake, wake);

/** @returns {boolean} whether the coach listens by himself */
export const rememberedHandsFree = () => lasting.getItem(KEYS.handsFree) === "true";

/** @param {boolean} on */
export const rememberHandsFree = (on) => lasting.setItem(KEYS.handsFree, String(on));

/** @returns {string} the id of the device that was chosen */
export const rememberedDevice = () => lasting.getItem(KEYS.device) ?? "speaker";

/** @param {string} device */
export const rememberDevice = (device) => lasting.setItem(KEYS.device, device);

/** @returns {string | null} the locale that was chosen */
export const rememberedLanguage = () => lasting.getItem(KEYS.language);

/** @param {string} locale */
export const rememberLanguage = (locale) => lasting.setItem(KEYS.language, locale);

/** Be the usual runner at the usual device again. @returns {boolean} whether another one was remembered */
export function forgetWho() {
  const known = [KEYS.runner, KEYS.device].filter((key) => lasting.getItem(key) !== null);
  known.forEach((key) => lasting.removeItem(key));
  return known.length > 0;
}

/** Sit down at a new desk next time. */
export const forgetDesk = () => ofThisTab.removeItem(KEYS.desk);

/** @returns {{desk: string, now_ms: number} | null} */
export function rememberedDesk() {
  const desk = ofThisTab.getItem(KEYS.desk);
  return desk && { desk, now_ms: Number(ofThisTab.getItem(KEYS.now) ?? 0) };
}

/** @param {string} desk */
export const rememberDesk = (desk) => ofThisTab.setItem(KEYS.desk, desk);

/** @param {number} now_ms of the desk that is remembered */
export const rememberMoment = (now_ms) => ofThisTab.setItem(KEYS.now, String(Math.round(now_ms)));
