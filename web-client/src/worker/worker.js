/* global version, shell, cacheFirst */
// The offline shell. `version`, `shell` and `cacheFirst` are written above by the build. Nothing of the API is ever kept here.
const kept = `shell-${version}`;
const later = 'assets';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(kept).then((cache) => cache.addAll(shell.map((path) => new Request(path, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('shell-') && name !== kept))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The page asks for the new version; it is never put under somebody who did not ask.
self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url.pathname));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (shell.includes(url.pathname)) event.respondWith(keptOr(url.pathname, request));
});

/** At the door the page that was there opens at once; elsewhere the network is asked first, but not for long. */
async function page(request, path) {
  const shellPage = await (await caches.open(kept)).match('/');
  const atTheDoor = cacheFirst.some((start) => path === start || path.startsWith(`${start}/`));
  if (shellPage && atTheDoor) return shellPage;
  try {
    const answer = await fetch(request, shellPage ? { signal: AbortSignal.timeout(4000) } : {});
    return answer.status >= 500 && shellPage ? shellPage : answer;
  } catch (failure) {
    if (shellPage) return shellPage;
    throw failure;
  }
}

/** Hashed files never change: what was fetched once is kept. */
async function asset(request) {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(later);
    await cache.put(request, answer.clone());
    const names = await cache.keys();
    await Promise.all(names.slice(0, Math.max(0, names.length - 150)).map((old) => cache.delete(old)));
  }
  return answer;
}

async function keptOr(path, request) {
  const found = await (await caches.open(kept)).match(path, { ignoreVary: true });
  return found ?? fetch(request);
}
