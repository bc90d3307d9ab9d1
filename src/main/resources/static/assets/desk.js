// Answers while somebody types, and lets the keys choose: the hand stays on the keyboard while the other one holds the telephone.
// Without this script the form asks by itself.

const PAUSE_MILLIS = 120;

const form = document.querySelector('.ask');
const field = form.elements.q;
const answer = () => document.querySelector('.answer');
const links = () => [...answer().querySelectorAll('a.hit')];

let shown = field.value.trim();
let pause;
let asking;

/** Puts the answer below the field, unless something else has been typed meanwhile. */
const show = async () => {
  clearTimeout(pause);
  const typed = field.value.trim();
  if (typed === shown) return;
  asking?.abort();
  asking = new AbortController();
  const {signal} = asking;
  const reply = await fetch(`${form.dataset.hits}?${new URLSearchParams({q: typed})}`, {signal});
  // a login that has ended is asked for again, with the question
  if (!reply.ok || reply.redirected) return form.submit();
  const section = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('.answer');
  if (signal.aborted) return;
  answer().replaceWith(section);
  shown = typed;
};

const quietly = error => {
  if (error.name !== 'AbortError') form.submit();
};

field.addEventListener('input', event => {
  if (event.isComposing) return;
  clearTimeout(pause);
  pause = setTimeout(() => show().catch(quietly), PAUSE_MILLIS);
});
field.addEventListener('compositionend', () => show().catch(quietly));

form.addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await show();
    const [first, ...others] = links();
    if (others.length > 0) first.focus();
    else first?.click();
  } catch (error) {
    quietly(error);
  }
});

const step = (from, by) => {
  const all = links();
  const at = all.indexOf(from) + by;
  (at < 0 ? field : all[Math.min(at, all.length - 1)])?.focus();
};

document.addEventListener('keydown', event => {
  const here = document.activeElement;
  if (event.isComposing || here !== field && !here.closest?.('.answer a.hit')) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp' && here !== field) {
    event.preventDefault();
    step(here, event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape' && here !== field) {
    field.focus();
    field.select();
  }
});
