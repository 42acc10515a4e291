// The workbench is open where there is room for it, and folded on a phone.

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
