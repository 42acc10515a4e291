// The conversation: what is said goes to the desk, what comes back is played, and time stands while somebody talks.

import { newId } from "./ids.js";
import { actAtDesk, lookAtDesk, ServiceError, setUpDesk } from "./service.js";

const SHORTEST_THOUGHT_MS = 350;
const LONGEST_THOUGHT_MS = 1_500;
const LEAD_MS = 100;
const FIRST_SOUNDS = 4;
const LONGEST_SPEECH_MS = 60_000;

/** @param {number} ms */
const passed = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @typedef {object} Listener
 * @property {(view: any) => void} onView a new view has come
 * @property {(problem: ServiceError, again: () => void) => void} onProblem the desk could not be asked
 */

export class Conversation {
  /** The last view, see skill/simulator/view.py. @type {any} */
  view = null;
  #clock;
  #voices;
  #listener;
  #awake = false;
  #thinking = false;
  #wokeAt = 0;
  /** Fulfilled once no answer is on its way. @type {Promise<void>} */
  #settled = Promise.resolve();
  /** @type {() => void} */
  #sit = () => undefined;
  /** Fulfilled once a desk is there: whatever is said before waits for it. @type {Promise<void>} */
  #seated = new Promise((resolve) => {
    this.#sit = resolve;
  });

  /**
   * @param {import("./clock.js").Clock} clock
   * @param {import("./voices.js").Voices} voices
   * @param {Listener} listener
   */
  constructor(clock, voices, listener) {
    this.#clock = clock;
    this.#voices = voices;
    this.#listener = listener;
  }

  /** Whether the wake word was said and the utterance is still to come. */
  get awake() {
    return this.#awake;
  }

  /** Fulfilled once no answer is on its way from the desk that is there, if one is. */
  get settled() {
    return this.view ? this.#settled : Promise.resolve();
  }

  /** Whether an answer is on its way. */
  get thinking() {
    return this.#thinking;
  }

  /** @returns {"idle" | "thinking" | "listening" | "speaking"} what the speaker does */
  get ring() {
    if (this.#thinking) return "thinking";
    if (this.#awake) return "listening";
    const now = this.#clock.now();
    const within = (/** @type {[number, number]} */ [from, to]) => from <= now && now < to;
    if (this.view?.playback?.listening.some(within)) return "listening";
    return this.view?.playback?.speaking.some(within) ? "speaking" : "idle";
  }

  /** Whether what plays is an audio stream, which is silent for long and no answer. */
  get streams() {
    return this.view?.playback?.streams ?? false;
  }

  /** Sit down at a new desk. @param {string} runner @param {string} device @param {string} locale */
  async begin(runner, device, locale) {
    await this.#ask(() => this.begin(runner, device, locale), async () => {
      this.#voices.stop();
      this.#clock.hold();
      this.#awake = false;
      this.#show(await setUpDesk(runner, device, locale));
      this.#clock.set(this.view.now_ms);
    });
  }

  /** Sit down again at a desk that is there, its time standing. @param {string} id @param {number} now_ms */
  async comeBack(id, now_ms) {
    await this.#ask(() => this.comeBack(id, now_ms), async () => {
      const view = await lookAtDesk(id);
      this.#clock.hold();
      this.#clock.set(Math.max(now_ms, view.now_ms));
      this.#show(view);
    });
  }

  /** Whether the last answer is not over yet. */
  get unfinished() {
    return this.view?.playback != null && this.#clock.now() < this.view.playback.ends_ms;
  }

  /** Whether the coach has asked something, so many ms ago or more, and nobody has answered. @param {number} ms */
  waitsSince(ms) {
    if (this.#thinking || this.#awake || this.#clock.held) return false;
    const now = this.#clock.now();
    return this.view?.playback?.listening.some(([from, to]) => from + ms <= now && now < to) ?? false;
  }

  /**
   * The wake word: the coach falls silent, and time stands until something was said. An answer that is on its way then
   * is not played.
   */
  wake() {
    if (this.#awake) return;
    this.#awake = true;
    this.#wokeAt = performance.now();
    if (this.#thinking) return;
    this.#clock.hold();
    this.#voices.stop();
  }

  /** Nothing was said: the coach goes on where he was. */
  goOn() {
    this.#awake = false;
    this.#clock.run();
    this.#voices.now().play(this.view?.playback?.sounds ?? []);
  }

  /** @param {string} text */
  say(text) {
    return this.#interrupt("say", { text });
  }

  /**
   * What was recognised in that which was said since the wake word.
   * @param {string} text empty where no words were @param {boolean} in_doubt whether it may be misheard
   * @param {string} or_else what else it may have been, empty where nothing is likely
   */
  async hear(text, in_doubt, or_else) {
    const spoken_ms = Math.min(LONGEST_SPEECH_MS, Math.round(performance.now() - this.#wokeAt));
    await this.#settled;
    await this.#interrupt("hear", { text, spoken_ms, in_doubt, or_else });
  }

  /** Let Amazon end the session. */
  drop() {
    return this.#interrupt("drop", {});
  }

  /** Cut the power. */
  unplug() {
    return this.#interrupt("unplug", {});
  }

  /** Switch the store off or on; the coach talks on. @param {boolean} failing */
  failStore(failing) {
    return this.#ask(
      () => this.failStore(failing), // off or on: what is done twice is done once
      async () => this.#show(await this.#act("store", { failing })),
    );
  }

  /** Press a button for playing. @param {string} button */
  press(button) {
    return this.#interrupt("press", { button });
  }

  /** Touch something on the screen. @param {string} button */
  touch(button) {
    return this.#interrupt("touch", { button });
  }

  /** Tell the desk that time has passed, once something goes on by itself: nobody has answered, a stream is over. */
  async keepTime() {
    const due = this.view?.next_ms ?? null;
    if (due === null || this.#clock.held || this.#thinking) return;
    if (this.#clock.now() < due) return;
    this.#clock.set(due); // what nobody could hear has not passed, however late the page comes to ask
    await this.#interrupt("wait", {});
  }

  /**
   * Ask the desk for something that ends what plays.
   * @param {any} action @param {object} fields @param {string} once tells the desk whether it is asked again
   */
  #interrupt(action, fields, once = newId()) {
    if (!this.#thinking) this.#settled = this.#answered(action, { once, ...fields });
    return this.#settled;
  }

  /** @param {any} action @param {any} fields */
  async #answered(action, fields) {
    this.#clock.hold();
    this.#voices.stop();
    this.#awake = false;
    this.#thinking = true;
    await this.#ask(() => this.#interrupt(action, fields, fields.once), async () => {
      const thought = action === "hear" ? 0 : SHORTEST_THOUGHT_MS; // the end of what was said took its time already
      const [view] = await Promise.all([this.#act(action, fields), passed(thought)]);
      this.#voices.hasClips = view.clips;
      const sounds = view.playback?.sounds ?? [];
      const voice = this.#voices.now();
      await Promise.race([voice.prepare(sounds.slice(0, FIRST_SOUNDS)), passed(LONGEST_THOUGHT_MS)]);
      this.#show(view);
      this.#clock.set(Math.max(view.now_ms, (view.playback?.begins_ms ?? 0) - LEAD_MS));
      if (this.#awake) return; // somebody has spoken again meanwhile
      this.#clock.run();
      voice.play(sounds);
    });
    this.#thinking = false;
  }

  /** @param {any} action @param {object} fields */
  async #act(action, fields) {
    await this.#seated;
    const at_ms = Math.round(this.#clock.now());
    return actAtDesk(this.view.desk, action, { at_ms, ...fields });
  }

  /** @param {any} view */
  #show(view) {
    this.view = view;
    this.#listener.onView(view);
    this.#sit();
  }

  /** Do what asks the server; where that fails, say so and offer to do it again. */
  async #ask(/** @type {() => void} */ again, /** @type {() => Promise<void>} */ act) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#listener.onProblem(error, again);
    }
  }
}
