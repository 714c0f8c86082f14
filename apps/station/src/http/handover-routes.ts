import { type Door, type Doorkeeper, question, readInput, sessionCookie } from '@bilik/server';
import { z } from 'zod';
import type { PairedDevice } from '../devices/devices.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { cookieNameOf } from './device-routes.ts';

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);

const Follow = z.strictObject({
  device: z.string().min(1).max(20),
  nonce: Hex32,
  session: Hex32,
  epoch: z.int().min(1).max(1_000),
  mark: z.string().regex(/^[0-9a-f]{16}$/),
  proof: Hex32,
});

/** How a page that lost its station finds the one that took over, and goes on there as the device that it was. */
export function openFollowRoutes(
  door: Door,
  { place, handover, standing }: PollingPlace,
  changed: () => void,
  session: {
    /** Origins under which the package prepared this station and its spare. */
    readonly stations: readonly string[];
    readonly isSecure: boolean;
    readonly breakOff: (device: string) => void;
  },
): void {
  const cookieName = cookieNameOf(place.election.uuid, session.isSecure);
  door.get('/api/pairing/stations', (_request, reply) =>
    // a page of the station that broke hears that somebody answers here, and not what; the epoch is for a kiosk that begins
    reply
      .header('cross-origin-resource-policy', 'cross-origin')
      .send({ ok: true, value: { stations: session.stations, epoch: standing().epoch } }),
  );
  door.post('/api/pairing/follow', async (request, reply) => {
    const input = readInput(Follow, request.body ?? {});
    if (!input.ok) return reply.code(400).send(input);
    const followed = announced(handover.follow(input.value), changed);
    if (!followed.ok) return reply.code(409).send(followed);
    const { device, token } = followed.value;
    session.breakOff(device.device);
    return reply
      .header('set-cookie', sessionCookie(cookieName(device.device), token, session.isSecure))
      .send({ ok: true, value: device });
  });
}

/** What a page keeps for that moment. */
export function openHandedRoutes(
  door: Door,
  { handover }: PollingPlace,
  { speakerOf }: Doorkeeper<PairedDevice>,
): void {
  question(door, '/api/session/handed', (request) => handover.of(speakerOf(request).device) ?? null);
}
