// The microphone of this device: sound in pieces, as long as it is open.

const REASONS = {
  NotAllowedError: "not-allowed",
  SecurityError: "not-allowed",
  NotFoundError: "audio-capture",
  OverconstrainedError: "audio-capture",
};

/** The microphone cannot be used; `why` is the end of a key of the page's words. */
export class CaptureFailed extends Error {
  /** @param {string} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** Whether a page may have a microphone: where it comes from this machine, or by https. */
export const mayCapture = globalThis.isSecureContext && navigator.mediaDevices !== undefined;

export const PIECE_MS = 250;
const SHORT_PIECE_MS = 100;

export class Capture {
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {MessagePort | null} */
  #port = null;
  #hurried = false;
  #opened = 0;

  get isOpen() {
    return this.#stream !== null;
  }

  /**
   * @param {(pcm: ArrayBuffer) => void} onPiece called for every `PIECE_MS`, or more often
   * @param {() => void} onGone called where the microphone is unplugged
   * @returns {Promise<boolean>} whether it is open: not where it was closed meanwhile
   * @throws {CaptureFailed}
   */
  async open(onPiece, onGone) {
    if (this.isOpen) return true;
    this.#opened += 1;
    const mine = this.#opened;
    const stream = await microphone();
    if (mine !== this.#opened) {
      stop(stream);
      return false;
    }
    this.#stream = stream;
    try {
      const context = new AudioContext();
      this.#context = context;
      await context.audioWorklet.addModule("/page/microphone_worklet.js");
      if (mine !== this.#opened) return false;
      const pieces = new AudioWorkletNode(context, "pieces", { channelCount: 1, channelCountMode: "explicit" });
      pieces.port.addEventListener("message", (event) => {
        if (mine === this.#opened) onPiece(event.data);
      });
      pieces.port.start();
      this.#port = pieces.port;
      this.#hurried = false;
      // Its output is silent, but what leads nowhere is not run.
      context.createMediaStreamSource(stream).connect(pieces).connect(context.destination);
      await context.resume();
    } catch {
      this.close();
      throw new CaptureFailed("fails");
    }
    stream.getAudioTracks()[0]?.addEventListener("ended", onGone);
    return mine === this.#opened;
  }

  /** @param {boolean} on whether words are waited for: shorter pieces tell sooner that they have ended */
  hurry(on) {
    if (on !== this.#hurried) this.#port?.postMessage(on ? SHORT_PIECE_MS : PIECE_MS);
    this.#hurried = on;
  }

  /** Let go of the microphone: the browser's own light goes out, too. */
  close() {
    this.#opened += 1;
    if (this.#stream) stop(this.#stream);
    void this.#context?.close();
    this.#stream = this.#context = this.#port = null;
  }
}

/** @param {MediaStream} stream */
const stop = (stream) => stream.getTracks().forEach((track) => track.stop());

/** @returns {Promise<MediaStream>} what is played here is taken out of it; the rest as it is, for the wake word */
async function microphone() {
  const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: false };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    throw new CaptureFailed(REASONS[/** @type {DOMException} */ (error).name] ?? "fails");
  }
}
