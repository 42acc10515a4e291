// Ears without anybody's cloud: the sound goes to the page's own service, and what was heard comes back with the answer.

import { Capture, CaptureFailed } from "./capture.js";
import { beginListening, endListening, sendSound, ServiceError } from "./service.js";

const BYTES_A_MS = 32; // see skill/ears/sound.py
const MOST_WAITING_MS = 2_000;
/** While words are read, which another service may do in some seconds. */
const MOST_WAITING_OPEN_MS = 20_000;
const SILENT_MS = 5_000;
const CLIPPED = 32_700;
const CLIPPED_SHARE = 0.01;
const CLIPPED_MS = 1_000;

/**
 * @typedef {object} Listener
 * @property {() => void} woke the wake word was heard, or somebody begins to answer
 * @property {(text: string, inDoubt: boolean, orElse: string) => void} spoke empty where no words were found; the others:
 *   see `Words` in skill/ears/ears.py
 * @property {(words: string) => void} follows the words of what is just being said, empty where nothing is
 * @property {() => void} nothing nobody spoke
 * @property {(why: string) => void} trouble the end of a key of the page's words
 * @property {() => void} changed whether sound leaves the page
 */

export class OfflineEars {
  #capture = new Capture();
  /** What wakes the coach, such as "okay nabu". */
  wake;
  #desk;
  #asked;
  #listener;
  #on = false;
  #wakes = true;
  /** The button was pressed: no wake word is needed. */
  #pushed = false;
  /** Words are waited for. */
  #open = false;
  #number = 0;
  /** What is still to be sent; `kept` is what was heard while words were read, and holds a wake word at most.
   * @type {{pcm: ArrayBuffer, asked: boolean, kept: boolean}[]} */
  #waiting = [];
  #sending = false;
  /** Whether the service listens: making its first ears takes a second, or several on a busy machine. */
  #ready = false;
  /** Counts the beginnings: what was under way at an earlier one is of no interest. */
  #begun = 0;
  #words = "";
  #silentMs = 0;
  #clippedMs = 0;
  /** @type {Set<string>} what was shown once and need not be shown again */
  #shown = new Set();

  /**
   * @param {string} wake the word that wakes the coach
   * @param {() => string} desk the id of the present desk
   * @param {() => boolean} asked whether the coach waits for an answer
   * @param {Listener} listener
   */
  constructor(wake, desk, asked, listener) {
    this.wake = wake;
    this.#desk = desk;
    this.#asked = asked;
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** Whether sound leaves the page. */
  get live() {
    return this.#capture.isOpen;
  }

  /** Whether a wake word is listened for, while they are on. */
  get handsFree() {
    return this.#on && this.#wakes;
  }

  /** @returns {Promise<boolean>} whether they listen */
  async on() {
    this.#on = this.#wakes = true;
    this.#shown.clear();
    return this.#begin();
  }

  off() {
    this.#on = false;
    this.#end();
  }

  /** Listen for another word from now on. @param {string} wake */
  callBy(wake) {
    this.wake = wake;
    if (this.handsFree && this.live) void this.#beginAnew();
  }

  /** Listen to words without a wake word. */
  listen() {
    this.#pushed = this.#open = true;
    if (!this.#wakes) void this.#begin();
  }

  /** Stop listening to words; what was being said is dropped. */
  close() {
    if (!this.#open) return;
    this.#pushed = this.#open = false;
    if (this.#wakes && this.live) void this.#beginAnew();
    else this.#end();
  }

  /** @returns {Promise<boolean>} */
  async #begin() {
    if (document.hidden) return true; // it begins once the page is seen again
    if (!(await this.#beginAnew())) return false; // only then is the light on: whoever sees it is heard
    try {
      const open = await this.#capture.open((pcm) => this.#take(pcm), () => this.#fail("gone"));
      this.#listener.changed();
      return open;
    } catch (error) {
      if (!(error instanceof CaptureFailed)) throw error;
      this.#fail(error.why);
      return false;
    }
  }

  /** Have the service listen from a first piece on. @returns {Promise<boolean>} */
  async #beginAnew() {
    this.#begun += 1;
    const mine = this.#begun;
    this.#ready = this.#sending = false;
    this.#waiting = [];
    let trouble = null;
    let unread = null;
    try {
      unread = (await beginListening(this.#desk(), this.wake)).trouble;
    } catch (error) {
      trouble = whyOf(error);
    }
    if (mine !== this.#begun) return false;
    this.#number = 0;
    this.#ready = true;
    if (trouble !== null) this.#fail(trouble);
    else this.#tellOfService(unread);
    return trouble === null;
  }

  #end() {
    const listened = this.#ready;
    this.#begun += 1;
    this.#ready = this.#sending = false;
    this.#capture.close();
    this.#pushed = this.#open = false;
    this.#follow("");
    this.#waiting = [];
    if (listened) void endListening(this.#desk()).catch(() => undefined); // it gives way by itself, too
    this.#listener.changed();
  }

  /** @param {string} why */
  #fail(why) {
    if (!this.#on) return;
    this.#on = false;
    this.#giveUp();
    this.#listener.trouble(why);
  }

  /** Stop; whoever called the coach by his name is waited for no longer, whoever pressed the button may type. */
  #giveUp() {
    const called = this.#open && !this.#pushed;
    this.#end();
    if (called) this.#listener.nothing();
  }

  /** Stop where nobody sees the light, and go on where somebody does. */
  #look() {
    if (document.hidden) this.#giveUp();
    else if (this.handsFree && !this.live) void this.#begin();
  }

  /** @param {ArrayBuffer} pcm */
  #take(pcm) {
    this.#judge(new Int16Array(pcm));
    if (!this.#ready) return;
    const asked = this.#pushed || this.#asked();
    this.#waiting.push({ pcm, asked, kept: false });
    this.#capture.hurry(asked || this.#open);
    const waitingMs = this.#waiting.reduce((ms, piece) => ms + (piece.kept ? 0 : lengthMs(piece.pcm)), 0);
    if (this.#wakes && waitingMs > (this.#open ? MOST_WAITING_OPEN_MS : MOST_WAITING_MS)) {
      this.#wakes = false;
      this.#giveUp();
      this.#listener.trouble("slow");
      return;
    }
    void this.#send();
  }

  /** Send what waits, one piece after another. */
  async #send() {
    if (this.#sending || !this.#ready) return;
    const mine = this.#begun;
    this.#sending = true;
    while (mine === this.#begun && this.#waiting.length > 0) {
      const { pcm, asked } = this.#waiting[0];
      try {
        const { events, so_far } = await sendSound(this.#desk(), this.#number, asked, pcm);
        if (mine !== this.#begun) return;
        this.#number += 1;
        this.#waiting.shift();
        const wasOpen = this.#open;
        events.forEach((event) => this.#tell(event));
        if (wasOpen && !this.#open) this.#waiting = this.#waiting.map((piece) => ({ ...piece, asked: false, kept: true }));
        this.#follow(so_far);
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (mine !== this.#begun) return;
        if (error.why && error.status === 409) await this.#beginAnew(); // at another desk, or after a long silence
        else this.#fail(whyOf(error));
      }
    }
    if (mine === this.#begun) this.#sending = false;
  }

  /**
   * @param {{kind: "woke" | "began" | "spoke" | "nothing", text?: string, in_doubt?: boolean, or_else?: string,
   *   trouble?: string | null}} event
   */
  #tell({ kind, text, in_doubt, or_else, trouble }) {
    if (!this.live) return;
    if (kind === "woke" || kind === "began") {
      this.#open = true;
      this.#listener.woke();
      return;
    }
    this.#pushed = this.#open = false;
    if (!this.#wakes) this.#end();
    if (kind === "spoke") {
      this.#tellOfService(trouble ?? null);
      this.#listener.spoke(text ?? "", in_doubt ?? false, or_else ?? "");
    } else this.#listener.nothing();
  }

  /** Tell once why the user's own service does not read; it may fail anew once it has read again. @param {string | null} trouble */
  #tellOfService(trouble) {
    if (trouble !== null) this.#tellOnce(`service_${trouble}`);
    else ["away", "slow", "broken", "language"].forEach((why) => this.#shown.delete(`service_${why}`));
  }

  /** @param {string} words those of what is just being said */
  #follow(words) {
    if (words === this.#words) return;
    this.#words = words;
    this.#listener.follows(words);
  }

  /** Tell once of a microphone that is switched off, or too loud. @param {Int16Array} samples */
  #judge(samples) {
    const ms = lengthMs(samples.buffer);
    const clipped = samples.filter((sample) => Math.abs(sample) >= CLIPPED).length;
    this.#silentMs = samples.some((sample) => sample !== 0) ? 0 : this.#silentMs + ms;
    this.#clippedMs = clipped >= CLIPPED_SHARE * samples.length ? this.#clippedMs + ms : 0;
    if (this.#silentMs >= SILENT_MS) this.#tellOnce("silent");
    if (this.#clippedMs >= CLIPPED_MS) this.#tellOnce("clips");
  }

  /** @param {string} why */
  #tellOnce(why) {
    if (this.#shown.has(why)) return;
    this.#shown.add(why);
    this.#listener.trouble(why);
  }
}

/** @param {ArrayBufferLike} pcm */
const lengthMs = (pcm) => pcm.byteLength / BYTES_A_MS;

/** @param {unknown} error @returns {string} */
const whyOf = (error) => (error instanceof ServiceError && error.why) || "no-answer";
