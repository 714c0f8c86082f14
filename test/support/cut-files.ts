import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const sync = fs.fsyncSync;

/**
 * Does something at the moment at which a file of this name, written whole, is given to the medium: throws what a full one says, or
 * kills the process. For as long as `during` runs.
 */
export function whenSynced<Value>(name: string, happens: () => void, during: () => Value): Value {
  fs.fsyncSync = (file) => {
    if (basename(fs.readlinkSync(`/proc/self/fd/${file}`)) === name) happens();
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
