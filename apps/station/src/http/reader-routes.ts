import { createHash, timingSafeEqual } from 'node:crypto';
import { FINGER_RESULTS } from '@bilik/election';
import { command, type Door, type Guard } from '@bilik/server';
import { z } from 'zod';
import type { PollingPlace } from '../polling-place.ts';

const Event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('trouble'),
    trouble: z.enum(['no-reader', 'card-unreadable', 'card-gone', 'no-answer', 'not-understood']),
  }),
  z.strictObject({
    type: z.literal('read'),
    read: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('number'), uid: z.string().regex(/^([0-9a-f]{2}){4,10}$/) }),
      z.strictObject({
        kind: z.literal('chip'),
        nik: z.string().regex(/^[0-9]{16}$/),
        name: z.string().min(1).max(100),
        birthDate: z.iso.date(),
        finger: z.enum(FINGER_RESULTS),
      }),
    ]),
  }),
]);

/** What readers tell the station. Nothing of a card comes back: whom it names is shown at its desk. */
export function openReaderRoutes(door: Door, { place, cards }: PollingPlace, changed: () => void): void {
  const deskOf = (headers: Record<string, unknown>): number | undefined => {
    const shown = /^Bearer ([0-9a-f]{64})$/.exec(String(headers['authorization']))?.[1];
    if (shown === undefined) return undefined;
    const hash = createHash('sha256').update(shown, 'utf8').digest();
    return place.checkIn.readers.find(({ keyHash }) => timingSafeEqual(Buffer.from(keyHash, 'hex'), hash))
      ?.desk;
  };
  const guard: Guard = (request) => deskOf(request.headers) !== undefined;
  command(
    door,
    '/api/reader/event',
    Event,
    (event, request) => {
      const desk = deskOf(request.headers) ?? 0;
      if (event.type === 'read') cards.hear(desk, event.read);
      else cards.say(desk, event.type === 'ready' ? 'ready' : event.trouble);
      changed();
      return { ok: true, value: null };
    },
    guard,
  );
}
