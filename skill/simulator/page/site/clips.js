// Sound files, the coach's clips and bells: fetched ahead in the order of their sounding, decoded, and kept.

const AT_ONCE = 4;

/** Files by their address. The first sample of each is its first sound. */
export class Clips {
  /** @type {Map<string, AudioBuffer | null>} null where a file could not be had, and is asked for again */
  #decoded = new Map();
  /** @type {Map<string, Promise<void>>} */
  #coming = new Map();
  #context;

  /** @param {AudioContext} context */
  constructor(context) {
    this.#context = context;
  }

  /** @param {string} address @returns {AudioBuffer | null | undefined} undefined while it has not arrived */
  get(address) {
    return this.#decoded.get(address);
  }

  /**
   * Fetch files, a few at a time, those first that are heard first.
   * @param {Iterable<string>} addresses
   * @param {() => void} [onEach] called as each arrives
   */
  async fetchAll(addresses, onEach = () => {}) {
    const queue = [...new Set(addresses)].values();
    const worker = async () => {
      for (const address of queue) {
        await this.#fetch(address);
        onEach();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** @param {string} address */
  #fetch(address) {
    if (this.#decoded.get(address)) return Promise.resolve();
    const coming = this.#coming.get(address) ?? this.#load(address);
    this.#coming.set(address, coming);
    return coming;
  }

  /** @param {string} address */
  async #load(address) {
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      this.#decoded.set(address, await this.#context.decodeAudioData(await response.arrayBuffer()));
    } catch {
      this.#decoded.set(address, null); // captions still show it
    } finally {
      this.#coming.delete(address);
    }
  }
}
