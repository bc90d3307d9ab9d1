// Stands in for the server when a phone has no network: whoever opens a page of the tasks gets their own as it was kept, by kept.js and no longer than it
// says there, or else reads that there is no network and that nothing is lost. Kept here are that one page, what pages are drawn with, and the viewer that
// opens forms: nothing about anybody.

const KEPT = 'baoxiu-offline';
const OWN = 'baoxiu-own';
const STAMP = 'kept-for';
const WORTH_MILLIS = 12 * 60 * 60 * 1000;
const SCRIPTS = ['drafts.js', 'engine.js', 'form-renderer-zh.js', 'amounts.js', 'keep-chinese.js', 'own-links-only.js', 'kept.js', 'photos.js',
  'signature-pad.js', 'smaller.js', 'task-list.js', 'task.js', 'typed.js', 'waiting.js'];
const PAGE = new URL('offline', `${self.registration.scope}/`).pathname;
const ASSET = /(?:href|src)="([^"]*\/assets\/[^"]+)"/g;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const { mode, url } = event.request;
  if (mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(async () => await own(event.request) ?? caches.match(PAGE)));
  } else if (new URL(url).pathname.includes('/assets/')) {
    // a script that is a module comes with other headers than what was kept
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then(kept => kept ?? fetch(event.request)));
  } else if (event.request.method === 'GET') {
    event.respondWith(fetch(event.request).catch(async () => await own(event.request) ?? Response.error()));
  }
});

async function own(request) {
  const kept = await caches.open(OWN);
  const stamp = await kept.match(new URL(STAMP, `${self.registration.scope}/`));
  if (stamp && Date.now() - (await stamp.json()).at <= WORTH_MILLIS) return kept.match(request, { ignoreVary: true });
  await caches.delete(OWN);
  return undefined;
}

/** The address of this script changes with those of the assets, and so the next version begins anew. */
async function keep() {
  const page = await fetch(PAGE, { cache: 'no-store' });
  const assets = [...(await page.clone().text()).matchAll(ASSET)].map(([, address]) => address);
  await caches.delete(KEPT);
  const cache = await caches.open(KEPT);
  await cache.addAll([...assets, ...SCRIPTS.map(name => new URL(name, self.location).href)]);
  await cache.put(PAGE, page);
}
