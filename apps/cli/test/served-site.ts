import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A web server that gives out a site's folder. */
export interface ServedSite {
  readonly url: string;
  /** Paths in the order in which they were asked for, since the last `show`. */
  readonly asked: readonly string[];
  /** From now on gives out this folder. @param instead answers for some paths; `false` leaves it to the folder */
  show(root: string, instead?: (path: string, response: ServerResponse) => boolean): void;
}

/** Serves folders under `/publik/`, until the tests of a file are through. */
export async function serveSites(): Promise<ServedSite> {
  let shown: { root: string; instead?: Parameters<ServedSite['show']>[1] } = { root: '' };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/publik\//, '');
    asked.push(path);
    if (shown.instead?.(path, response) === true) return;
    const place = join(shown.root, path);
    const isThere = statSync(place, { throwIfNoEntry: false })?.isFile() === true;
    response.writeHead(isThere ? 200 : 404).end(isThere ? readFileSync(place) : 'tidak ada');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/publik`,
    asked,
    show(root, instead) {
      asked.length = 0;
      shown = { root, ...(instead && { instead }) };
    },
  };
}
