// The components of a document as elements: built once, then brought to the values of each moment.

import { draw, make } from "../dom.js";
import { compiled, evaluated } from "./expression.js";
import { drawn } from "./graphic.js";
import { Dimension, written } from "./values.js";

/** @typedef {import("./expression.js").Scope} Scope */

/**
 * @typedef {object} Stage what components stand on
 * @property {any} graphics the vector graphics of the document
 * @property {(component: any, scope: Scope) => void} touched something was touched
 * @property {(id: string) => boolean} isDisabled
 * @property {Record<string, any>} changed the names that commands have set
 */

const FLEX = { start: "flex-start", end: "flex-end", spaceBetween: "space-between", spaceAround: "space-around" };

/** Of each type, what is set by a style of which name. @type {Record<string, Record<string, string>>} */
const STYLES = {
  Container: { direction: "flexDirection", alignItems: "alignItems", justifyContent: "justifyContent" },
  Frame: { backgroundColor: "backgroundColor", borderRadius: "borderRadius" },
  Text: { color: "color", fontSize: "fontSize", fontWeight: "fontWeight", textAlign: "textAlign", maxLines: "webkitLineClamp" },
  TouchWrapper: {},
  VectorGraphic: {},
};
const BOX = {
  width: "width",
  height: "height",
  opacity: "opacity",
  paddingLeft: "paddingLeft",
  paddingRight: "paddingRight",
  paddingTop: "paddingTop",
  paddingBottom: "paddingBottom",
};
const NO_LENGTH = new Set(["opacity", "fontWeight", "maxLines"]);

/** A component with all that is within it, in its place on the screen. */
export class Component {
  #el;
  #own;
  #scope;
  #stage;
  /** @type {((scope: Scope) => void)[]} */
  #showers = [];
  /** @type {Component[]} */
  #children = [];
  #isHidden;

  /** @param {any} own as the document has it @param {Scope} scope @param {Stage} stage @param {string} [along] how its parent lays it */
  constructor(own, scope, stage, along = "column") {
    this.#own = own;
    this.#stage = stage;
    this.#scope = own.bind ? Object.create(scope) : scope;
    this.#bind();
    this.#el = this.#made();
    this.#isHidden = compiled(own.display ?? "normal") ?? (() => own.display ?? "normal");
    this.#style(along);
    for (const [child, inner] of this.#inner()) {
      const part = new Component(child, inner, stage, written(this.#now(own.direction ?? "column")));
      this.#children.push(part);
      this.#el.append(part.el);
    }
  }

  get el() {
    return this.#el;
  }

  /** @returns {Component | null} what has names of its own: this, or the first such within it */
  get root() {
    if (this.#own.bind) return this;
    return this.#children.reduce((/** @type {Component | null} */ found, child) => found ?? child.root, null);
  }

  /** @returns {any[]} the commands with which it begins */
  get begins() {
    return this.#own.onMount ?? [];
  }

  /** @returns {Scope} its names with the values of the moment */
  get values() {
    this.#bind();
    return this.#scope;
  }

  /** Bring it to the values of the moment; what is not seen is left alone. */
  show() {
    this.#bind();
    const hidden = written(this.#isHidden(this.#scope)) === "none";
    if (hidden !== this.#el.hasAttribute("hidden")) this.#el.toggleAttribute("hidden", hidden);
    if (hidden) return;
    for (const shower of this.#showers) shower(this.#scope);
    for (const child of this.#children) child.show();
  }

  /** Compute the names of its own, each from those above it. */
  #bind() {
    for (const { name, type, value } of this.#own.bind ?? []) {
      const { changed } = this.#stage;
      const found = Object.hasOwn(changed, name) ? changed[name] : this.#now(value);
      this.#scope[name] = type === "string" ? written(found) : found;
    }
  }

  /** @returns {[any, Scope][]} what is within it, once for each entry of its data, with what it can see */
  #inner() {
    const { item = [], items = item, data } = this.#own;
    const all = Array.isArray(items) ? items : [items];
    if (data === undefined) return all.map((one) => [one, this.#scope]);
    const entries = this.#now(data) ?? [];
    return entries.flatMap((/** @type {any} */ entry, /** @type {number} */ index) => {
      const inner = Object.assign(Object.create(this.#scope), { data: entry, index, length: entries.length });
      return all.map((one) => [one, inner]);
    });
  }

  /** @returns {any} */
  #made() {
    const { type, id = "" } = this.#own;
    const el = this.#element();
    el.dataset.aplId = written(this.#now(id));
    el.classList.add("apl", `apl-${type}`);
    return el;
  }

  /** @returns {any} */
  #element() {
    switch (this.#own.type) {
      case "Text":
        return this.#text();
      case "TouchWrapper":
        return this.#button();
      case "VectorGraphic":
        return this.#graphic();
      default:
        return make("div", "");
    }
  }

  #text() {
    const words = make("span", "");
    this.#follow(this.#own.text, (text) => (words.textContent = written(text)));
    return make("div", this.#own.textAlignVertical === "center" ? "apl-middle" : "", words);
  }

  #button() {
    const el = make("button", "");
    el.type = "button";
    el.setAttribute("aria-label", written(this.#now(this.#own.accessibilityLabel)));
    const id = written(this.#now(this.#own.id));
    el.dataset.testid = id;
    el.addEventListener("click", () => this.#stage.touched(this.#own, this.#scope));
    this.#showers.push(() => {
      const disabled = this.#stage.isDisabled(id);
      if (el.disabled !== disabled) el.disabled = disabled;
    });
    return el;
  }

  #graphic() {
    const svg = draw("svg", { "aria-hidden": "true" });
    const graphic = this.#stage.graphics[written(this.#now(this.#own.source))];
    if (!graphic) return svg; // an exercise without a figure
    const inner = Object.create(this.#scope);
    const showers = drawn(graphic, svg);
    const given = graphic.parameters.map((/** @type {any} */ one) => [one.name, this.#own[one.name] ?? one.default ?? null]);
    this.#showers.push((scope) => {
      for (const [name, value] of given) inner[name] = evaluated(value, scope);
      for (const shower of showers) shower(inner);
    });
    return svg;
  }

  /** @param {string} along */
  #style(along) {
    const { type, spacing } = this.#own;
    if (this.#own.position === "absolute") this.#el.classList.add("apl-over");
    for (const [name, style] of Object.entries({ ...BOX, ...STYLES[type] })) {
      if (name in this.#own) this.#follow(this.#own[name], (value) => (this.#el.style[style] = styled(name, value)));
    }
    if (spacing !== undefined) this.#follow(spacing, (value) => (this.#el.style[SPACED[along]] = styled("spacing", value)));
  }

  /** Set something now, and whenever its value has changed. @param {any} value @param {(value: any) => void} set */
  #follow(value, set) {
    let last = this.#now(value);
    set(last);
    const evaluate = compiled(value);
    if (!evaluate) return;
    this.#showers.push((scope) => {
      const now = evaluate(scope);
      if (now !== last) set((last = now));
    });
  }

  /** @param {any} value */
  #now(value) {
    return evaluated(value, this.#scope);
  }
}

/** @type {Record<string, string>} */
const SPACED = { column: "marginTop", row: "marginLeft" };

/** @param {string} name @param {any} value @returns {string} as CSS has it; a bare number is a length in dp */
function styled(name, value) {
  if (value instanceof Dimension) return `${value.dp}px`;
  if (typeof value === "number" && !NO_LENGTH.has(name)) return `${value}px`;
  const text = written(value);
  const share = /^([\d.]+)(vw|vh)$/.exec(text);
  if (share) return `calc(var(--apl-${share[2]}) * ${share[1]})`;
  return FLEX[/** @type {keyof typeof FLEX} */ (text)] ?? text;
}
