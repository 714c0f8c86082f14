import { createHash } from 'node:crypto';
import {
  command,
  type Door,
  type Doorkeeper,
  NoInput,
  question,
  readInput,
  sessionCookie,
} from '@bilik/server';
import { z } from 'zod';
import type { PairedDevice } from '../devices/devices.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openConfirming } from './confirmed.ts';

const DeviceName = z.string().min(1).max(20);
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const OnePerson = ConfirmationsSchema.length(1);

/** Devices whose page lives in a browser: their token is kept by the browser and read by no script. */
const BROWSER_ROLES: readonly string[] = ['board', 'desk'];

/**
 * Under which name a browser keeps the session of one device: apart for each election, because cookies know no port.
 * @param isSecure the door speaks HTTPS: then the browser itself sees to it that nobody else on the network can set this cookie
 */
export function cookieNameOf(electionUuid: string, isSecure: boolean): (device: string) => string {
  const election = createHash('sha256').update(electionUuid).digest('hex').slice(0, 8);
  const prefix = isSecure ? '__Host-' : '';
  return (device) => `${prefix}bilik-${election}-${device}`;
}

/** How a device that has no session gets one: the only commands that anybody may give. */
export function openPairingRoutes(
  door: Door,
  { place, devices }: PollingPlace,
  changed: () => void,
  session: { readonly isSecure: boolean; readonly breakOff: (device: string) => void },
): void {
  const { definition, election } = place;
  const cookieName = cookieNameOf(election.uuid, session.isSecure);
  command(door, '/api/pairing/question', NoInput, () => ({
    ok: true,
    value: {
      nonce: devices.nonce(),
      kind: definition.kind,
      pollingPlace: definition.pollingPlace,
      village: definition.area.village.name,
    },
  }));
  door.post('/api/pairing/join', async (request, reply) => {
    const input = readInput(
      z.strictObject({ device: DeviceName, nonce: Hex32, identity: Hex32, proof: Hex32 }),
      request.body ?? {},
    );
    if (!input.ok) return reply.code(400).send(input);
    const joined = announced(devices.join(input.value), changed);
    if (!joined.ok) return reply.code(409).send(joined);
    const { device, token } = joined.value;
    session.breakOff(device.device);
    const isBrowser = BROWSER_ROLES.includes(device.role);
    if (isBrowser) {
      void reply.header('set-cookie', sessionCookie(cookieName(device.device), token, session.isSecure));
    }
    return reply.send({ ok: true, value: { ...device, token: isBrowser ? null : token } });
  });
}

/** Whom the station takes a device for. */
export function openSessionRoutes(door: Door, { speakerOf }: Doorkeeper<PairedDevice>): void {
  question(door, '/api/session', (request) => speakerOf(request));
}

/** What the board does about devices. */
export function openDeviceRoutes(
  door: Door,
  { devices, pins }: Pick<PollingPlace, 'devices' | 'pins'>,
  changed: () => void,
  keeper: Doorkeeper<PairedDevice>,
): void {
  const confirmed = openConfirming(pins, keeper);
  question(door, '/api/devices', (request) => ({
    own: keeper.speakerOf(request).device,
    devices: devices.list(),
  }));
  command(
    door,
    '/api/devices/invite',
    z.strictObject({ device: DeviceName.optional(), confirmations: OnePerson }),
    ({ device, confirmations }, request) =>
      confirmed(request, confirmations, (people) => devices.invite(people, device)),
  );
  command(
    door,
    '/api/devices/remove',
    z.strictObject({ device: DeviceName, confirmations: OnePerson }),
    ({ device, confirmations }, request) =>
      confirmed(request, confirmations, (confirmedBy) => {
        const by = keeper.speakerOf(request).device;
        const removed = announced(devices.remove({ device, confirmedBy }, by), changed);
        if (removed.ok) keeper.breakOff(device);
        return removed;
      }),
  );
}
