// The tasks of whoever is logged in, to be read without a network: their pages, forms and photos, for twelve hours, until the logout, or until
// somebody else logs in. The worker reads them from here.

import { drafted, dropDraft, dropDraftsOlderThan } from './drafts.js';
import { dropAllOf, dropOlderThan } from './waiting.js';

const HOUR_MILLIS = 60 * 60 * 1000;
const READABLE_MILLIS = 12 * HOUR_MILLIS;
/** Over a weekend; the server knows for a week what it has taken. */
const WAITING_MILLIS = 72 * HOUR_MILLIS;
const OWN = 'baoxiu-own';
const LEFT = 'BAOXIU-LEFT=';
const { home, engine } = document.body.dataset;
const STAMP = new URL(`${home}/kept-for`, location.href).href;
const PHOTO = /(?:href|src)="([^"]*\/photos\/[^"]+)"/g;

/** A page without a secure connection has no such store. */
const store = globalThis.caches;

export const forget = async () => { await store?.delete(OWN); };

/** Whoever has logged out, from whichever page, leaves nothing: the server says by a cookie who it was. */
export async function forgetWhoLeft() {
  const left = document.cookie.split('; ').find(cookie => cookie.startsWith(LEFT))?.slice(LEFT.length);
  if (!left) return;
  await dropEverythingOf(decodeURIComponent(left));
  document.cookie = `${LEFT}; Max-Age=0; Path=${home.replace(/tasks$/, '')}`;
}

export async function dropEverythingOf(person) {
  drafted(person).forEach(task => dropDraft(person, task));
  await Promise.all([dropAllOf(person), forget()]);
}

/**
 * Before anything is shown: nothing of whoever has left, nothing to be read of whoever had the phone before, and nothing that is old.
 *
 * @returns how many things that were ready to leave were too old to be kept
 */
export async function tidy(person) {
  await forgetWhoLeft();
  const stamp = await stampOf();
  if (stamp && (stamp.person !== person || stamp.at < Date.now() - READABLE_MILLIS)) await forget();
  dropDraftsOlderThan(Date.now() - READABLE_MILLIS);
  return dropOlderThan(Date.now() - WAITING_MILLIS);
}

async function stampOf() {
  return (await (await store?.open(OWN))?.match(STAMP))?.json();
}

/** Keeps the list with its tasks, and nothing of what is not on it any more. */
export async function keepAll(person, tasks) {
  if (!store) return;
  const list = await fetch(home, { cache: 'no-store' });
  if (!list.ok || !(await list.clone().text()).includes(`data-person="${person}"`)) return;
  const kept = await store.open(OWN);
  await kept.put(STAMP, new Response(JSON.stringify({ person, at: Date.now() })));
  await kept.put(home, list);
  const wanted = [home];
  for (const task of tasks) wanted.push(...await keepTask(task));
  const addresses = new Set([STAMP, ...wanted].map(address => new URL(address, location.href).href));
  for (const request of await kept.keys()) {
    if (!addresses.has(request.url)) await kept.delete(request);
  }
}

/** As it is now; its form stays the same for a while. @returns the addresses of all that belongs to it */
export async function keepTask(task) {
  if (!store) return [];
  const kept = await store.open(OWN);
  const page = `${home}/${task}`;
  const form = `${engine}/task/${task}/deployed-form`;
  await keep(kept, page);
  if (!isFresh(await kept.match(form))) await keep(kept, form);
  const values = await keep(kept, `${engine}/task/${task}/form-variables?deserializeValues=false`);
  const html = await (await kept.match(page))?.text() ?? '';
  const photos = [...html.matchAll(PHOTO)].map(([, address]) => address.replaceAll('&amp;', '&'));
  for (const address of photos) {
    if (!await kept.match(address)) await keep(kept, address);
  }
  return [page, form, values, ...photos];
}

const isFresh = answer => Date.now() - Date.parse(answer?.headers.get('Date')) < HOUR_MILLIS;

async function keep(kept, address) {
  const answer = await fetch(address, { cache: 'no-store' });
  if (answer.ok && !answer.redirected) await kept.put(address, answer);
  return address;
}
