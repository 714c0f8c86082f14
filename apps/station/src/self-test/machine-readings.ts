import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isMediumFailure } from '../store/medium-failure.ts';
import { removeIfThere, WRITE_PLAINLY } from '../store/whole-file.ts';
import type { MediumReading, PowerReading } from './checks.ts';

/** Linux names what feeds a machine here, one folder each. */
const POWER_FOLDER = '/sys/class/power_supply';

const PROBE_BYTES = 4096;

/** Writes one page to a folder's medium, syncs and removes it. Leaves nothing. */
export function probeMedium(folder: string): MediumReading {
  const path = join(folder, '.self-test.part');
  const begun = performance.now();
  try {
    const file = openSync(path, WRITE_PLAINLY, 0o600);
    try {
      writeSync(file, Buffer.alloc(PROBE_BYTES));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return { state: 'written', milliseconds: performance.now() - begun };
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
    return { state: 'failed', reason: error.message };
  } finally {
    removeIfThere(path);
  }
}

/** Bytes that this program may still write on the folder's medium. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** What the machine says of mains and batteries; nulls where it says nothing. @param folder only tests name another */
export function readPower(folder: string = POWER_FOLDER): PowerReading {
  const supplies = foldersIn(folder).map((name) => ({
    type: readWord(join(folder, name, 'type')),
    isOnline: readWord(join(folder, name, 'online')),
    capacity: readWord(join(folder, name, 'capacity')),
    scope: readWord(join(folder, name, 'scope')),
  }));
  const mains = supplies.filter(({ type }) => type === 'Mains' || type === 'USB');
  // a mouse has a battery too, and says that it feeds a device of its own
  const charges = supplies
    .filter(({ type, scope }) => type === 'Battery' && scope !== 'Device')
    .map(({ capacity }) => Number(capacity))
    .filter((percent) => Number.isInteger(percent) && percent >= 0 && percent <= 100);
  return {
    onMains: mains.length === 0 ? null : mains.some(({ isOnline }) => isOnline === '1'),
    batteryPercent: charges.length === 0 ? null : Math.min(...charges),
  };
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readWord(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
