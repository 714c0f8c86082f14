import { fileHash, writeDeliveryManifest } from '@bilik/transfer';
import type { Counting } from '../count/counting.ts';
import { hashOf, type RecordDamaged } from '../count/kept-file.ts';
import type { Board } from '../phase/board.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';

/** What leaves after sealing, by stick and by network alike: a signed manifest and the three files that it names. */
export interface SealedDelivery {
  readonly manifestText: string;
  /** Hex SHA-256 of the manifest: names the delivery. */
  readonly delivery: string;
  /** Record, void list, result: in the order of the manifest. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

type Read =
  | { readonly ok: true; readonly value: Buffer }
  | { readonly ok: false; readonly error: RecordDamaged };

export type DeliveryMade =
  | { readonly ok: true; readonly value: SealedDelivery }
  | { readonly ok: false; readonly error: RecordDamaged | { readonly type: 'not-sealed-yet' } };

/** Reads all files again and signs what they are; the same bytes for ever. @errors 'not-sealed-yet' · 'record-damaged' */
export function sealedDelivery(parts: {
  readonly place: Pick<PreparedPlace, 'definition' | 'election' | 'secrets'>;
  readonly counting: Pick<Counting, 'read' | 'outcome'>;
  readonly signedResult: Board['signedResult'];
}): DeliveryMade {
  const { definition, election, secrets } = parts.place;
  const recordName = parts.counting.outcome() === undefined ? 'sealed.bel' : 'record.bel';
  const result: Read | undefined = parts.signedResult();
  const record = parts.counting.read(recordName);
  const voidList = parts.counting.read('void.json');
  if (result === undefined || record === undefined || voidList === undefined) {
    return { ok: false, error: { type: 'not-sealed-yet' } };
  }
  const damaged = (
    [
      ['result.json', result],
      [recordName, record],
      ['void.json', voidList],
    ] as const
  ).flatMap(([name, read]) => (read.ok ? [] : [name]));
  if (!result.ok || !record.ok || !voidList.ok) {
    return { ok: false, error: { type: 'record-damaged', files: damaged } };
  }
  const named = <Name extends string>(name: Name, bytes: Buffer) => ({
    name,
    bytes: bytes.length,
    sha256: hashOf(bytes),
  });
  const manifestText = writeDeliveryManifest(
    {
      kind: definition.kind,
      polling_place: definition.pollingPlace.id,
      election_uuid: election.uuid,
      election_hash: election.fingerprint,
      files: [
        named(recordName, record.value),
        named('void.json', voidList.value),
        named('result.json', result.value),
      ],
    },
    secrets.signingKey,
  );
  return {
    ok: true,
    value: {
      manifestText,
      delivery: fileHash(manifestText),
      files: [
        { name: recordName, bytes: record.value },
        { name: 'void.json', bytes: voidList.value },
        { name: 'result.json', bytes: result.value },
      ],
    },
  };
}
