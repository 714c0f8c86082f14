import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RandomSource } from '@bilik/ballot';
import { DEVICE_FILE, type DeviceFile, type PreparedDevice, PreparedDeviceSchema } from '@bilik/server';
import { BOARDS, type NewDevice, newDevices } from '@bilik/transfer/issue';
import { z } from 'zod';
import type { ExerciseHome, ExercisePorts } from './exercise-home.ts';
import { EXERCISE_TRUSTEES, type ExerciseSize } from './exercise-village.ts';

export const HALL_BOARD = 'board-1';
export const TECHNICIANS_BOARD = 'board-2';

/** All devices of an exercise, each with a secret of its own. */
export function exerciseDevices(
  { booths, desks }: Pick<ExerciseSize, 'booths' | 'desks'>,
  random: RandomSource,
): NewDevice[] {
  return newDevices(
    { board: BOARDS, desk: desks, reader: desks, booth: booths, trustee: EXERCISE_TRUSTEES.length, spare: 1 },
    random,
  );
}

/** What the technician carries in an exercise: the secrets of all devices. */
export function deviceBagPath(home: ExerciseHome): string {
  return join(home.outside, 'devices.json');
}

/** All devices that were prepared, as the technician has them. */
export function readDeviceBag(home: ExerciseHome): PreparedDevice[] {
  return z.array(PreparedDeviceSchema).parse(JSON.parse(readFileSync(deviceBagPath(home), 'utf8')));
}

/** What the technician writes into a device's own home. @throws when there is no such device */
export function deviceFileOf(home: ExerciseHome, ports: ExercisePorts, name: string): DeviceFile {
  const prepared = readDeviceBag(home).find(({ device }) => device === name);
  if (prepared === undefined) throw new Error(`This exercise has no device ${name}`);
  return {
    format: 'bilik/device/1',
    prepared,
    stations: [`http://127.0.0.1:${ports.station}`],
    authority: null,
  };
}

/** Tells booths and trustees who they are and where their station is; again at every start, because ports may differ. */
export function writeDeviceFiles(home: ExerciseHome, ports: ExercisePorts): void {
  for (const { device, role, number } of readDeviceBag(home)) {
    const folder =
      role === 'booth' ? home.booth(number) : role === 'trustee' ? home.trustee(number) : undefined;
    if (folder === undefined) continue;
    const path = join(folder, DEVICE_FILE);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(deviceFileOf(home, ports, device)), { mode: 0o600 });
  }
}
