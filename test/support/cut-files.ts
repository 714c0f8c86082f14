import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const sync = fs.fsyncSync;

/**
 * Does something at the moment at which a file of this name, written whole, is given to one of the media: throws what a full one says,
 * or kills the process. For as long as `during` runs.
 */
export function whenSynced<Value>(
  name: string,
  happens: () => void,
  during: () => Value,
  medium: 'station' | 'station-second' = 'station',
): Value {
  fs.fsyncSync = (file) => {
    const path = fs.readlinkSync(`/proc/self/fd/${file}`).split(sep);
    if (path.at(-1) === name && path.includes(medium)) happens();
    sync(file);
  };
  syncBuiltinESMExports();
  try {
    return during();
  } finally {
    fs.fsyncSync = sync;
    syncBuiltinESMExports();
  }
}

/** What a full medium says. */
export function throwFull(): never {
  throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC' });
}
