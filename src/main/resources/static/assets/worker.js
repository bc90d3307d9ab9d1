// Stands in for the server when a phone has no network: whoever opens a page of the tasks reads that, and that nothing is lost.
// Kept are that one page and what it names: what it is drawn with, and the viewer that opens forms. What the server says about tasks and people is kept nowhere.

const KEPT = 'baoxiu-offline';
const PAGE = new URL('offline', `${self.registration.scope}/`).pathname;
const ASSET = /(?:href|src)="([^"]*\/assets\/[^"]+)"/g;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('fetch', event => {
  const { mode, url } = event.request;
  if (mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match(PAGE)));
  } else if (new URL(url).pathname.includes('/assets/')) {
    // a script that is a module comes with other headers than what was kept
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then(kept => kept ?? fetch(event.request)));
  }
});

/** The address of this script changes with those of the assets, and so the next version begins anew. */
async function keep() {
  const page = await fetch(PAGE, { cache: 'no-store' });
  const assets = [...(await page.clone().text()).matchAll(ASSET)].map(([, address]) => address);
  await caches.delete(KEPT);
  const cache = await caches.open(KEPT);
  await cache.addAll(assets);
  await cache.put(PAGE, page);
}
