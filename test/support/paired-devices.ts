import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVICE_FILE, DeviceFileSchema, openSessionToken, type PreparedDevice } from '@bilik/server';
import { makePairingProofs } from '@bilik/server/pairing-proof';
import { readDeviceBag } from '../../apps/cli/src/exercise/exercise-devices.ts';
import type { PollingPlace } from '../../apps/station/src/polling-place.ts';
import { must } from './answers.ts';
import { openPlace } from './polling-place.ts';
import type { PreparedHome } from './prepared-home.ts';

/** What a device shows at the door. */
export interface Session {
  readonly authorization: string;
  readonly 'x-bilik-device': string;
  readonly [more: string]: string;
}

/** A device with its secret. */
export function preparedDevice({ home }: Pick<PreparedHome, 'home'>, name: string): PreparedDevice {
  const prepared = readDeviceBag(home).find(({ device }) => device === name);
  if (prepared === undefined) throw new Error(`No device ${name} was prepared`);
  return prepared;
}

/** Pairs one prepared device, as a code from the board does. @returns its token */
async function pairOne(home: Pick<PreparedHome, 'home'>, { devices }: PollingPlace, name: string) {
  const { code } = must(devices.invite(['teknisi']));
  const nonce = devices.nonce();
  const { device, secret } = preparedDevice(home, name);
  const proofs = await makePairingProofs({ device, secret, code, nonce });
  return must(devices.join({ device, nonce, ...proofs })).token;
}

/** Pairs every device that speaks with the station of a prepared place. Booths find their token in their own homes. */
export async function pairDevices(
  prepared: Pick<PreparedHome, 'home'>,
  place: PollingPlace,
): Promise<ReadonlyMap<string, Session>> {
  const sessions = new Map<string, Session>();
  for (const { device, role, number } of readDeviceBag(prepared.home)) {
    if (role === 'spare') continue;
    const token = await pairOne(prepared, place, device);
    sessions.set(device, { authorization: `Bearer ${token}`, 'x-bilik-device': device });
    if (role === 'booth') openSessionToken(prepared.home.booth(number)).keep(token);
  }
  return sessions;
}

/** The same at a place that is at rest: copies of it are paired already. */
export async function pairAtRest(
  prepared: Pick<PreparedHome, 'home'>,
): Promise<ReadonlyMap<string, Session>> {
  const place = openPlace(prepared);
  try {
    return await pairDevices(prepared, place);
  } finally {
    place.close();
  }
}

/** Tells a booth another address of its station: of a wire that listens in, or that is cut. */
export function pointBooth({ home }: Pick<PreparedHome, 'home'>, booth: number, stationUrl: string): void {
  const path = join(home.booth(booth), DEVICE_FILE);
  const file = DeviceFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...file, stations: [stationUrl] }));
}
