import { generateKeyPairSync } from 'node:crypto';
import { tps01 } from '@bilik/election/fixtures';
import {
  type ResultOrigin,
  type SignedResult,
  type VoidCredential,
  writeSignedResult,
  writeVoidList,
} from '../src/index.ts';
import { publicKeyOf } from '../src/signed-text.ts';

/** A station's key pair: PKCS#8 PEM, and Base64 of the public half. */
export function newKey(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

export const STATION = newKey();

export const ELECTION = {
  uuid: 'TPSMelati11Desa1',
  fingerprint: 'A'.repeat(43),
  signingKey: STATION.publicKey,
};

/** TPS 01 Melati: 4 · 2 · 0 and one blank; every sum holds. */
export const FIGURES = tps01.figures;

export const UNSIGNED_RESULT: Omit<SignedResult, 'signature' | 'format'> = {
  kind: 'exercise',
  election_uuid: ELECTION.uuid,
  election_hash: ELECTION.fingerprint,
  record_hash: 'ab'.repeat(32),
  record_file: { sha256: 'ef'.repeat(32), bytes: 123_456 },
  void_hash: 'cd'.repeat(32),
  software: { name: 'bilik', version: '0.1.0' },
  figures: structuredClone(FIGURES) as SignedResult['figures'],
  held: [],
};

export function resultText(
  change: Partial<typeof UNSIGNED_RESULT> = {},
  privateKey: string = STATION.privateKey,
): string {
  return writeSignedResult({ ...UNSIGNED_RESULT, ...change }, privateKey);
}

/** What the verifier recomputed of the record that `UNSIGNED_RESULT` speaks of. */
export const ORIGIN: ResultOrigin = {
  ...ELECTION,
  kind: 'exercise',
  pollingPlace: FIGURES.place,
  recordHash: UNSIGNED_RESULT.record_hash,
};

export const VOIDED: readonly VoidCredential[] = [
  { credential: '90', ballot: '11'.repeat(32), reason: 'spoiled' },
  { credential: '100', ballot: '22'.repeat(32), reason: 'proved', opening: null },
  { credential: '1000000000000000000000000000000000000007', ballot: '33'.repeat(32), reason: 'spoiled' },
];

export function voidText(
  credentials: readonly VoidCredential[] = VOIDED,
  privateKey: string = STATION.privateKey,
): string {
  return writeVoidList(
    { election_uuid: ELECTION.uuid, election_hash: ELECTION.fingerprint, credentials },
    privateKey,
  );
}
