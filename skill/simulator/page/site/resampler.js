// From the sound card's rate to the one that is listened to, without the hiss that leaving samples out would make.

const PHASES = 128;
const REACH = 12; // samples of the slower rate, on either side
const PASSED = 0.9; // of what the slower rate can hold

/** A stream of samples at another rate. Each sample is a sum of its neighbours, weighted by a windowed sine. */
export class Resampler {
  #step;
  #reach;
  /** @type {Float32Array[]} the weights for every part of a sample that the wanted moment lies behind one */
  #weights;
  #kept;
  #at;

  /** @param {number} fromHz @param {number} toHz */
  constructor(fromHz, toHz) {
    this.#step = fromHz / toHz;
    const slower = Math.max(1, this.#step);
    this.#reach = Math.ceil(REACH * slower);
    this.#weights = Array.from({ length: PHASES }, (_, phase) => weights(phase / PHASES, this.#reach, PASSED / slower));
    this.#kept = new Float32Array(2 * this.#reach); // silence before the beginning
    this.#at = this.#reach;
  }

  /** @param {Float32Array} samples @returns {Float32Array} as many as are known by now */
  push(samples) {
    const all = new Float32Array(this.#kept.length + samples.length);
    all.set(this.#kept);
    all.set(samples, this.#kept.length);
    const made = [];
    for (; this.#at + this.#reach < all.length; this.#at += this.#step) {
      const whole = Math.floor(this.#at);
      const weighted = this.#weights[Math.floor((this.#at - whole) * PHASES)];
      let sum = 0;
      for (let i = 0; i < weighted.length; i += 1) sum += weighted[i] * all[whole - this.#reach + 1 + i];
      made.push(sum);
    }
    const used = Math.floor(this.#at) - this.#reach;
    this.#kept = all.slice(used);
    this.#at -= used;
    return Float32Array.from(made);
  }
}

/** @param {number} behind @param {number} reach @param {number} band as a share of the faster rate's @returns {Float32Array} */
function weights(behind, reach, band) {
  const all = Float32Array.from({ length: 2 * reach }, (_, i) => {
    const x = i - reach + 1 - behind;
    const sine = x === 0 ? 1 : Math.sin(Math.PI * band * x) / (Math.PI * band * x);
    return sine * (0.5 + 0.5 * Math.cos((Math.PI * x) / (reach + 1)));
  });
  const sum = all.reduce((a, b) => a + b);
  return all.map((weight) => weight / sum);
}
