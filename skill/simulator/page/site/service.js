// The desk behind the page: the server's pretend Echo, by JSON. Nothing else here talks to the server about it.

import { word } from "./words.js";

/** The server could not be asked, or would not answer. `status` is 0 where it was not reached; `why` is its reason. */
export class ServiceError extends Error {
  /** @param {number} status @param {string} message @param {string} [why] */
  constructor(status, message, why = "") {
    super(message);
    this.status = status;
    this.why = why;
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
  const none = () => {
    throw new ServiceError(0, word("trouble.no_answer"));
  };
  const response = await fetch(path, options).catch(none);
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => (response.ok ? none() : {})); // it broke off, or is no JSON
  if (!response.ok) {
    const message = answer.error ?? word("trouble.answered", { status: response.status });
    throw new ServiceError(response.status, message, answer.why);
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
 * @param {"say" | "hear" | "press" | "touch" | "wait" | "drop" | "unplug" | "store"} action
 * @param {{at_ms: number, once?: string, text?: string, spoken_ms?: number, in_doubt?: boolean, or_else?: string, failing?: boolean}} fields
 */
export const actAtDesk = (id, action, fields) => ask(`/desks/${id}/${action}`, fields);

/** @param {string} locale @returns {Promise<{wakes: string[], why: string | null, sound_leaves: boolean}>} by which words, or why not at all */
export const earsFor = (locale) => ask(`/listening?${new URLSearchParams({ locale })}`);

/** Let the desk listen, from a first piece of sound on. @param {string} id @param {string} wake the word for it */
export const beginListening = (id, wake) => ask(`/desks/${id}/listening`, { wake });

/** @param {string} id */
export const endListening = (id) => answered(`/desks/${id}/listening`, { method: "DELETE" });

/**
 * @param {string} id @param {number} number of the piece, from 0 on @param {boolean} asked @param {ArrayBuffer} pcm
 * @returns {Promise<{events: any[], so_far: string}>} what was heard in it, see skill/simulator/page/listening_routes.py
 */
export function sendSound(id, number, asked, pcm) {
  const query = new URLSearchParams({ number: String(number), asked: asked ? "1" : "0", rate: "16000" });
  const headers = { "Content-Type": "application/octet-stream" };
  return answered(`/desks/${id}/sound?${query}`, { method: "POST", headers, body: pcm });
}

/** @param {string} id @returns {Promise<any>} the runner's history, see skill/coach/telling/history.py */
export const historyAtDesk = (id) => ask(`/desks/${id}/history`);

/** @param {string} id @param {File} file @returns {Promise<string>} what came of a watch's file, in a sentence */
export const readRunsAtDesk = async (id, file) =>
  (await answered(`/desks/${id}/runs?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file })).added;

/** @param {File} file exchanges that were saved @returns {Promise<{asked: number, differ: number[]}>} */
export const replayed = (file) =>
  answered(`/replay?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });

/** @param {string} id @returns {Promise<any>} a figure as numbers, see skill/simulator/figures.py */
export const figureOf = (id) => ask(`/figures/${id}`);

/** @returns {Promise<{states: string[], arrows: {from: string, to: string, triggers: string[]}[]}>} */
export const workflow = () => ask("/workflow");
