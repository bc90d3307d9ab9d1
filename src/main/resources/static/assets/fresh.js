// Shows the newest figures every half a minute. While the application cannot be reached the page stays and says that it is old.

const EVERY_MILLIS = 30_000;
const PATIENCE_MILLIS = 10_000;
// without user and password, which the address may hold and which fetch would refuse
const address = location.origin + location.pathname + location.search;

async function refresh() {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // whoever is at a button stays there
    if (!document.querySelector('main').contains(document.activeElement)) {
      document.querySelector('main').replaceWith(page.querySelector('main'));
    }
  } catch {
    document.querySelector('.lost')?.removeAttribute('hidden');
  }
  setTimeout(refresh, EVERY_MILLIS);
}

setTimeout(refresh, EVERY_MILLIS);
