// The microphone, by the browser's own speech recognition.

import { word } from "./words.js";

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Whether this browser can listen at all. */
export const canListen = Recognition !== undefined;

const KNOWN = new Set(["not-allowed", "audio-capture", "network", "language-not-supported"]);

export class Microphone {
  #recognition;
  #heard = "";
  #reported = true;

  /**
   * @param {string} language such as "en-US"
   * @param {(text: string) => void} onHeard called once with what was said, empty for silence
   * @param {(problem: string) => void} onProblem called instead where it does not work, with a sentence
   */
  constructor(language, onHeard, onProblem) {
    this.#recognition = new Recognition();
    this.#recognition.lang = language;
    this.#recognition.addEventListener("result", (event) => {
      this.#heard = event.results[0][0].transcript;
    });
    this.#recognition.addEventListener("error", (event) => {
      if (event.error === "no-speech" || event.error === "aborted") return; // its end follows
      this.#report(() => onProblem(word(KNOWN.has(event.error) ? `microphone.${event.error}` : "microphone.fails")));
    });
    this.#recognition.addEventListener("end", () => this.#report(() => onHeard(this.#heard)));
  }

  /** Listen for one utterance. */
  listen() {
    this.#heard = "";
    this.#reported = false;
    this.#recognition.start();
  }

  /** Listen no more, and report nothing. */
  close() {
    this.#reported = true;
    this.#recognition.abort();
  }

  /** Some browsers send no end after an error, others do. @param {() => void} report */
  #report(report) {
    if (this.#reported) return;
    this.#reported = true;
    report();
  }
}
