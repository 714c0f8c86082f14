import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** The policy under which our servers serve every page: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface GalleryServer {
  readonly origin: string;
  /** Every path that was asked for. */
  readonly asked: string[];
  /** Sets the figure that the live screen shows, and announces it. */
  readonly setPresent: (count: number) => void;
  /** Cuts every open connection and refuses new ones until `plugIn`. */
  readonly pullCable: () => void;
  readonly plugIn: () => void;
  readonly close: () => void;
}

/** Serves the built gallery and the two addresses of its live screen. */
export async function serveGallery(folder: string): Promise<GalleryServer> {
  const asked: string[] = [];
  const streams = new Set<ServerResponse>();
  let present = 0;
  let isPlugged = true;
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    asked.push(path);
    response.setHeader('content-security-policy', POLICY);
    if (path === '/api/present') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, value: present }));
    } else if (path === '/api/events') {
      response.setHeader('content-type', 'text/event-stream');
      response.write('event: changed\ndata: 1\n\n');
      streams.add(response);
    } else {
      const file = join(folder, path === '/' ? 'index.html' : path);
      const type = TYPES[extname(file)];
      if (type === undefined || !existsSync(file)) response.writeHead(404).end();
      else response.setHeader('content-type', type).end(readFileSync(file));
    }
  });
  server.on('connection', (socket) => {
    if (!isPlugged) socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    setPresent(count) {
      present = count;
      for (const stream of streams) stream.write('event: changed\ndata: 1\n\n');
    },
    pullCable() {
      isPlugged = false;
      streams.clear();
      server.closeAllConnections();
    },
    plugIn() {
      isPlugged = true;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
