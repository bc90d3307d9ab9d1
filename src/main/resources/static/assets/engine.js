// Tasklist's own REST interface, in the session of whoever is logged in.

const PATIENCE_MILLIS = 20_000;
const TOKEN = 'X-XSRF-TOKEN';
const { engine, token: known } = document.body.dataset;
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
  const answer = await send(path, body);
  token = answer.headers.get(TOKEN) ?? token;
  const json = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : undefined;
  if (!answer.ok) throw new Refusal(answer.status, json?.message);
  return json;
}

async function send(path, body) {
  const change = body && {
    method: 'POST', headers: { 'Content-Type': 'application/json', [TOKEN]: token }, body: JSON.stringify(body)
  };
  try {
    return await fetch(engine + path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLIS), ...change });
  } catch (error) {
    throw new NoConnection(undefined, { cause: error });
  }
}
