// What the browser remembers: who trains and by which voice for good, the desk and its moment for this tab.

const KEYS = { runner: "stride.runner", voice: "stride.voice", device: "stride.device", language: "stride.language", ears: "stride.ears", wake: "stride.wake", handsFree: "stride.hands_free", desk: "stride.desk", now: "stride.now" };

export const ME = "me";

/** @returns {string} the runner's id */
export const rememberedRunner = () => localStorage.getItem(KEYS.runner) ?? ME;

/** @returns {string} an id that nobody has yet; `randomUUID` would be missing where the page comes without TLS */
export const newRunner = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(16)).join("-");

/** @param {string} runner */
export const rememberRunner = (runner) => localStorage.setItem(KEYS.runner, runner);

/** @returns {string} the id of the voice that was chosen */
export const rememberedVoice = () => localStorage.getItem(KEYS.voice) ?? "coach";

/** @param {string} voice */
export const rememberVoice = (voice) => localStorage.setItem(KEYS.voice, voice);

/** @returns {string} the id of the ears that were chosen */
export const rememberedEars = () => localStorage.getItem(KEYS.ears) ?? "offline";

/** @param {string} ears */
export const rememberEars = (ears) => localStorage.setItem(KEYS.ears, ears);

/** @returns {string} the word that wakes the coach; empty where none was chosen */
export const rememberedWake = () => localStorage.getItem(KEYS.wake) ?? "";

/** @param {string} wake */
export const rememberWake = (wake) => localStorage.setItem(KEYS.wake, wake);

/** @returns {boolean} whether the coach listens by himself */
export const rememberedHandsFree = () => localStorage.getItem(KEYS.handsFree) === "true";

/** @param {boolean} on */
export const rememberHandsFree = (on) => localStorage.setItem(KEYS.handsFree, String(on));

/** @returns {string} the id of the device that was chosen */
export const rememberedDevice = () => localStorage.getItem(KEYS.device) ?? "speaker";

/** @param {string} device */
export const rememberDevice = (device) => localStorage.setItem(KEYS.device, device);

/** @returns {string | null} the locale that was chosen */
export const rememberedLanguage = () => localStorage.getItem(KEYS.language);

/** @param {string} locale */
export const rememberLanguage = (locale) => localStorage.setItem(KEYS.language, locale);

/** Sit down at a new desk next time. */
export const forgetDesk = () => sessionStorage.removeItem(KEYS.desk);

/** @returns {{desk: string, now_ms: number} | null} */
export function rememberedDesk() {
  const desk = sessionStorage.getItem(KEYS.desk);
  return desk && { desk, now_ms: Number(sessionStorage.getItem(KEYS.now) ?? 0) };
}

/** @param {string} desk */
export const rememberDesk = (desk) => sessionStorage.setItem(KEYS.desk, desk);

/** @param {number} now_ms of the desk that is remembered */
export const rememberMoment = (now_ms) => sessionStorage.setItem(KEYS.now, String(Math.round(now_ms)));
