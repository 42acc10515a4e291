// The runner's choices, in a drawer by the stage: each is had by saying it, so the coach hears it as on any speaker.

import { make } from "./dom.js";
import { labelled, Menu, Picks, select } from "./picks.js";
import { word } from "./words.js";

/**
 * @typedef {object} Handlers
 * @property {(id: string) => void} voice
 * @property {(locale: string) => void} language
 * @property {(id: string) => void} ears
 * @property {(word: string) => void} wake
 * @property {(words: string) => void} ask
 */

const PREFERENCES = ["pacing", "rests", "talk", "side", "tools", "hurts"];

export class Choices {
  #handlers;
  #voice;
  #language;
  #ears;
  #earsRow;
  #wake;
  #wakeRow;
  #preferences = PREFERENCES.map((name) => ({ name, picks: new Picks(word(`choice.${name}`)) }));

  /** @param {HTMLElement} el @param {Handlers} handlers */
  constructor(el, handlers) {
    this.#handlers = handlers;
    const [voice, language] = [select("voice"), select("language")];
    this.#voice = new Menu(voice, handlers.voice);
    this.#language = new Menu(language, handlers.language);
    const ears = select("ears");
    this.#ears = new Menu(ears, handlers.ears);
    this.#earsRow = labelled(word("choice.ears"), ears);
    const wake = select("wake");
    this.#wake = new Menu(wake, handlers.wake);
    this.#wakeRow = labelled(word("choice.wake"), wake);
    const menus = make(
      "div",
      "choice-pair",
      labelled(word("page.language"), language),
      labelled(word("choice.voice"), voice),
    );
    el.append(menus, this.#earsRow, this.#wakeRow, ...this.#preferences.map(({ picks }) => picks.el));
  }

  /** @param {any} view */
  load(view) {
    for (const { name, picks } of this.#preferences) {
      const chosen = view.preferences[name] ?? [];
      picks.offer((view.choices[name] ?? []).map((/** @type {any} */ choice) => this.#pick(choice, chosen)));
      picks.press(chosen);
    }
  }

  /** @param {string[]} locales those that the coach speaks @param {string} chosen */
  offerLanguages(locales, chosen) {
    this.#language.offer(locales.map((id) => ({ id, name: nameOf(id) })), chosen);
  }

  /** @param {{id: string, name: string}[]} voices @param {string} chosenId */
  offerVoices(voices, chosenId) {
    this.#voice.offer(voices, chosenId);
  }

  /** @param {{id: string, name: string}[]} ears @param {string} chosenId */
  offerEars(ears, chosenId) {
    this.#earsRow.hidden = ears.length < 2;
    this.#ears.offer(ears, chosenId);
  }

  /** @param {string[]} wakes the words that wake the coach, none where he is not woken @param {string} chosen */
  offerWakes(wakes, chosen) {
    this.#wakeRow.hidden = wakes.length === 0;
    this.#wake.offer(wakes.map((id) => ({ id, name: id })), chosen);
  }

  /** @param {{id: string, name: string, say: string, unsay?: string}} choice @param {string[]} chosen */
  #pick({ id, name, say, unsay }, chosen) {
    const said = unsay && chosen.includes(id) ? unsay : say;
    return { id, name, act: () => this.#handlers.ask(said) };
  }
}

/** A language by its own name. @param {string} locale */
function nameOf(locale) {
  const name = new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
