// Says which tasks have something typed and not sent, and takes it off the phone with whoever logs out.

import { draftOf, drafted, dropDraft } from './drafts.js';

const { person } = document.body.dataset;
const links = new Map([...document.querySelectorAll('[data-task]')].map(link => [link.dataset.task, link]));

for (const task of drafted(person)) {
  const mark = Object.assign(document.createElement('span'), { className: 'draft', textContent: '有没提交的内容' });
  if (links.has(task)) {
    links.get(task).append(mark);
  } else {
    const link = Object.assign(document.createElement('a'), { href: `tasks/${task}`, textContent: draftOf(person, task).name });
    const entry = document.createElement('li');
    entry.append(link);
    document.querySelector('.left ul').append(entry);
    document.querySelector('.left').hidden = false;
  }
}

navigator.serviceWorker?.register(new URL('worker.js', import.meta.url), { scope: location.pathname });

document.querySelector('header form').addEventListener('submit', () => drafted(person).forEach(task => dropDraft(person, task)));

// Whoever comes back to the page wants to see what there is now.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && navigator.onLine) location.reload();
});
