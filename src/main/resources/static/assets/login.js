import { forget, forgetWhoLeft } from './kept.js';

// A link to a task says which one behind its #, which the browser keeps to itself: it comes along with the login, whichever it is.

const to = document.querySelector('input[name=to]');
if (to && !to.value.includes('#')) {
  to.value += location.hash;
  for (const company of document.querySelectorAll('a.company')) {
    const link = new URL(company.href);
    link.searchParams.set('to', to.value);
    company.href = link;
  }
}

// Where somebody logs in, nothing is left to be read of whoever had the phone before.
await Promise.all([forget(), forgetWhoLeft()]).catch(() => {});
