// Shows the newest board every few seconds. While the application cannot be reached the page stays and says that it is old;
// afterwards it is loaded anew, because the application may have come back in another version.
(() => {
  'use strict';
  const EVERY_MILLIS = 5000;
  const PATIENCE_MILLIS = 10000;
  // without user and password, which the address may hold and which fetch would refuse
  const address = location.origin + location.pathname;

  const refresh = async () => {
    try {
      const answer = await fetch(address, {cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLIS)});
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      if (document.body.classList.contains('stale')) {
        location.reload();
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelector('main').replaceWith(page.querySelector('main'));
    } catch (error) {
      document.body.classList.add('stale');
    }
    setTimeout(refresh, EVERY_MILLIS);
  };

  setTimeout(refresh, EVERY_MILLIS);
})();
