// What can be said now, of all that the desk's view offers, and what a runner should know of playing.

import { word } from "./words.js";

/**
 * @param {any} view null before there is one
 * @param {string} state where the workout is
 * @param {boolean} open whether the microphone is open for an answer
 * @returns {string[]}
 */
export function sayable(view, state, open) {
  if (!view) return [];
  const offers = view.suggestions;
  if (!view.in_session) return isAtPlay(view, state) ? offers.playing : offers.closed;
  const asked = offers.listening.length ? offers.listening : offers.talking;
  return open ? offers.listening : (offers.states[state] ?? asked);
}

/** Whether a workout is under way that plays by itself, or is paused. @param {any} view @param {string} state */
function isAtPlay(view, state) {
  return view.buttons.length > 0 && state !== "idle";
}

/** @param {any} view @returns {string} as long as there are buttons for playing */
export function playingWords(view) {
  if (view.in_session && view.suggestions.listening.length) return word("play.answer");
  if (view.playback?.streams) return word("play.by_itself");
  return word("play.stands", { resume: view.suggestions.playing[1] ?? "" });
}
