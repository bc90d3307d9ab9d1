// The server, in the session of whoever is logged in: Tasklist's own REST interface to read, and the doors of this application for what changes.

const PATIENCE_MILLIS = 20_000;
const PATIENCE_WITH_PHOTOS_MILLIS = 120_000;
const TOKEN = 'X-CSRF-TOKEN';
const PERSON = 'Baoxiu-Person';
const { engine, home } = document.body.dataset;
let token = document.body.dataset.csrf;

/** No answer came: whether a change has arrived is not known. */
export class NoConnection extends Error {
}

/** The server said no. */
export class Refusal extends Error {
  /** @param {number} status of HTTP; @param {string | undefined} message a sentence for people, if the engine had one */
  constructor(status, message) {
    super(message);
    this.status = status;
    this.loggedOut = status === 401 || status === 403 && message === undefined;
  }
}

/** @returns what the interface answers */
export async function ask(path) {
  return read(await send(engine + path, PATIENCE_MILLIS));
}

/** Takes a task; once more changes nothing. */
export const claim = (person, task) => change(person, `${task}/claim`, PATIENCE_MILLIS);

/** Adds a photo to the slip that a task is about. @param {string} id by which the server knows it again, here and below */
export async function upload(person, task, kind, photo, id) {
  const body = new FormData();
  body.append('kind', kind);
  body.append('photo', photo, 'photo');
  body.append('submission', id);
  await change(person, `${task}/photos`, PATIENCE_WITH_PHOTOS_MILLIS, body);
}

/** Completes a task by its form. */
export async function submit(person, task, variables, id) {
  await change(person, `${task}/forms/${id}`, PATIENCE_MILLIS, JSON.stringify({ variables }), { 'Content-Type': 'application/json' });
}

/** With the token of this page, which is another one where somebody has logged in since. */
async function change(person, path, patience, body, headers) {
  const once = () => send(`${home}/${path}`, patience, { method: 'POST', headers: { [TOKEN]: token, [PERSON]: person, ...headers }, body });
  let answer = await once();
  if (answer.status === 403 && await isTokenAnother()) answer = await once();
  await read(answer);
}

async function isTokenAnother() {
  const page = new DOMParser().parseFromString(await (await send(home, PATIENCE_MILLIS)).text(), 'text/html');
  const { csrf } = page.body.dataset;
  token = csrf ?? token;
  return csrf !== undefined;
}

/** Whether the server answers, whatever the phone thinks of its network. */
export async function isThere() {
  try {
    await send(home, PATIENCE_MILLIS, { method: 'HEAD' });
    return true;
  } catch {
    return false;
  }
}

async function read(answer) {
  const json = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : undefined;
  if (!answer.ok || answer.redirected) throw new Refusal(answer.redirected ? 401 : answer.status, json?.message);
  return json;
}

async function send(address, patience, change) {
  try {
    return await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patience), ...change });
  } catch (error) {
    throw new NoConnection(undefined, { cause: error });
  }
}
