// The keys that work anywhere on the page: space says the wake word, Escape lets the coach go on.

const HAS_USE_FOR_SPACE = "input, textarea, select, button, a, summary, [role=tab], [contenteditable]";

/** @param {{talk: () => void, goOn: () => void}} act */
export function wireKeys(act) {
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
