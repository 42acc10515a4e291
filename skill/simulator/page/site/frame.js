// The arithmetic of a workout's frames: which one it is now, and how far it has come. See skill/coach/telling/frames.py.

/**
 * @typedef {object} Frame
 * @property {number} from_ms
 * @property {string} state
 * @property {boolean} paused
 * @property {string} title
 * @property {string} side
 * @property {number} round
 * @property {number} exercise
 * @property {number} unit
 * @property {"repetitions" | "seconds" | ""} measure
 * @property {number} done
 * @property {number} total
 * @property {number} every_ms
 * @property {string} next
 * @property {string} next_dose
 * @property {import("./figure.js").Moved | null} moved how the figure of this frame moves
 */

/**
 * @param {Frame[]} frames in the order of time, at least one
 * @param {number} now_ms
 * @returns {Frame} the one to show
 */
export const frameAt = (frames, now_ms) =>
  frames.findLast((frame) => frame.from_ms <= now_ms) ?? frames[0];

/** @param {Frame} frame @param {number} now_ms @returns {number} what is done by now, repetitions or ms */
export function doneAt(frame, now_ms) {
  if (frame.every_ms === 0) return frame.done;
  const grown = Math.floor(Math.max(0, now_ms - frame.from_ms) / frame.every_ms);
  return Math.min(frame.total, frame.done + grown);
}

/**
 * @param {Frame} frame
 * @param {number[]} ends the units by whose end each set of an exercise, or a stretch, is over
 * @returns {number} how many are
 */
export const setsDone = (frame, ends) => ends.filter((end) => end <= frame.unit).length;
