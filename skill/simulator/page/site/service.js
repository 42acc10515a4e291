// The desk behind the page: the server's pretend Echo, by JSON. Nothing else here talks to the server about it.

import { word } from "./words.js";

/** The server could not be asked, or would not answer. `status` is 0 where it was not reached. */
export class ServiceError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {object} [body] sent by POST; without one it is a GET
 * @returns {Promise<any>} a view, see skill/simulator/view.py
 */
function ask(path, body) {
  return answered(
    path,
    body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    },
  );
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<any>} */
async function answered(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new ServiceError(0, word("trouble.no_answer"));
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ServiceError(response.status, answer.error ?? word("trouble.answered", { status: response.status }));
  }
  return answer;
}

/** @returns {Promise<string[]>} the locales that the coach speaks, the usual one first */
export const languages = async () => (await ask("/languages")).locales;

/** @param {string} runner @param {string} device @param {string} locale */
export const setUpDesk = (runner, device, locale) => ask("/desks", { runner, device, locale });

/** @param {string} id */
export const lookAtDesk = (id) => ask(`/desks/${id}`);

/**
 * @param {string} id
 * @param {"say" | "press" | "touch" | "wait" | "drop" | "unplug" | "store"} action
 * @param {{at_ms: number, text?: string, failing?: boolean}} fields
 */
export const actAtDesk = (id, action, fields) => ask(`/desks/${id}/${action}`, fields);

/** @param {string} id @returns {Promise<any>} the runner's history, see skill/coach/telling/history.py */
export const historyAtDesk = (id) => ask(`/desks/${id}/history`);

/** @param {string} id @param {File} file @returns {Promise<string>} what came of a watch's file, in a sentence */
export const readRunsAtDesk = async (id, file) =>
  (await answered(`/desks/${id}/runs?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file })).told;

/** @param {File} file exchanges that were saved @returns {Promise<{asked: number, differ: number[]}>} */
export const replayed = (file) =>
  answered(`/replay?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });

/** @param {string} id @returns {Promise<any>} a figure as numbers, see skill/simulator/figures.py */
export const figureOf = (id) => ask(`/figures/${id}`);

/** @returns {Promise<{states: string[], arrows: {from: string, to: string, triggers: string[]}[]}>} */
export const workflow = () => ask("/workflow");
