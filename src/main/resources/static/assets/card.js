// The fault is understood while it is typed, and Enter opens the slip once there is nothing more to see first. Without this script the
// server shows the same after Enter.

const PAUSE_MILLIS = 120;

const form = document.querySelector('.report');
const {fault, name, telephone, picked} = form.elements;
const heard = () => form.querySelector('.heard');

let asked = question();
let pause;
let asking;
let sending = false;

/** What is on the form. The item counts only when somebody has picked it, which a page that comes back remembers. */
function question() {
  const fields = new URLSearchParams(new FormData(form));
  ['_csrf', 'key', 'who'].forEach(field => fields.delete(field));
  if (!picked.value) fields.delete('item');
  return fields.toString();
}

/** Puts what the words tell below them, unless something else has been typed meanwhile. */
async function hear() {
  clearTimeout(pause);
  const now = question();
  if (now === asked) return;
  asking?.abort();
  asking = new AbortController();
  const {signal} = asking;
  const reply = await fetch(`${form.dataset.heard}?${now}`, {signal});
  // a login that has ended is asked for again
  if (!reply.ok || reply.redirected) return;
  const answer = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('.heard');
  if (signal.aborted) return;
  const here = heard().contains(document.activeElement) ? document.activeElement.name : undefined;
  heard().replaceWith(answer);
  if (here) form.elements[here]?.focus();
  asked = now;
}

const quietly = error => {
  if (error.name !== 'AbortError') console.warn(error);
};
const soon = () => {
  clearTimeout(pause);
  pause = setTimeout(() => hear().catch(quietly), PAUSE_MILLIS);
};

form.addEventListener('input', event => {
  if (!event.isComposing) soon();
});
fault.addEventListener('compositionend', soon);

form.addEventListener('change', ({target}) => {
  if (target.name === 'item') picked.value = 'true';
  if (target.name === 'who') {
    name.value = target.dataset.name;
    telephone.value = target.value;
  }
  soon();
});

/** What has to be said or asked before a slip is opened. */
const warnings = () => [...form.querySelectorAll('.heard [role=alert], .heard .alike')].map(one => one.textContent).join();

form.addEventListener('submit', async event => {
  if (event.submitter?.name) return;
  event.preventDefault();
  if (sending) return;
  const seen = warnings();
  await hear().catch(quietly);
  const question = form.querySelector('.heard .alike button');
  if (question) return question.focus();
  if (warnings() !== seen) return;
  sending = true;
  form.submit();
});

document.addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (event.altKey && /^Key[UNJ]$/.test(event.code)) {
    const button = form.querySelector(`.alike [aria-keyshortcuts="Alt+${event.code.at(-1)}"]`);
    if (button) event.preventDefault();
    button?.click();
  } else if (event.key === 'Escape' && fault.value === '') {
    location.assign(document.querySelector('main > header nav a').href);
  }
});
