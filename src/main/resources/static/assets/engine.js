// The server, in the session of whoever is logged in: Tasklist's own REST interface, and the photos of this application.

const PATIENCE_MILLIS = 20_000;
const PATIENCE_WITH_PHOTOS_MILLIS = 120_000;
const TOKEN = 'X-XSRF-TOKEN';
const FORM_TOKEN = 'X-CSRF-TOKEN';
const { engine, home, token: known, csrf } = document.body.dataset;
let token = known;

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

/** @returns what the interface answers, undefined if that is nothing */
export async function ask(path, body) {
  const change = body && {
    method: 'POST', headers: { 'Content-Type': 'application/json', [TOKEN]: token }, body: JSON.stringify(body)
  };
  const answer = await send(engine + path, PATIENCE_MILLIS, change);
  token = answer.headers.get(TOKEN) ?? token;
  return read(answer);
}

/** Adds a photo to the slip that a task is about. */
export async function upload(task, kind, photo) {
  const body = new FormData();
  body.append('kind', kind);
  body.append('photo', photo, 'photo');
  await read(await send(`${home}/${task}/photos`, PATIENCE_WITH_PHOTOS_MILLIS, {
    method: 'POST', headers: { [FORM_TOKEN]: csrf }, body
  }));
}

/** Whether the person has completed a task that is gone. */
export async function completed(task) {
  return (await send(`${home}/${task}/completed`, PATIENCE_MILLIS)).status === 204;
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
