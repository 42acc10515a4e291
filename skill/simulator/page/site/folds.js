// What unfolds: the panels of the workbench where there is room for them, and the drawer until somebody looks away.

const WIDE = "(min-width: 51.25rem)";

/** @param {Iterable<HTMLDetailsElement>} folds opened or closed now, and again when the room changes */
export function foldByRoom(folds) {
  const wide = matchMedia(WIDE);
  const fold = () => {
    for (const el of folds) el.open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
}

/** @param {HTMLDetailsElement} drawer closed by Escape, and by a click or the focus beside it */
export function closeOutside(drawer) {
  const close = () => {
    drawer.open = false;
  };
  const closeBeside = (/** @type {EventTarget | null} */ target) => {
    if (target instanceof Node && !drawer.contains(target)) close();
  };
  document.addEventListener("click", (event) => closeBeside(event.target));
  drawer.addEventListener("focusout", (event) => closeBeside(event.relatedTarget));
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.open) return;
    close();
    drawer.querySelector("summary")?.focus();
  });
}
