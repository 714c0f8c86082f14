import { timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { overwriteRow } from '../store/overwrite-row.ts';
import type { StationStore } from '../store/station-store.ts';

/** Which prepared devices have a session: of its token the store holds the SHA-256 and nothing else. */
export interface DeviceSessions {
  readonly has: (device: string) => boolean;
  /** @param tokenHash SHA-256 of a token, 32 bytes */
  readonly matches: (device: string, tokenHash: Uint8Array) => boolean;
  /** Call inside a write of the store. The session before it, if any, is over. */
  readonly begin: (device: string, tokenHash: Uint8Array) => void;
  /** Call inside a write of the store. */
  readonly end: (device: string) => void;
}

const HASH_BYTES = 32;
/** A device without a session: no token has this hash. */
const NONE: Uint8Array = new Uint8Array(HASH_BYTES);

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
  const has = (device: string): boolean => hashes.get(device)?.some((byte) => byte !== 0) === true;
  return {
    has,
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
    end: (device) => put(device, NONE),
  };
}
