// The controls: the form, the buttons, and the keys that work anywhere on the page.

const HAS_USE_FOR_SPACE = "input, textarea, select, button, a, summary, [role=tab], [contenteditable]";

/**
 * @typedef {object} Acts
 * @property {(text: string) => void} say
 * @property {() => void} talk the wake word
 * @property {() => void} goOn let the coach go on, where he was interrupted
 * @property {() => void} start
 * @property {() => void} carryOn
 */

/** @param {(id: string) => any} part @param {Acts} act */
export function wireControls(part, act) {
  part("utterance").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    if (part("say").value.trim()) act.say(part("say").value);
    else act.goOn();
  });
  part("talk").addEventListener("click", act.talk);
  part("start-button").addEventListener("click", act.start);
  part("carry-on-button").addEventListener("click", act.carryOn);
  addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const onControl = event.target instanceof Element && event.target.matches(HAS_USE_FOR_SPACE);
    if (event.key === " " && !onControl) {
      event.preventDefault();
      act.talk();
    } else if (event.key === "Escape") {
      act.goOn();
    }
  });
}
