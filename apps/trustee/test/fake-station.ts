import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

export interface StationAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
}

/** What a station says to a request; nothing: it knows no such path. */
export type StationSpeech = (path: string) => StationAnswer | undefined | Promise<StationAnswer | undefined>;

/** What stands for a station in these tests: it answers with what it was given, and keeps what it was sent. */
export async function openFakeStation(answer: StationSpeech) {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      if (pieces.length > 0) posted.push(Buffer.concat(pieces).toString('utf8'));
      const { status, body } = (await answer(request.url ?? '')) ?? {
        status: 404,
        body: '{"ok":false,"error":{"type":"not-found"}}',
      };
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the station listens on no port');
  return { origin: `http://127.0.0.1:${address.port}`, posted };
}
