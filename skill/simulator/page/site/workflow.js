// The workflow as a diagram: the clock's way strong, the runner's words from the state at hand.

import { arrowBetween, NODE, PLACES, SIZE } from "./diagram_layout.js";
import { capital, draw, make } from "./dom.js";
import { eitherOf, word } from "./words.js";

const CLOCK = "advance";

/** @typedef {{from: string, to: string, triggers: string[]}} Arrow */

export class Workflow {
  #svg = draw("svg", { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img" });
  #words = make("p", "workflow-words");
  #lit = "";

  /** @param {HTMLElement} el */
  constructor(el) {
    el.tabIndex = 0; // on a narrow screen it is scrolled, also by keyboard
    el.setAttribute("role", "group");
    el.setAttribute("aria-label", word("bench.workflow"));
    el.append(this.#svg, this.#words);
  }

  /** @param {{states: string[], arrows: Arrow[]}} workflow */
  draw({ states, arrows }) {
    const ways = [...arrows].sort((a, b) => Number(byClock(a)) - Number(byClock(b)));
    this.#svg.replaceChildren(heads(), ...ways.map(way), ...states.map(node), ...ways.flatMap(name));
    const lit = this.#lit || "idle";
    this.#lit = "";
    this.light(lit);
  }

  /** @param {string} state the one in which the workout is */
  light(state) {
    if (state === this.#lit) return;
    this.#lit = state;
    for (const el of this.#svg.querySelectorAll("[data-state-name]")) {
      el.dataset.lit = String(el.dataset.stateName === state);
    }
    const ways = [];
    for (const el of this.#svg.querySelectorAll("[data-from]")) {
      const leaves = el.dataset.from === state;
      el.classList.toggle("leaves", leaves);
      if (leaves && el.tagName === "text") ways.push(el.dataset.way);
    }
    this.#words.textContent = word("workflow.now", { state: spoken(state) });
    this.#svg.setAttribute("aria-label", word("workflow.told", { state: spoken(state), ways: ways.join("; ") }));
  }
}

/** @param {Arrow} arrow */
const byClock = (arrow) => arrow.triggers.includes(CLOCK);

/** @param {string} state */
const spoken = (state) => word(`workflow.state.${state}`);

function heads() {
  const head = (id) =>
    draw(
      "marker",
      { id, class: id, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" },
      draw("path", { d: "M0 0.5L8 4L0 7.5z" }),
    );
  return draw("defs", {}, head("head-clock"), head("head-word"));
}

/** @param {Arrow} arrow */
function way(arrow) {
  const kind = byClock(arrow) ? "clock" : "word";
  return draw("path", {
    class: `way way-${kind}`,
    d: arrowBetween(arrow.from, arrow.to).path,
    "marker-end": `url(#head-${kind})`,
    "data-from": arrow.from,
  });
}

/** The names of an arrow, one below the other. @param {Arrow} arrow */
function name({ from, to, triggers }) {
  const [x, y] = arrowBetween(from, to).label;
  const words = triggers.map((trigger) => word(`workflow.trigger.${trigger}`));
  const top = y - ((words.length - 1) * 14) / 2 + 4;
  const lines = words.map((word, i) => draw("tspan", { x, y: top + i * 14 }, word));
  const said = word("workflow.way", { triggers: eitherOf(words), state: spoken(to) });
  return [draw("text", { class: "way-name", "data-from": from, "data-way": said }, ...lines)];
}

/** @param {string} state */
function node(state) {
  const [x, y] = PLACES[state];
  const { width, height } = NODE;
  return draw(
    "g",
    { class: "node", "data-state-name": state, "data-lit": "false" },
    draw("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: height / 2 }),
    draw("text", { x, y: y + 5 }, capital(spoken(state))),
  );
}
