// Making elements, in one line each. Text is always text: nothing that was said can become markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {any} an HTML element
 */
export function make(tag, className, ...children) {
  const el = document.createElement(tag);
  if (className) el.className = className;
  el.append(...children);
  return el;
}

/**
 * @param {string} label
 * @param {string} className
 * @param {() => void} onClick
 * @returns {HTMLButtonElement}
 */
export function button(label, className, onClick) {
  const el = make("button", className, label);
  el.type = "button";
  el.addEventListener("click", onClick);
  return el;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {any} an SVG element
 */
export function draw(tag, attributes, ...children) {
  const el = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, String(value));
  el.append(...children);
  return el;
}

/**
 * Before a part goes: who has the focus in it has it at another, which stays, and never nowhere.
 * @param {Element} leaving @param {HTMLElement} home
 */
export function passFocus(leaving, home) {
  const { activeElement } = document;
  if (activeElement !== home && leaving.contains(activeElement)) home.focus({ preventScroll: true });
}

/** @param {number} ms @returns {string} such as "1:05" */
export function clockTime(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {string} text @returns {string} with a capital at its beginning */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} text @returns {string} as it stands within a sentence */
export const small = (text) => text.charAt(0).toLowerCase() + text.slice(1);
