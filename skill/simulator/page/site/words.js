// What the page says, in the language that was chosen: the texts are data, see the folder words.

import { untilAnswered } from "./patience.js";

/** @typedef {string | Record<string, string>} Text one for every number, or by the plural's category */

/** @type {Record<string, Text>} */
let words = {};
let plural = new Intl.PluralRules();

/** @param {string} locale @returns {Promise<void>} once the page can speak */
export async function loadWords(locale) {
  words = await untilAnswered(() => wordsOf(locale));
  plural = new Intl.PluralRules(locale);
  document.documentElement.lang = locale;
  for (const el of document.querySelectorAll("[data-word]")) el.textContent = word(el.dataset.word ?? "");
  for (const el of document.querySelectorAll("[data-words]")) label(el);
}

/** @param {string} locale @returns {Promise<Record<string, Text>>} */
async function wordsOf(locale) {
  const answer = await fetch(`/words/${locale}.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * @param {string} key @param {Record<string, string | number>} [values] for the names in braces; `n` chooses the plural
 * @returns {string}
 */
export function word(key, values = {}) {
  const text = words[key] ?? key;
  const chosen = typeof text === "string" ? text : (text[plural.select(Number(values.n))] ?? text.other);
  return chosen.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** @param {string[]} things @returns {string} "this, that or the other" */
export const eitherOf = (things) =>
  new Intl.ListFormat(document.documentElement.lang, { type: "disjunction" }).format(things);

/** Attributes, such as "aria-label:page.choices title:page.choices". @param {HTMLElement} el */
function label(el) {
  for (const pair of (el.dataset.words ?? "").split(" ")) {
    const [attribute, key] = pair.split(":");
    el.setAttribute(attribute, word(key));
  }
}
