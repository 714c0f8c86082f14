import { command, type Door } from '@bilik/server';
import { z } from 'zod';
import { CODE_PAGE_NAME } from '../delivery/code-page.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';

const Share = z.strictObject({ owner: z.int().min(1).max(100), share: z.string().max(200_000) });

type Read =
  | { readonly ok: true; readonly value: Buffer }
  | { readonly ok: false; readonly error: { readonly type: string } };

const RECORD_TYPE = 'application/octet-stream';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The record and what belongs to it: public from the moment the polls are closed. */
export function openRecordRoutes(
  door: Door,
  { place, counting, board, eventLog, sending }: PollingPlace,
  changed: () => void,
): void {
  /** Each file is read again before it is handed out; what is damaged is refused, and the board shows it. */
  const sendFile = (name: string, path: string, type: string, read: () => Read | undefined) =>
    door.get(path, (_request, reply) => {
      const found = read();
      if (found === undefined) return reply.callNotFound();
      if (!found.ok) {
        changed();
        return void reply.code(409).send(found);
      }
      void reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(found.value);
    });
  const sendText = (path: string, name: string, text: string) =>
    sendFile(name, path, JSON_TYPE, () => ({ ok: true, value: Buffer.from(text, 'utf8') }));

  sendFile('sealed.bel', '/api/record/sealed', RECORD_TYPE, () => counting.read('sealed.bel'));
  sendFile(CODE_PAGE_NAME, `/api/record/${CODE_PAGE_NAME}`, 'text/html; charset=utf-8', () => {
    const page = sending.codePage();
    return page === undefined ? undefined : { ok: true, value: page };
  });
  sendFile('record.bel', '/api/record/record.bel', RECORD_TYPE, () => counting.read('record.bel'));
  sendFile('void.json', '/api/record/void', JSON_TYPE, () => counting.read('void.json'));
  sendFile('result.json', '/api/record/result.json', JSON_TYPE, () => board.signedResult());
  sendFile('peristiwa.json', '/api/record/peristiwa.json', JSON_TYPE, () => {
    const log = eventLog();
    return log === undefined ? undefined : { ok: true, value: Buffer.from(log, 'utf8') };
  });
  sendText('/api/record/election.json', 'election.json', place.election.text);
  sendText('/api/record/trustees.json', 'trustees.json', place.trustees.text);
}

/** Trustees' shares of the sum. */
export function openShareRoutes(door: Door, { counting }: PollingPlace, changed: () => void): void {
  command(door, '/api/shares', Share, ({ owner, share }) =>
    announced(counting.receiveShare(owner, share), changed),
  );
}
