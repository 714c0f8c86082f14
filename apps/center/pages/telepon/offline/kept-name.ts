/** What of a request decides whether the phone itself answers it. */
interface Asked {
  readonly method: string;
  readonly url: string;
}

/**
 * Under which name a request is answered from what the phone keeps; null: it goes to the center. Kept are the page and its own files, never
 * an answer of the center.
 * @param home address of the service worker, which stands beside the page @param files names beside it, as `assets/main-1a2b.js`
 */
export function keptName({ method, url }: Asked, home: string, files: readonly string[]): string | null {
  if (method !== 'GET') return null;
  const page = new URL('./', home);
  const asked = new URL(url);
  if (asked.origin !== page.origin || asked.search !== '' || !asked.pathname.startsWith(page.pathname)) {
    return null;
  }
  const name = asked.pathname.slice(page.pathname.length);
  if (name === '' || name === 'index.html') return './';
  return files.includes(name) ? name : null;
}
