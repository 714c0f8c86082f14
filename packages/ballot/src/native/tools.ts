import { createHash, hash, randomBytes } from 'node:crypto';
import type { HexHash } from '../archive/index.ts';
import { BELENIOS_2048 } from '../group/belenios-2048.ts';
import { withEngine } from '../group/create-group.ts';
import type { Group } from '../group/group.ts';
import { withLanes } from '../lanes/lane-engine.ts';
import type { RandomSource } from '../random.ts';
import type { StreamHash } from '../verify/file-digest.ts';
import { createNativeEngine } from './openssl-engine.ts';

let group: Group | undefined;

/** BELENIOS-2048 with this machine's fast arithmetic; one for the whole process, so that its tables are built once. */
export function nativeGroup(): Group {
  group ??= withEngine(BELENIOS_2048, withLanes(createNativeEngine(BELENIOS_2048.p), { powers: false }));
  return group;
}

/** SHA-256 of OpenSSL, in hex. */
export const nativeHexHash: HexHash = (bytes) => hash('sha256', bytes, 'hex');

/** SHA-256 of OpenSSL over bytes that come in pieces. */
export function nativeStreamHash(): StreamHash {
  const running = createHash('sha256');
  return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
}

/** The system's random generator. */
export const systemRandom: RandomSource = (byteCount) => randomBytes(byteCount);
