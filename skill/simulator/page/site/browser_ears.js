// Ears of the browser: its own speech recognition, for one utterance at a time. Many send the sound to their maker.

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Whether this browser can listen at all. */
export const browserListens = Recognition !== undefined;

const KNOWN = new Set(["not-allowed", "audio-capture", "network", "language-not-supported"]);

export class BrowserEars {
  live = false;
  handsFree = false;
  #recognition;
  #listener;
  #heard = "";
  #reported = true;

  /** @param {string} language such as "en-US" @param {import("./offline_ears.js").Listener} listener */
  constructor(language, listener) {
    this.#listener = listener;
    this.#recognition = new Recognition();
    this.#recognition.lang = language;
    this.#recognition.addEventListener("result", (event) => {
      this.#heard = event.results[0][0].transcript;
    });
    this.#recognition.addEventListener("error", (event) => {
      if (event.error === "no-speech" || event.error === "aborted") return; // its end follows
      this.#report(() => listener.trouble(KNOWN.has(event.error) ? event.error : "fails"));
    });
    this.#recognition.addEventListener("end", () =>
      this.#report(() => (this.#heard ? listener.spoke(this.#heard, false, "") : listener.nothing())),
    );
  }

  /** It listens when the button is pressed. */
  async on() {
    return true;
  }

  off() {
    this.close();
  }

  /** Listen for one utterance. */
  listen() {
    this.#heard = "";
    this.#reported = false;
    this.#recognition.start();
    this.#light(true);
  }

  /** Listen no more, and report nothing. */
  close() {
    this.#reported = true;
    this.#recognition.abort();
    this.#light(false);
  }

  /** Some browsers send no end after an error, others do. @param {() => void} report */
  #report(report) {
    this.#light(false);
    if (this.#reported) return;
    this.#reported = true;
    report();
  }

  /** @param {boolean} live */
  #light(live) {
    if (this.live === live) return;
    this.live = live;
    this.#listener.changed();
  }
}
