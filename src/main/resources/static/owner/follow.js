// Shows what is new on a slip while its owner looks at the page. Whoever is filling in something is not disturbed.
(() => {
  'use strict';
  const EVERY_MILLIS = 20000;
  const PATIENCE_MILLIS = 10000;
  // what has not become of a photo stays to be read; what has come of a form is over with the next look
  const address = location.pathname + location.search.replace(/\bnews=\w+&?/, '');

  const refresh = async () => {
    try {
      const answer = await fetch(address, {cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MILLIS)});
      const busy = document.hidden || document.querySelector('details[open], section.now');
      if (answer.ok && !busy) {
        const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
        if (main.querySelector('section.now')) {
          // with a script of its own
          location.replace(address);
          return;
        }
        document.querySelector('main').replaceWith(main);
      }
    } catch (error) {
      // the line is slow or down: the next time
    }
    setTimeout(refresh, EVERY_MILLIS);
  };

  setTimeout(refresh, EVERY_MILLIS);
})();
