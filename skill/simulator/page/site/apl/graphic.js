// Vector graphics (AVG) as SVG: groups that turn and paths, with numbers that are computed for each picture.

import { draw } from "../dom.js";
import { compiled, evaluated } from "./expression.js";
import { written } from "./values.js";

/** @typedef {import("./expression.js").Scope} Scope */
/** @typedef {(scope: Scope) => void} Shower brings an element to the values of the moment */

/** Where a path of APL differs from one of SVG without attributes. */
const BARE = { fill: "transparent", stroke: "transparent" };

/** @type {Record<string, string>} */
const ATTRIBUTES = {
  pathData: "d",
  pathLength: "pathLength",
  stroke: "stroke",
  strokeWidth: "stroke-width",
  fill: "fill",
  strokeLineCap: "stroke-linecap",
  strokeLineJoin: "stroke-linejoin",
  strokeDashArray: "stroke-dasharray",
};

const TURNS = ["translateX", "translateY", "rotation", "scaleX", "scaleY"];

/**
 * @param {any} graphic an AVG
 * @param {SVGElement} svg what it is drawn into
 * @returns {Shower[]} with the graphic's parameters in their scope
 */
export function drawn(graphic, svg) {
  /** @type {Shower[]} */
  const showers = [];
  svg.setAttribute("viewBox", `0 0 ${graphic.width} ${graphic.height}`);
  svg.append(...graphic.items.map((/** @type {any} */ item) => drawnItem(item, showers)));
  return showers;
}

/** @param {any} item @param {Shower[]} showers @returns {SVGElement} */
function drawnItem(item, showers) {
  if (item.type === "path") return path(item, showers);
  const el = draw("g", {}, ...item.items.map((/** @type {any} */ inner) => drawnItem(inner, showers)));
  const moved = TURNS.filter((name) => name in item);
  if (moved.length) always(moved.map((name) => item[name]), showers, (scope) => turned(item, scope), (to) => el.setAttribute("transform", to));
  return el;
}

/** @param {any} item @param {Shower[]} showers */
function path(item, showers) {
  const el = draw("path", BARE);
  for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
    if (!(name in item)) continue;
    const value = item[name];
    const all = Array.isArray(value) ? value : [value];
    const text = (/** @type {Scope} */ scope) => all.map((one) => written(evaluated(one, scope))).join(" ");
    always(all, showers, text, (to) => el.setAttribute(attribute, to));
  }
  return el;
}

/** The engine moves first, then turns, then stretches. @param {any} item @param {Scope} scope */
function turned(item, scope) {
  const number = (/** @type {string} */ name, usual = 0) => (name in item ? Number(evaluated(item[name], scope)) : usual);
  const parts = [];
  if ("translateX" in item || "translateY" in item) {
    parts.push(`translate(${short(number("translateX"))},${short(number("translateY"))})`);
  }
  if ("rotation" in item) parts.push(`rotate(${short(number("rotation"))})`);
  if ("scaleX" in item || "scaleY" in item) parts.push(`scale(${number("scaleX", 1)},${number("scaleY", 1)})`);
  return parts.join(" ");
}

/** @param {number} value */
const short = (value) => value.toFixed(2);

/**
 * Set something now and, where an expression is in it, whenever its value has changed.
 * @param {any[]} values @param {Shower[]} showers @param {(scope: Scope) => string} text @param {(to: string) => void} set
 */
function always(values, showers, text, set) {
  if (!values.some(compiled)) return set(text(Object.create(null)));
  let last = "";
  showers.push((scope) => {
    const now = text(scope);
    if (now !== last) set((last = now));
  });
  return undefined;
}
