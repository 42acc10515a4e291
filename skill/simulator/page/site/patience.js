// Patience with a service that fails once: what the page cannot do without is asked for until it comes.

const AGAIN_MS = 1_000;

/**
 * @template T
 * @param {() => Promise<T>} ask rejects where there was no answer
 * @returns {Promise<T>}
 */
export async function untilAnswered(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
