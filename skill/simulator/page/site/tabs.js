// Pages of text behind tabs: arrow keys go from tab to tab, and a button copies the page.

import { button, make } from "./dom.js";
import { word } from "./words.js";

/**
 * @param {string} id a prefix for the ids of the parts
 * @param {string[][]} pages the name and the text of each
 * @returns {HTMLElement}
 */
export function tabs(id, pages) {
  const page = make("pre", "page");
  page.id = `${id}-page`;
  page.tabIndex = 0;
  page.setAttribute("role", "tabpanel");
  const row = make("div", "tabs");
  row.setAttribute("role", "tablist");
  row.setAttribute("aria-label", word("inspector.turn"));
  const all = pages.map(([name, text], i) => {
    const tab = button(name, "tab", () => choose(i));
    tab.id = `${id}-${i}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", page.id);
    return { tab, text };
  });
  row.append(...all.map(({ tab }) => tab));
  let chosen = 0;

  /** @param {number} index */
  function choose(index) {
    chosen = (index + all.length) % all.length;
    all.forEach(({ tab }, i) => {
      tab.setAttribute("aria-selected", String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
    });
    page.textContent = all[chosen].text;
    page.setAttribute("aria-labelledby", all[chosen].tab.id);
  }

  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    choose(chosen + step);
    all[chosen].tab.focus();
  });
  choose(0);
  return make("div", "pages", make("div", "tab-bar", row, copier(() => all[chosen].text)), page);
}

/** @param {() => string} text */
function copier(text) {
  const status = make("span", "copied");
  status.setAttribute("role", "status");
  const copy = button(word("turn.copy"), "button", async () => {
    try {
      await navigator.clipboard.writeText(text());
      status.textContent = word("turn.copied");
    } catch {
      status.textContent = word("turn.not_copied");
    }
  });
  return make("div", "copier", status, copy);
}
