import { type RandomSource, seededRandom, sha256Hex } from '@bilik/ballot';
import { nativeGroup, nodeCcm } from '@bilik/ballot/native';
import type { StorageHook } from '../src/store/durable-file.ts';
import { type DeviceAct, openTrusteeDevice, type TrusteeDevice } from '../src/trustee-device.ts';
import { pairedHome } from './device-home.ts';
import { temporaryHome } from './temporary-home.ts';

/** A repeatable source: named, so that no two devices of a test draw the same. */
export function testRandom(name: string): RandomSource {
  return seededRandom(Uint8Array.from(Buffer.from(sha256Hex(name), 'hex')));
}

/** scrypt at its cheapest: what the tests are about is not its cost. */
export const QUICK_SCRYPT = { n: 2, r: 1, p: 1 };

export const PASSPHRASE = 'padi kuning di sawah';

export interface TestDeviceOptions {
  /** Names the trustee, and its random numbers. */
  readonly name: string;
  readonly home?: string;
  /** Origin of a station with which the device is paired. */
  readonly station?: string;
  readonly isExercise?: boolean;
  readonly storageHook?: StorageHook;
  readonly random?: RandomSource;
  readonly now?: () => number;
  readonly acts?: DeviceAct[];
  readonly onChange?: () => void;
  /** Threads for one check; default: none beside this one. */
  readonly maxWorkers?: number;
}

/** A whole device without its door. */
export function openTestDevice(options: TestDeviceOptions): TrusteeDevice {
  const random = options.random ?? testRandom(options.name);
  const home = options.home ?? temporaryHome();
  return openTrusteeDevice({
    home: options.station === undefined ? home : pairedHome(home, options.station),
    group: nativeGroup(),
    ccm: nodeCcm,
    random,
    maxWorkers: options.maxWorkers ?? 0,
    now: options.now ?? (() => 1_800_000_000_000),
    scryptCost: QUICK_SCRYPT,
    isExercise: options.isExercise ?? false,
    onChange: options.onChange ?? (() => {}),
    onAct: (act) => options.acts?.push(act),
    storageHook: options.storageHook,
  });
}
