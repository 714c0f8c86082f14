import { timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { overwriteRow } from '../store/overwrite-row.ts';
import type { StationStore } from '../store/station-store.ts';

/** Which prepared devices have a session: of its token the store holds the SHA-256 and nothing else. */
export interface DeviceSessions {
  readonly has: (device: string) => boolean;
  /** SHA-256 of the token, 32 bytes; undefined for a device without a session. */
  readonly hashOf: (device: string) => Uint8Array | undefined;
  /** @param tokenHash SHA-256 of a token, 32 bytes */
  readonly matches: (device: string, tokenHash: Uint8Array) => boolean;
  /** Call inside a write of the store. The session before it, if any, is over. */
  readonly begin: (device: string, tokenHash: Uint8Array) => void;
  /** Call inside a write of the store. The device is known as taken out until its next session begins. */
  readonly end: (device: string) => void;
  readonly wasTakenOut: (device: string) => boolean;
}

const HASH_BYTES = 32;
/** A device that has had no session: no token has this hash. */
const NONE: Uint8Array = new Uint8Array(HASH_BYTES);
/** A device whose session people ended: nor has one this. */
const TAKEN_OUT: Uint8Array = new Uint8Array(HASH_BYTES).fill(0xff);

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

/** One row for each prepared device, as long before its pairing as after. */
export function prepareDeviceSessions(database: DatabaseSync, devices: readonly string[]): void {
  const insert = database.prepare('INSERT INTO device VALUES (?, ?)');
  for (const device of devices) insert.run(device, NONE);
}

export function openDeviceSessions(store: StationStore): DeviceSessions {
  const hashes = new Map<string, Uint8Array>();
  for (const { name, session } of store.database.prepare('SELECT name, session FROM device').all()) {
    if (session instanceof Uint8Array) hashes.set(String(name), session);
  }
  const update = store.database.prepare('UPDATE device SET session = ? WHERE name = ?');
  const put = (device: string, hash: Uint8Array): void => {
    overwriteRow(update, hash, device);
    store.afterCommit(() => hashes.set(device, hash));
  };
  const wasTakenOut = (device: string): boolean => isSame(hashes.get(device), TAKEN_OUT);
  const has = (device: string): boolean => {
    const kept = hashes.get(device);
    return kept !== undefined && !isSame(kept, NONE) && !isSame(kept, TAKEN_OUT);
  };
  return {
    has,
    hashOf: (device) => (has(device) ? hashes.get(device) : undefined),
    matches(device, tokenHash) {
      const kept = hashes.get(device);
      return (
        kept !== undefined &&
        has(device) &&
        kept.length === tokenHash.length &&
        timingSafeEqual(kept, tokenHash)
      );
    },
    begin: put,
    end: (device) => put(device, TAKEN_OUT),
    wasTakenOut,
  };
}
