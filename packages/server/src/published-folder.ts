import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { Door } from './door.ts';
import { openRoom } from './session/admission.ts';

/** What an answer says beside the bytes of a file. */
export interface PublishedHeaders {
  /** Whether these bytes stand under this path for ever. */
  readonly isForEver: boolean;
  /** Content-Type where the ending of the name does not say it. */
  readonly type?: string;
  /** Content-Security-Policy in place of the door's. */
  readonly policy: string;
}

/** A folder of files that others write and everybody reads. */
export interface PublishedFolder {
  /** Under which address, as `/publik/`. */
  readonly prefix: string;
  /** Absolute; need not be there. Looked up anew for each request: whoever writes it may exchange it whole, by renaming. */
  readonly folder: string;
  /** Where the folder stands for the moment between the two renames of an exchange. */
  readonly setAside: string;
  /** @param path inside the folder, parted by `/` */
  readonly headersOf: (path: string) => PublishedHeaders;
  /** Answers for what is not there, and for paths that are tricks. @param isThere whether the folder is */
  readonly answerAbsent: (reply: FastifyReply, isThere: boolean) => unknown;
}

/**
 * Serves a folder of published files to everybody, read-only: GET and HEAD, ranges, ETag and Last-Modified, no session read or set. What
 * stands for ever may be kept for ever; everything else is asked for again each time. Links in the folder lead nowhere: whoever brought it would choose
 * which files of this machine are public.
 */
export async function servePublishedFolder(door: Door, published: PublishedFolder): Promise<void> {
  const { prefix, folder, setAside, headersOf, answerAbsent } = published;
  const absent = (reply: FastifyReply) => answerAbsent(reply, existsSync(folder) || existsSync(setAside));
  await openRoom(door, 'everybody', async (room) => {
    await room.register(
      async (site) => {
        site.setNotFoundHandler((_request, reply) => absent(reply));
        site.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
          const status = error.statusCode ?? 500;
          if (status >= 500) throw error;
          // a range outside the file, a condition that does not hold; everything else is a path that leads nowhere
          return status === 412 || status === 416 ? reply.code(status).send() : absent(reply);
        });
        site.get('/', { prefixTrailingSlash: 'no-slash' }, (_request, reply) => reply.redirect(prefix, 308));
        await site.register(fastifyStatic, {
          root: [folder, setAside],
          prefix: '/',
          decorateReply: false,
          suppressWarning: true,
          dotfiles: 'ignore',
          index: 'index.html',
          redirect: false,
          cacheControl: false,
          // an old site that was set aside speaks only while no other stands
          allowedPath: (path, root) =>
            (root === folder || !existsSync(folder)) && !leadsElsewhere(String(root), path),
          setHeaders(reply, path) {
            const root = path.startsWith(folder + sep) ? folder : setAside;
            const { isForEver, type, policy } = headersOf(relative(root, path).split(sep).join('/'));
            reply.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
            reply.header('content-security-policy', policy);
            if (type !== undefined) reply.header('content-type', type);
          },
        });
      },
      { prefix: prefix.replace(/\/$/, '') },
    );
  });
}

/** Whether a link stands on the way to what is asked for. What is not there leads nowhere. @param path inside the root, decoded */
function leadsElsewhere(root: string, path: string): boolean {
  try {
    return relative(realpathSync(root), realpathSync(join(root, path))) !== relative(root, join(root, path));
  } catch {
    return false;
  }
}
