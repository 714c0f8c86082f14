import { keptName } from './offline/kept-name.ts';

/** Every file of the page but itself, and their common hash: put in by `scripts/build-pages.mjs`. */
declare const OFFLINE_FILES: readonly string[];
declare const OFFLINE_VERSION: string;

interface LongEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface AskingEvent extends LongEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface OfflineWorker {
  readonly addEventListener: ((type: 'install' | 'activate', on: (event: LongEvent) => void) => void) &
    ((type: 'fetch', on: (event: AskingEvent) => void) => void);
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
}

const PREFIX = 'bilik-telepon-';
const CACHE = `${PREFIX}${OFFLINE_VERSION}`;
// the compiler's library of pages knows no service worker
const worker = globalThis as unknown as OfflineWorker;

worker.addEventListener('install', (event) => {
  // the page loads nothing later, so a new version may take over at once: what is open stays as it is
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(['./', ...OFFLINE_FILES]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = keptName(request, location.href, OFFLINE_FILES);
  // what is asked of the center goes to the center: answers are never kept
  if (name === null) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(name))
      .then((kept) => kept ?? fetch(request)),
  );
});
