import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the cable does to one request: `before`: it never arrives; `after`: it arrives and its answer is lost. */
export type Cut = 'before' | 'after' | null;

/** A cable between a sender and a receiver, which a test pulls out at any request. */
export interface CuttingCable {
  readonly url: URL;
  readonly close: () => Promise<void>;
}

/**
 * @param target the receiver's address at that moment
 * @param cutOf decides for each request by what it carries
 */
export async function openCuttingCable(
  target: () => Promise<string>,
  cutOf: (path: string, body: string) => Cut,
): Promise<CuttingCable> {
  const server = createServer((request, response) => {
    const carry = async (): Promise<unknown> => {
      const body = await bodyOf(request);
      const path = request.url ?? '/';
      const cut = cutOf(path, body);
      if (cut === 'before') return response.destroy();
      const answer = await fetch(new URL(path, await target()), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await answer.text();
      if (cut === 'after') return response.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
      return undefined;
    };
    // a receiver that is gone in the middle of a request is a cut too
    carry().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${address.port}/`),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
