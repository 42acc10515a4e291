// Exchanges as a file: saved from this desk, or read and asked of the coach once more.

import { make } from "./dom.js";
import { named } from "./picks.js";
import { word } from "./words.js";

/** @typedef {{asked: number, differ: number[]}} Outcome how many were asked, and which were answered otherwise */

export class Replay {
  #save = named("save-exchanges", make("a", "button-link", word("inspector.save")));
  #outcome = make("p", "quiet");

  /** @param {HTMLElement} el @param {(file: File) => Promise<Outcome>} replay */
  constructor(el, replay) {
    const choose = named("replay", make("input", ""));
    choose.type = "file";
    choose.accept = ".json";
    choose.addEventListener("change", async () => {
      const [file] = choose.files;
      if (file) this.#outcome.textContent = await replay(file).then(compared, (problem) => problem.message);
      choose.value = ""; // the same file can be chosen again
    });
    this.#save.download = "";
    this.#outcome.setAttribute("role", "status");
    el.replaceChildren(this.#save, make("label", "replay-file", make("span", "", word("inspector.replay")), choose), this.#outcome);
  }

  /** @param {string} desk whose exchanges are saved */
  load(desk) {
    this.#save.href = `/desks/${desk}/exchanges.json`;
  }
}

/** @param {Outcome} outcome */
function compared({ asked: n, differ }) {
  return differ.length
    ? word("replay.differs", { same: n - differ.length, n, which: differ.join(", ") })
    : word("replay.same", { n });
}
