// What is ready and waits on this phone for the network: photos and forms, per person. They leave in the order in which they were made; each has
// a number of its own, by which the server knows one that it has taken before. What the server refuses stays, with its reason.

import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { Refusal, submit, upload } from './engine.js';

const DATABASE = 'baoxiu-waiting';
const STORE = 'entries';
/** Of HTTP, with which the server says that it will do later. */
const PASSING = [408, 409, 425, 429, 502, 503, 504];

/**
 * @typedef {object} Entry
 * @property {number} [place] in the order; given by the database
 * @property {string} id by which the server knows it again
 * @property {string} person
 * @property {string} task
 * @property {string} label to be read
 * @property {number} made in milliseconds
 * @property {string} [kind] of a photo
 * @property {Blob} [photo]
 * @property {object} [variables] of a form
 * @property {import('./drafts.js').Draft} [draft] the same as it was typed
 * @property {{id: string, png: Blob}} [signature] that goes before its form
 * @property {string} [refused] why the server does not take it
 */

let opened;

function database() {
  opened ??= new Promise((done, failed) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'place', autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  return opened;
}

async function inStore(action) {
  const change = (await database()).transaction(STORE, 'readwrite');
  const answer = action(change.objectStore(STORE));
  return new Promise((done, failed) => {
    change.oncomplete = () => done(answer.result);
    change.onabort = () => failed(change.error);
  });
}

/** Also where a page has no secure connection. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @param {Entry} entry without its id and time; @returns its id */
export async function add(entry, id = newId()) {
  await inStore(store => store.add({ ...entry, id, made: Date.now() }));
  return id;
}

export const remove = entry => inStore(store => store.delete(entry.place));
export const change = entry => inStore(store => store.put(entry));
const all = () => inStore(store => store.getAll());

/** @returns {Promise<Entry[]>} in their order */
export const waitingOf = async person => (await all()).filter(entry => entry.person === person);

/** The form of a task that waits already. */
export const formOf = async (person, task) => (await waitingOf(person)).find(entry => entry.task === task && entry.variables);

/** A form that was filled in anew takes the place of the one before; the same once more keeps its number, since the server may have taken it. */
export const addForm = entry => alone(async () => {
  const before = await formOf(entry.person, entry.task);
  if (!before) return add(entry);
  await remove(before);
  return add(entry, JSON.stringify(before.variables) === JSON.stringify(entry.variables) ? before.id : undefined);
});

/** @returns how many of anybody's were too old to be kept */
export async function dropOlderThan(time) {
  const old = (await all()).filter(entry => entry.made < time);
  await Promise.all(old.map(remove));
  return old.length;
}

export const dropAllOf = async person => Promise.all((await waitingOf(person)).map(remove));

/** Two pages of one phone do not send at the same time. */
const alone = action => navigator.locks ? navigator.locks.request(DATABASE, action) : action();

/**
 * Sends what waits, until something keeps it from going on.
 *
 * @returns {Promise<{sent: string[], refused: Map<string, Refusal>, stopped: Error | undefined}>} by their ids
 */
export const sendWaiting = person => alone(async () => {
  const sent = [];
  const refused = new Map();
  for (const entry of (await waitingOf(person)).filter(entry => !entry.refused)) {
    try {
      await deliver(entry);
    } catch (error) {
      if (!(error instanceof Refusal) || passes(error)) return { sent, refused, stopped: error };
      refused.set(entry.id, error);
      await refuse(entry, error.message || '没有提交上去，请打开任务核对。');
      continue;
    }
    sent.push(entry.id);
    await remove(entry);
    if (entry.variables) dropDraft(person, entry.task);
  }
  return { sent, refused, stopped: undefined };
});

const passes = ({ status, loggedOut }) => loggedOut || PASSING.includes(status);

async function deliver({ person, task, id, kind, photo, variables, signature }) {
  if (photo) return upload(person, task, kind, photo, id);
  if (signature) await upload(person, task, 'SIGNATURE', signature.png, signature.id);
  return submit(person, task, variables, id);
}

/** A form goes back to what was typed, with the reason; a photo stays where it is. */
async function refuse(entry, why) {
  if (!entry.variables) return change({ ...entry, refused: why });
  keepDraft(entry.person, entry.task, { ...draftOf(entry.person, entry.task) ?? entry.draft, refused: why, typed: Date.now() });
  return remove(entry);
}
