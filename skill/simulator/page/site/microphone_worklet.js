// Beside the page, in the browser's thread for sound: the microphone in pieces, as long as the page asks for.

import { Resampler } from "./resampler.js";

const RATE_HZ = 16_000; // see skill/ears/sound.py
const LONGEST = RATE_HZ / 4;
const FULL = 32_767;

class Pieces extends AudioWorkletProcessor {
  #resampler = new Resampler(sampleRate, RATE_HZ);
  #piece = new Int16Array(LONGEST);
  #filled = 0;
  #size = LONGEST;

  constructor() {
    super();
    this.port.addEventListener("message", ({ data }) => {
      this.#size = Math.min(LONGEST, (RATE_HZ * data) / 1000);
    });
    this.port.start();
  }

  /** @param {Float32Array[][]} inputs */
  process([input]) {
    if (input[0]) this.#resampler.push(input[0]).forEach((sample) => this.#add(sample));
    return true;
  }

  /** @param {number} sample from -1 to 1 */
  #add(sample) {
    this.#piece[this.#filled] = Math.round(Math.min(1, Math.max(-1, sample)) * FULL);
    this.#filled += 1;
    if (this.#filled < this.#size) return;
    const { buffer } = this.#piece.slice(0, this.#filled);
    this.port.postMessage(buffer, [buffer]);
    this.#filled = 0;
  }
}

registerProcessor("pieces", Pieces);
