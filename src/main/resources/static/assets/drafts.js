// What somebody has typed into the form of a task and not sent yet, kept on this phone until it is sent: per person, because
// a phone may have several, and gone with the one who logs out.

const KEY = 'baoxiu-draft';

/**
 * @typedef {object} Draft
 * @property {string} name of the task and its place
 * @property {object} data of the form
 * @property {string[]} lines the same to be read
 * @property {number} typed when, in milliseconds
 * @property {string} [signature] data address of a drawing
 * @property {string} [signatureId] by which the server knows the drawing again
 * @property {string} [refused] why the server did not take it
 */

const keyOf = (person, task) => `${KEY}:${person}:${task}`;

/** @returns {Draft | undefined} */
export function draftOf(person, task) {
  const kept = localStorage.getItem(keyOf(person, task));
  return kept === null ? undefined : JSON.parse(kept);
}

export function keepDraft(person, task, draft) {
  localStorage.setItem(keyOf(person, task), JSON.stringify(draft));
}

export function dropDraft(person, task) {
  localStorage.removeItem(keyOf(person, task));
}

/** The tasks that the person has a draft of. */
export function drafted(person) {
  const beginning = keyOf(person, '');
  return Object.keys(localStorage).filter(key => key.startsWith(beginning)).map(key => key.slice(beginning.length));
}

/** Of anybody. */
export function dropDraftsOlderThan(time) {
  Object.keys(localStorage).filter(key => key.startsWith(`${KEY}:`))
    .filter(key => JSON.parse(localStorage.getItem(key)).typed < time)
    .forEach(key => localStorage.removeItem(key));
}
