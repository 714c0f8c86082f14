import { FINGER_RESULTS } from '@bilik/election';
import { command, type Door, type Doorkeeper } from '@bilik/server';
import { z } from 'zod';
import type { PairedDevice } from '../devices/devices.ts';
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
export function openReaderRoutes(
  door: Door,
  { cards }: PollingPlace,
  changed: () => void,
  { speakerOf }: Doorkeeper<PairedDevice>,
): void {
  command(door, '/api/reader/event', Event, (event, request) => {
    // a reader stands at the desk of its own number
    const desk = speakerOf(request).number;
    if (event.type === 'read') cards.hear(desk, event.read);
    else cards.say(desk, event.type === 'ready' ? 'ready' : event.trouble);
    changed();
    return { ok: true, value: null };
  });
}
