// Hands-free: the switch at Start, and the microphone's button, which is lit whenever sound leaves the page.

import { rememberedHandsFree, rememberHandsFree } from "./memory.js";
import { word } from "./words.js";

const THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

export class HandsFree {
  #ears;
  #button;
  #toggle;
  #words;

  /**
   * @param {import("./ears.js").Ears} ears
   * @param {HTMLElement} button the microphone's
   * @param {HTMLInputElement} toggle the switch @param {HTMLElement} words beneath it
   */
  constructor(ears, button, toggle, words) {
    this.#ears = ears;
    this.#button = button;
    this.#toggle = toggle;
    this.#words = words;
    toggle.addEventListener("change", () => rememberHandsFree(toggle.checked));
    button.addEventListener("click", () => this.#turn(!ears.isOn));
    this.show();
  }

  /** The workout begins, or goes on: listen from now on, where that was wished for. */
  begin() {
    if (this.#toggle.checked && !this.#ears.isOn) void this.#ears.on();
  }

  /** Show what the ears can do, whether the microphone is on, and whether sound leaves the page. */
  show() {
    this.#toggle.disabled = !this.#ears.canBeWoken;
    this.#toggle.checked = this.#ears.canBeWoken && rememberedHandsFree();
    this.#words.textContent = this.#sentence();
    this.#button.setAttribute("aria-pressed", String(this.#ears.isOn));
    this.#button.dataset.live = String(this.#ears.live);
    this.#button.title = word(`microphone_is.${this.#ears.live ? "live" : this.#ears.chosen}`);
  }

  /** @param {boolean} on */
  #turn(on) {
    if (this.#ears.canBeWoken) rememberHandsFree(on);
    if (on) void this.#ears.on();
    else this.#ears.off();
  }

  #sentence() {
    const { canBeWoken, why, byBrowser, wake, soundLeaves } = this.#ears;
    const near = THIS_MACHINE.has(location.hostname) ? "hands_free.near" : "hands_free.far";
    if (canBeWoken) return word(soundLeaves ? "hands_free.away" : near, { wake });
    const reason = why === null ? [] : [word(`microphone.${why}`)]; // null: the browser's ears were chosen
    return [...reason, ...(byBrowser ? [word("hands_free.by_browser")] : [])].join(" ");
  }
}
