// Ids that nobody has yet.

/** @returns {string} of letters, digits and hyphens; `randomUUID` would be missing where the page comes without TLS */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(16)).join("-");
