import { createReadStream, existsSync, statSync } from 'node:fs';
import { command, type Door } from '@bilik/server';
import { z } from 'zod';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';

const Share = z.strictObject({ owner: z.int().min(1).max(100), share: z.string().max(200_000) });

/** The record and what belongs to it: public from the moment the polls are closed. */
export function openRecordRoutes(
  door: Door,
  { place, counting, board, phase }: PollingPlace,
  changed: () => void,
): void {
  const sendFile = (path: string, name: string, file: () => string | undefined, type: string) =>
    door.get(path, (_request, reply) => {
      const found = file();
      if (found === undefined || !existsSync(found)) return reply.callNotFound();
      void reply
        .header('content-type', type)
        .header('content-length', statSync(found).size)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(createReadStream(found));
    });
  const sendText = (path: string, name: string, text: () => string | undefined) =>
    door.get(path, (_request, reply) => {
      const found = text();
      if (found === undefined) return reply.callNotFound();
      void reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(found);
    });
  const afterClosing = () => phase() !== 'open' && phase() !== 'paused';

  sendFile(
    '/api/record/sealed',
    'sealed.bel',
    () => (afterClosing() ? counting.sealedPath : undefined),
    'application/octet-stream',
  );
  sendFile(
    '/api/record/record.bel',
    'record.bel',
    () => (counting.outcome() === undefined ? undefined : counting.recordPath),
    'application/octet-stream',
  );
  sendText('/api/record/void', 'void.json', () => (afterClosing() ? counting.voidList() : undefined));
  sendText('/api/record/result.json', 'result.json', () => board.signedResult());
  sendText('/api/record/election.json', 'election.json', () => place.election.text);
  sendText('/api/record/trustees.json', 'trustees.json', () => place.trustees.text);

  command(door, '/api/shares', Share, ({ owner, share }) =>
    announced(counting.receiveShare(owner, share), changed),
  );
}
