import { CHECKPOINT_PATH, MANIFEST_PATH } from '@bilik/publication';
import { type Door, type PublishedHeaders, servePublishedFolder } from '@bilik/server';
import { ABSENT_POLICY, absentPage } from './absent-page.ts';

/** Where the public site stands at a center's door. */
export const PUBLIC_PREFIX = '/publik/';

/**
 * What pages of the site may do at most. Each page's own policy lets nothing run but its very bytes; this one adds what a page cannot say of
 * itself, and keeps a page without a policy from asking elsewhere.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob:",
  'font-src data:',
  'media-src blob:',
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Evidence, open data and the log are bytes: opened by themselves they are nobody's page. */
const FILE_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** Named by their content, their number, or their place in a log that only grows. */
const FOR_EVER = /^(?:berkas|arsip|tile)\//;
const TEXTS: readonly string[] = [MANIFEST_PATH, CHECKPOINT_PATH];

/** @param path inside the site @source C2SP tlog-tiles, "Parameters": checkpoints are text, tiles are bytes; both are served with these types */
export function publishedHeaders(path: string): PublishedHeaders {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const policy = path.endsWith('.html') ? PAGE_POLICY : FILE_POLICY;
  const isForEver = FOR_EVER.test(path);
  if (TEXTS.includes(name)) return { isForEver, policy, type: 'text/plain; charset=utf-8' };
  if (path.endsWith('.bel')) return { isForEver, policy, type: 'application/octet-stream' };
  return { isForEver, policy };
}

/**
 * Serves what the center has published, to everybody and without a session. It knows the folder and the kind of the center, and nothing else:
 * no database stands behind it.
 * @param site the folder that the portal's process writes; need not be there yet
 */
export async function serveSite(
  door: Door,
  site: { readonly folder: string; readonly setAside: string; readonly kind: 'exercise' | 'real' },
): Promise<void> {
  await servePublishedFolder(door, {
    prefix: PUBLIC_PREFIX,
    folder: site.folder,
    setAside: site.setAside,
    headersOf: publishedHeaders,
    answerAbsent: (reply, isThere) =>
      reply
        .code(404)
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          'content-security-policy': ABSENT_POLICY,
        })
        .send(absentPage(site.kind, isThere)),
  });
}
