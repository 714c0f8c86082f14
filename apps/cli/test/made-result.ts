import { nativeHexHash } from '@bilik/ballot/native';
import { fileHash, type VoidCredential, writeSignedResult, writeVoidList } from '@bilik/transfer';
import { BALLOTS, ballotOf, CARDS, ELECTION, FIGURES, recordOf, STATION_KEY } from './made-record.ts';

/** The record of TPS 01 Melati as it is published. */
export const MADE = recordOf(BALLOTS);
/** The ballot that came in under card 7 and was not cast. */
export const SPOILED = ballotOf(7, 2);
export const SPOILED_CARD: VoidCredential = {
  credential: String(CARDS[7]?.publicKey),
  ballot: fileHash(SPOILED),
  reason: 'spoiled',
};

/** A void list of this election. */
export function voidText(credentials: readonly VoidCredential[], key: string = STATION_KEY): string {
  const { uuid, fingerprint } = ELECTION;
  return writeVoidList({ election_uuid: uuid, election_hash: fingerprint, credentials }, key);
}

export type ResultContent = Parameters<typeof writeSignedResult>[0];

/** The result of `MADE` beside the void list of one card, signed by the station; or with some of it changed before it was signed. */
export function resultText(change: Partial<ResultContent> = {}): string {
  const { figures, held, ...rest } = change;
  return writeSignedResult(
    {
      kind: 'exercise',
      election_uuid: ELECTION.uuid,
      election_hash: ELECTION.fingerprint,
      record_hash: MADE.recordHash,
      record_file: fileOf(MADE.bytes),
      void_hash: fileHash(voidText([SPOILED_CARD])),
      software: { name: 'bilik', version: '0.1.0' },
      figures: figures ?? FIGURES,
      held: held ?? [],
      ...rest,
    },
    STATION_KEY,
  );
}

/** What a result says of a record's file. */
export function fileOf(bytes: Uint8Array): ResultContent['record_file'] {
  return { sha256: nativeHexHash(bytes), bytes: bytes.length };
}
