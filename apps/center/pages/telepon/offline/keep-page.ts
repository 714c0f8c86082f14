/** Whether this phone opens the page without a network. */
export type PageKept = 'kept' | 'not-kept';

/**
 * Lets the browser keep the page with all its files. Never throws: a browser that keeps nothing (private mode, an address without HTTPS)
 * still works while it is open.
 */
export async function keepPage(): Promise<PageKept> {
  if (!('serviceWorker' in navigator)) return 'not-kept';
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register('./service-worker.js');
    await serviceWorker.ready;
    return 'kept';
  } catch {
    // without a line nothing is fetched anew; what was kept before serves
    return serviceWorker.controller === null ? 'not-kept' : 'kept';
  }
}
