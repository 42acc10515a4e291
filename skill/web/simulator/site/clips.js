// The coach's clips: fetched ahead in the order of their saying, decoded, and kept.

const AT_ONCE = 4;

/** Sounds by their text. A clip's first sample is its first sound. */
export class Clips {
  /** @type {Map<string, AudioBuffer | null>} null where a clip cannot be had */
  #decoded = new Map();
  /** @type {Map<string, Promise<void>>} */
  #coming = new Map();
  #context;

  /** @param {AudioContext} context */
  constructor(context) {
    this.#context = context;
  }

  /** @param {string} text @returns {AudioBuffer | null | undefined} undefined while it has not arrived */
  get(text) {
    return this.#decoded.get(text);
  }

  /**
   * Fetch clips, a few at a time, those first that are said first.
   * @param {Iterable<string>} texts
   * @param {() => void} [onEach] called as each arrives
   */
  async fetchAll(texts, onEach = () => {}) {
    const queue = [...new Set(texts)].values();
    const worker = async () => {
      for (const text of queue) {
        await this.#fetch(text);
        onEach();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** @param {string} text */
  #fetch(text) {
    if (this.#decoded.has(text)) return Promise.resolve();
    const coming = this.#coming.get(text) ?? this.#load(text);
    this.#coming.set(text, coming);
    return coming;
  }

  /** @param {string} text */
  async #load(text) {
    try {
      const response = await fetch(`/voice.wav?say=${encodeURIComponent(text)}`);
      if (!response.ok) throw new Error(String(response.status));
      this.#decoded.set(text, await this.#context.decodeAudioData(await response.arrayBuffer()));
    } catch {
      this.#decoded.set(text, null); // captions still show it
    } finally {
      this.#coming.delete(text);
    }
  }
}
