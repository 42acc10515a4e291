// APL's data binding: the expressions in a text, read once and computed often. Nothing in them is run as a script.

import { called, CONSTANTS, Dimension, isTrue, LEVELS, member, NAMED, signed, written } from "./values.js";

/** @typedef {any} Scope names with their values; it has no prototype but other scopes */
/** @typedef {(scope: Scope) => any} Evaluate */

const TOKEN =
  /(?<blank>[ \t\r\n]*)(?:(?<number>(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?<unit>dp|px|vh|vw)?|(?<name>[A-Za-z_]\w*)|(?<text>'[^']*'|"[^"]*")|(?<sign>\?\?|&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]]))/y;

class BrokenExpression extends Error {}

/** @type {Map<string, Evaluate | null>} null for a text without any */
const known = new Map();

/**
 * @param {any} value of a document
 * @returns {Evaluate | null} how to compute it; null where it is what it is
 */
export function compiled(value) {
  if (typeof value !== "string" || !value.includes("${")) return null;
  let evaluate = known.get(value);
  if (evaluate === undefined) {
    evaluate = read(value);
    known.set(value, evaluate);
  }
  return evaluate;
}

/** @param {any} value @param {Scope} scope @returns {any} the value of a text with its expressions */
export function evaluated(value, scope) {
  const evaluate = compiled(value);
  return evaluate ? evaluate(scope) : value;
}

/** An expression alone keeps its type; beside other text it becomes text. @param {string} text @returns {Evaluate | null} */
function read(text) {
  try {
    const parts = partsOf(text);
    if (parts.length === 1) return parts[0];
    return (scope) => parts.map((part) => written(part(scope))).join("");
  } catch (error) {
    if (error instanceof BrokenExpression) return null; // the engine leaves it as it is written
    throw error;
  }
}

/** @param {string} text @returns {Evaluate[]} */
function partsOf(text) {
  const parts = [];
  let at = 0;
  for (let begins = text.indexOf("${"); begins >= 0; begins = text.indexOf("${", at)) {
    if (begins > at) parts.push(constant(text.slice(at, begins)));
    const ends = endOf(text, begins + 2);
    parts.push(new Parser(text.slice(begins + 2, ends)).whole());
    at = ends + 1;
  }
  if (at < text.length) parts.push(constant(text.slice(at)));
  return parts;
}

/** Where the expression that begins at `at` ends; braces in its texts do not end it. @param {string} text @param {number} at */
function endOf(text, at) {
  let quote = "";
  for (; at < text.length; at += 1) {
    if (quote) quote = text[at] === quote ? "" : quote;
    else if (text[at] === "'" || text[at] === '"') quote = text[at];
    else if (text[at] === "}") return at;
  }
  throw new BrokenExpression();
}

/** @param {any} value @returns {Evaluate} */
const constant = (value) => () => value;

const END = { kind: "end", word: "", blank: false };

/** Reads one expression by recursive descent and makes a function of it. */
class Parser {
  /** @type {{kind: string, word: string, blank: boolean}[]} */
  #tokens = [];
  #at = 0;

  /** @param {string} expression */
  constructor(expression) {
    const whole = expression.trimEnd();
    let before = "";
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < whole.length) {
      const { groups } = TOKEN.exec(expression) ?? {};
      if (!groups) throw new BrokenExpression();
      const kind = ["number", "name", "text", "sign"].find((one) => groups[one] !== undefined) ?? "";
      if (kind === "number" && ["number", "name", "text"].includes(before)) throw new BrokenExpression();
      this.#tokens.push({ kind, word: groups[kind] + (groups.unit ?? ""), blank: groups.blank !== "" });
      before = kind;
    }
  }

  /** @returns {Evaluate} */
  whole() {
    if (!this.#tokens.length) return constant("");
    const evaluate = this.#choice();
    if (this.#at < this.#tokens.length) throw new BrokenExpression();
    return evaluate;
  }

  get #next() {
    return this.#tokens[this.#at] ?? END;
  }

  /** @param {...string} signs @returns {string} the one that was there, and is passed by; "" where there is none */
  #take(...signs) {
    const { kind, word } = this.#next;
    if (kind !== "sign" || !signs.includes(word)) return "";
    this.#at += 1;
    return word;
  }

  /** @param {string} sign */
  #need(sign) {
    if (!this.#take(sign)) throw new BrokenExpression();
  }

  /** @returns {Evaluate} */
  #choice() {
    const condition = this.#either();
    if (!this.#take("?")) return condition;
    const yes = this.#choice();
    this.#need(":");
    const no = this.#choice();
    return (scope) => (isTrue(condition(scope)) ? yes(scope) : no(scope));
  }

  /** @returns {Evaluate} */
  #either() {
    let left = this.#both();
    for (let sign = this.#take("||", "??"); sign; sign = this.#take("||", "??")) {
      left = orElse(sign, left, this.#both());
    }
    return left;
  }

  /** @returns {Evaluate} */
  #both() {
    let left = this.#level(0);
    while (this.#take("&&")) left = andThen(left, this.#level(0));
    return left;
  }

  /** @param {number} level @returns {Evaluate} */
  #level(level) {
    if (level === LEVELS.length) return this.#single();
    const signs = Object.keys(LEVELS[level]);
    let left = this.#level(level + 1);
    for (let sign = this.#take(...signs); sign; sign = this.#take(...signs)) {
      left = joined(LEVELS[level][sign], left, this.#level(level + 1));
    }
    return left;
  }

  /** @returns {Evaluate} */
  #single() {
    const sign = this.#take("!", "-", "+");
    if (!sign) return this.#members(this.#atom());
    if (this.#next.blank) throw new BrokenExpression();
    const inner = this.#single();
    return (scope) => signed(sign, inner(scope));
  }

  /** @returns {Evaluate} */
  #atom() {
    const { kind, word } = this.#next;
    this.#at += 1;
    if (kind === "number") return literal(word);
    if (kind === "text") {
      const text = word.slice(1, -1);
      return (scope) => evaluated(text, scope);
    }
    if (kind === "name") return Object.hasOwn(CONSTANTS, word) ? constant(CONSTANTS[word]) : (scope) => scope[word] ?? null;
    if (word === "(") {
      const inner = this.#choice();
      this.#need(")");
      return inner;
    }
    if (word !== "[") throw new BrokenExpression();
    const items = this.#listed("]");
    return (scope) => items.map((item) => item(scope));
  }

  /** @param {string} end @returns {Evaluate[]} */
  #listed(end) {
    if (this.#take(end)) return [];
    const items = [this.#choice()];
    while (this.#take(",")) items.push(this.#choice());
    this.#need(end);
    return items;
  }

  /** @param {Evaluate} owner @returns {Evaluate} */
  #members(owner) {
    let path = this.#tokens[this.#at - 1].word;
    for (;;) {
      const { blank } = this.#next;
      if (this.#take("[")) {
        owner = memberOf(owner, this.#choice());
        this.#need("]");
        path = "";
      } else if (this.#take(".")) {
        const { kind, word, blank: after } = this.#next;
        if (kind !== "name" || blank || after) throw new BrokenExpression();
        this.#at += 1;
        path = `${path}.${word}`;
        owner = Object.hasOwn(NAMED, path) ? constant(NAMED[path]) : memberOf(owner, constant(word));
      } else if (this.#take("(")) {
        if (blank) throw new BrokenExpression();
        owner = callOf(path, this.#listed(")"));
        path = "";
      } else return owner;
    }
  }
}

/** @param {string} word a number, in dp where a unit follows @returns {Evaluate} */
function literal(word) {
  const amount = Number.parseFloat(word);
  if (word.endsWith("vw")) return ({ viewport }) => new Dimension((amount / 100) * viewport.width);
  if (word.endsWith("vh")) return ({ viewport }) => new Dimension((amount / 100) * viewport.height);
  return constant(/[a-z]$/.test(word) ? new Dimension(amount) : amount);
}

/** @param {(a: any, b: any) => any} join @param {Evaluate} left @param {Evaluate} right @returns {Evaluate} */
const joined = (join, left, right) => (scope) => join(left(scope), right(scope));

/** @param {string} sign @param {Evaluate} left @param {Evaluate} right @returns {Evaluate} */
const orElse = (sign, left, right) => (scope) => {
  const value = left(scope);
  return (sign === "??" ? value !== null : isTrue(value)) ? value : right(scope);
};

/** @param {Evaluate} left @param {Evaluate} right @returns {Evaluate} */
const andThen = (left, right) => (scope) => {
  const value = left(scope);
  return isTrue(value) ? right(scope) : value;
};

/** @param {Evaluate} owner @param {Evaluate} key @returns {Evaluate} */
const memberOf = (owner, key) => (scope) => member(owner(scope), key(scope));

/** @param {string} path @param {Evaluate[]} all @returns {Evaluate} */
const callOf = (path, all) => (scope) => called(path, all.map((one) => one(scope)));
