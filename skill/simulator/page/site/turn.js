// One turn in full: how it was understood, what it cost, and its JSON.

import { make } from "./dom.js";
import { tabs } from "./tabs.js";

/** How the pretend Echo came to the intent, in words. */
const HOW = {
  sample: "a sample of the model",
  "open slot": "a sample with free words in it",
  likeness: "likeness to a sample",
  fallback: "nothing fitted",
};

/** @param {any} turn @param {any} limits @returns {HTMLElement[]} */
export function detailOf(turn, limits) {
  const parts = [understood(turn), meters(turn, limits)];
  if (turn.fault) parts.unshift(make("p", "fault", make("strong", "", turn.fault.rule), `: ${turn.fault.message}`));
  const pages = [
    ["Heard", turn.heard.join(" ") || "Nothing."],
    ["Request", JSON.stringify(turn.request, null, 2)],
    ["Response", JSON.stringify(turn.response, null, 2)],
  ];
  return [...parts, tabs(`turn-${turn.number}`, pages)];
}

/** @param {any} turn */
function understood(turn) {
  const facts = [["Said", turn.said ? `“${turn.said}”` : "nothing"], ["Request", turn.kind]];
  if (turn.intent) facts.push(["Intent", turn.intent]);
  for (const { name, value, resolved } of turn.slots) {
    facts.push([`Slot ${name}`, resolved === null ? `${value}, not resolved` : `${value} → ${resolved}`]);
  }
  if (turn.confidence !== null) {
    facts.push(["Confidence", `${Math.round(turn.confidence)} %, by ${HOW[turn.how] ?? turn.how}`]);
  }
  return make("dl", "facts", ...facts.map(([name, value]) => make("div", "", make("dt", "", name), make("dd", "", value))));
}

/** @param {any} turn @param {any} limits */
function meters(turn, limits) {
  const kilobytes = (/** @type {number} */ n) => `${(n / 1024).toFixed(1)} kB`;
  const seconds = (/** @type {number} */ ms) => `${Math.round(ms / 1000)} s`;
  return make(
    "div",
    "meters",
    meter("Response", turn.bytes, limits.bytes, kilobytes),
    meter("Audio", turn.audio_ms, limits.audio_ms, seconds),
    meter("Speech characters", turn.speech_characters, limits.speech_characters, String),
  );
}

/** @param {string} name @param {number} value @param {number} limit @param {(n: number) => string} written */
function meter(name, value, limit, written) {
  const bar = make("meter", "");
  bar.max = limit;
  bar.high = limit * 0.9;
  bar.value = value;
  return make("label", "", make("span", "", name), make("span", "meter-value", `${written(value)} of ${written(limit)}`), bar);
}
