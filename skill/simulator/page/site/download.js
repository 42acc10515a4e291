// A text as a file: made here and saved by the browser.

import { make } from "./dom.js";

/** @param {string} name @param {string} text @param {string} type such as "text/plain" */
export function download(name, text, type) {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
