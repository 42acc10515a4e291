// The desk's clock: milliseconds since the desk was set up, as the server counts them.

/** @typedef {() => number} Source A moment in ms, on any scale that runs with real time. */

/** @type {Source} */
const ofThePage = () => performance.now();

/**
 * A clock that can be held, set and hurried. It runs on the page's time, or on that of a sound card, so that sounds and
 * clock cannot drift apart.
 */
export class Clock {
  #source = ofThePage;
  #base = 0;
  #since = ofThePage();
  #rate = 1;
  #held = true;

  /** @returns {number} the moment, in ms */
  now() {
    return this.#held ? this.#base : this.#base + (this.#source() - this.#since) * this.#rate;
  }

  get held() {
    return this.#held;
  }

  get rate() {
    return this.#rate;
  }

  /** @param {number} rate how much faster than life time runs */
  set rate(rate) {
    this.set(this.now());
    this.#rate = rate;
  }

  /** @param {number} ms the moment from which on to count */
  set(ms) {
    this.#base = ms;
    this.#since = this.#source();
  }

  /** Let time stand. */
  hold() {
    this.set(this.now());
    this.#held = true;
  }

  /** Let time go on in the very millisecond in which it was held. */
  run() {
    this.set(this.now());
    this.#held = false;
  }

  /** @param {Source | null} source another source of time; the page's own where there is none */
  follow(source) {
    const now = this.now();
    this.#source = source ?? ofThePage;
    this.set(now);
  }
}
