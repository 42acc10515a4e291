// One turn in full: how it was understood, what it cost, and its JSON.

import { make } from "./dom.js";
import { tabs } from "./tabs.js";
import { word } from "./words.js";

/** @param {any} turn @param {any} limits @returns {HTMLElement[]} */
export function detailOf(turn, limits) {
  const parts = [understood(turn), meters(turn, limits)];
  if (turn.fault) parts.unshift(make("p", "fault", make("strong", "", turn.fault.rule), `: ${turn.fault.message}`));
  const pages = [
    [word("turn.heard"), turn.heard.join(" ") || word("turn.heard_nothing")],
    [word("turn.request"), JSON.stringify(turn.request, null, 2)],
    [word("turn.response"), JSON.stringify(turn.response, null, 2)],
  ];
  return [...parts, tabs(`turn-${turn.number}`, pages)];
}

/** @param {any} turn */
function understood(turn) {
  const facts = [[word("turn.said"), turn.said ? word("turn.quoted", { words: turn.said }) : word("turn.nothing")], [word("turn.kind"), turn.kind]];
  if (turn.intent) facts.push([word("turn.intent"), turn.intent]);
  for (const { name, value, resolved } of turn.slots) {
    facts.push([word("turn.slot", { name }), resolved === null ? word("turn.unresolved", { value }) : `${value} → ${resolved}`]);
  }
  if (turn.confidence !== null) {
    const how = word(`turn.by.${turn.how}`);
    facts.push([word("turn.confidence"), word("turn.sure", { percent: Math.round(turn.confidence), how })]);
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
    meter(word("turn.size"), turn.bytes, limits.bytes, kilobytes),
    meter(word("turn.audio"), turn.audio_ms, limits.audio_ms, seconds),
    meter(word("turn.characters"), turn.speech_characters, limits.speech_characters, String),
  );
}

/** @param {string} name @param {number} value @param {number} limit @param {(n: number) => string} written */
function meter(name, value, limit, written) {
  const bar = make("meter", "");
  bar.max = limit;
  bar.high = limit * 0.9;
  bar.value = value;
  return make("label", "", make("span", "", name), make("span", "meter-value", word("turn.of", { value: written(value), limit: written(limit) })), bar);
}
