// Answers of the plugin's own resources; a refusal comes as a sentence for whoever looks.

// There is one only, and beside a diagram Cockpit takes the whole address for its name.
const ENGINE = 'default';

const AWAY = '暂时联系不上服务器，请稍后再试。';

export function asked(api, path) {
  return read(`${api.cockpitApi}/plugin/baoxiu/${ENGINE}/${path}`);
}

export async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (!answer) throw new Refusal(AWAY);
  // pages of the office lead to the login, and refuse in plain words
  if (answer.status === 401 || answer.redirected) throw new Refusal('登录已过期，请刷新页面重新登录。');
  if (answer.ok) return answer.json();
  const plain = answer.headers.get('Content-Type')?.startsWith('text/plain');
  const message = plain ? await answer.text() : (await answer.json().catch(() => ({}))).message;
  throw new Refusal(answer.status < 500 && message ? message : AWAY);
}

export class Refusal extends Error {}

/** Shows what comes of a question in its place, or why there is nothing. */
export async function into(place, work) {
  place.setAttribute('aria-busy', 'true');
  try {
    place.replaceChildren(...[await work()].flat());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    place.replaceChildren(element('p', error.message, 'case-history-failed'));
  } finally {
    place.removeAttribute('aria-busy');
  }
}

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function link(text, address) {
  const made = element('a', text);
  made.href = address;
  return made;
}

/** The page of a slip among the pages of the office. */
export const dossier = number =>
  `${document.querySelector('base').getAttribute('app-root')}/../slips/${encodeURIComponent(number)}`;
