// The values of APL's expressions as Amazon's engine has them: the same rules as skill/echo/screen/expression.py.

/** @typedef {any} Value null, a boolean, a number, a text, a list, an object or a `Dimension` */

/** A length in dp. */
export class Dimension {
  /** @param {number} dp */
  constructor(dp) {
    this.dp = dp;
  }

  valueOf() {
    return this.dp;
  }
}

/** @param {Value} value */
const isNumber = (value) => typeof value === "number" || value instanceof Dimension;

/** @param {Value} value @returns {string} what it is, as far as comparing goes */
function kindOf(value) {
  if (value === null || value === undefined) return "null";
  if (isNumber(value)) return "number";
  return Array.isArray(value) ? "list" : typeof value;
}

/** @param {Value} value @returns {boolean} all but null, false, 0 and the empty text count as true */
export const isTrue = (value) =>
  !(value === null || value === undefined || value === false || value === "" || (isNumber(value) && Number(value) === 0));

/** @param {Value} value @returns {string} as a text shows it: up to six decimals, null and lists as nothing */
export function written(value) {
  if (value instanceof Dimension) return `${written(value.dp)}dp`;
  if (typeof value === "number") return numberWritten(value);
  if (typeof value === "boolean" || typeof value === "string") return String(value);
  return "";
}

/** @param {number} value */
function numberWritten(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return value.toFixed(6).replace(/\.?0+$/, "");
}

/** @param {(a: number, b: number) => number} compute */
const arithmetic = (compute) => (/** @type {Value} */ a, /** @type {Value} */ b) => {
  if (!isNumber(a) || !isNumber(b)) return NaN;
  const result = compute(Number(a), Number(b));
  return a instanceof Dimension || b instanceof Dimension ? new Dimension(result) : result;
};

const sum = arithmetic((a, b) => a + b);

/** @param {Value} a @param {Value} b */
function equal(a, b) {
  const kind = kindOf(a);
  if (kind !== kindOf(b) || kind === "list" || kind === "object") return false;
  return kind === "null" || (kind === "number" ? Number(a) === Number(b) : a === b);
}

/** Things of different kinds compare as "less". @param {Value} a @param {Value} b */
const less = (a, b) => (kindOf(a) === kindOf(b) ? isOrdered(a) && a < b : true);

/** @param {Value} a @param {Value} b */
const greater = (a, b) => kindOf(a) === kindOf(b) && isOrdered(a) && a > b;

/** @param {Value} value */
const isOrdered = (value) => !["null", "list", "object"].includes(kindOf(value));

/** The operators of two sides, from those that bind least. @type {Record<string, (a: Value, b: Value) => Value>[]} */
export const LEVELS = [
  { "==": equal, "!=": (a, b) => !equal(a, b) },
  { "<": less, ">": greater, "<=": (a, b) => less(a, b) || equal(a, b), ">=": (a, b) => greater(a, b) || equal(a, b) },
  {
    "+": (a, b) => (isNumber(a) && isNumber(b) ? sum(a, b) : written(a) + written(b)),
    "-": arithmetic((a, b) => a - b),
  },
  { "*": arithmetic((a, b) => a * b), "/": arithmetic((a, b) => a / b), "%": arithmetic((a, b) => a % b) },
];

/** @param {string} sign @param {Value} value */
export function signed(sign, value) {
  if (sign === "!") return !isTrue(value);
  if (!isNumber(value)) return NaN;
  const number = sign === "-" ? -Number(value) : Number(value);
  return value instanceof Dimension ? new Dimension(number) : number;
}

/** @param {number} value @returns {number} halves away from zero */
function rounded(value) {
  if (!Number.isFinite(value)) return value;
  const whole = Math.floor(Math.abs(value));
  return Math.sign(value) * (whole + Number(Math.abs(value) - whole >= 0.5)) || 0;
}

/** @param {Value} owner @param {Value} key @returns {Value} null where there is no such thing, at any depth */
export function member(owner, key) {
  if (Array.isArray(owner)) {
    if (key === "length") return owner.length;
    if (!isNumber(key) || !Number.isFinite(Number(key))) return null;
    return owner.at(rounded(Number(key))) ?? null;
  }
  const known = kindOf(owner) === "object" && typeof key === "string" && Object.hasOwn(owner, key);
  return known ? owner[key] : null;
}

/** @param {Value} value @returns {number} what a function of Math takes a value for */
function number(value) {
  if (typeof value === "boolean" || isNumber(value)) return Number(value);
  return typeof value === "string" && /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : NaN;
}

/** @type {Record<string, (...values: number[]) => number>} */
const MATH = {
  abs: Math.abs,
  ceil: Math.ceil,
  clamp: (low, value, high) => Math.max(low, Math.min(value, high)),
  cos: Math.cos,
  floor: Math.floor,
  max: Math.max,
  min: Math.min,
  round: rounded,
  sign: Math.sign,
  sin: Math.sin,
  trunc: Math.trunc,
};

/** @type {Record<string, (...values: any[]) => Value>} */
const OTHERS = {
  "Array.indexOf": (items, item) => items.indexOf(item),
  "Array.range": (count) => Array.from({ length: count }, (_, i) => i),
  "Array.slice": (items, ...ends) => items.slice(...ends),
  "Math.isNaN": (value) => Number.isNaN(number(value)),
  "String.length": (text) => text.length,
  "String.slice": (text, ...ends) => text.slice(...ends),
  "String.toUpperCase": (text) => text.toUpperCase(),
  "Time.format": clock,
  "Time.minutes": (ms) => Math.floor(ms / 60_000) % 60,
  "Time.seconds": (ms) => Math.floor(ms / 1000) % 60,
};

/** @param {string} pattern such as "m:ss" @param {number} ms */
function clock(pattern, ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60) % 60;
  /** @type {Record<string, string>} */
  const parts = {
    H: String(Math.floor(seconds / 3600)),
    mm: two(minutes),
    m: String(minutes),
    ss: two(seconds % 60),
    s: String(seconds % 60),
  };
  return pattern.replace(/H|mm|m|ss|s/g, (part) => parts[part]);
}

/** @param {string} path such as "Math.min" @param {Value[]} values @returns {Value} null for what the engine has not */
export function called(path, values) {
  const name = path.startsWith("Math.") ? path.slice("Math.".length) : "";
  if (Object.hasOwn(MATH, name)) return MATH[name](...values.map(number));
  return Object.hasOwn(OTHERS, path) ? OTHERS[path](...values) : null;
}

/** @type {Record<string, Value>} */
export const CONSTANTS = { true: true, false: false, null: null };

/** @type {Record<string, Value>} */
export const NAMED = { "Math.PI": Math.PI };
