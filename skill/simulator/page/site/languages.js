// The languages of the page: those that the coach speaks, and the one that was chosen.

import { rememberedLanguage } from "./memory.js";
import { untilAnswered } from "./patience.js";
import { languages } from "./service.js";
import { loadWords } from "./words.js";

/** @returns {Promise<string[]>} their locales, the usual one first */
export const offeredLanguages = () => untilAnswered(languages);

/**
 * The one in the address, or the one that was chosen before, or one that the browser's owner reads; its words are loaded.
 * @param {string[]} offered @returns {Promise<string>} its locale
 */
export async function chosenLanguage(offered) {
  const asked = new URLSearchParams(location.search).get("locale");
  const wanted = [asked, rememberedLanguage(), ...navigator.languages];
  const chosen = wanted.find((locale) => locale && offered.includes(locale)) ?? offered[0];
  await loadWords(chosen);
  return chosen;
}
