// Runs of a watch: chosen, or dropped, and read by the coach.

import { make } from "./dom.js";
import { word } from "./words.js";

export class Runs {
  #outcome = make("p", "runs-told");

  /**
   * @param {HTMLElement} el
   * @param {(file: File) => Promise<string>} read what came of a file, in a sentence
   */
  constructor(el, read) {
    const choose = make("input", "");
    choose.type = "file";
    choose.multiple = true;
    choose.accept = ".fit,.tcx,.gpx,.gz";
    const label = make("label", "runs-drop", make("span", "", word("runs.drop")), choose);
    this.#outcome.setAttribute("role", "status");
    el.replaceChildren(label, this.#outcome);
    choose.addEventListener("change", async () => {
      await this.#read(choose.files, read);
      choose.value = ""; // the same file can be chosen again
    });
    label.addEventListener("dragover", (event) => event.preventDefault());
    label.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#read(event.dataTransfer?.files ?? [], read);
    });
  }

  /** @param {Iterable<File>} files @param {(file: File) => Promise<string>} read */
  async #read(files, read) {
    const said = [];
    for (const file of files) {
      try {
        said.push(`${file.name}: ${await read(file)}`);
      } catch (error) {
        said.push(error.message);
      }
    }
    this.#outcome.replaceChildren(...said.map((sentence) => make("span", "", sentence)));
  }
}
