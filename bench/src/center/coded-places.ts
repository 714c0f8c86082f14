import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Database, expectRecord, inScope, OWN_WORK } from '@bilik/center';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import type { ResultContent } from '@bilik/transfer/signed-code';
import { CONTEST, ELECTION, seedRegency } from './seed-regency.ts';

/** Polling places whose stations' key we hold, so that their signed codes can be made here. */
export interface CodedPlaces {
  readonly places: readonly string[];
  /** The signed result of a place. @param votes of each of its three options */
  readonly resultCode: (place: string, votes: readonly [number, number, number]) => string;
}

/** Fills an empty center with one made-up regency of these many electronic places, each with a package in force. */
export async function seedCodedPlaces(
  database: Database,
  owner: Database,
  count: number,
): Promise<CodedPlaces> {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signingKey = publicKeyOf(privateKey);
  const places = await seedRegency(owner, count, ['c1', 'c2', 'c3']);
  await inScope(database, OWN_WORK, async (transaction) => {
    for (const { village, id, number } of places) {
      await transaction
        .insertInto('place')
        .values({
          ...{ election: ELECTION, id, area: village, number, name: null },
          ...{ mode: 'electronic', registered_l: 200, registered_p: 210 },
        })
        .execute();
      const expected = await expectRecord(
        transaction,
        {
          ...{ election: ELECTION, place: id, signingKey, packageVersion: 1 },
          ...{
            electionHash: electionHashOf(id),
            electionUuid: `Coded${sha256(id).toString('hex').slice(0, 14)}`,
          },
          listFingerprint: sha256(id).toString('hex'),
        },
        new Date(),
      );
      if (!expected.ok) throw new Error(expected.error.type);
    }
  });
  return {
    places: places.map(({ id }) => id),
    resultCode: (place, votes) =>
      writeCode(
        {
          origin: { kind: 'exercise', pollingPlace: place, electionFingerprint: electionHashOf(place) },
          content: resultOf(votes),
        },
        privateKey,
      ),
  };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const electionHashOf = (place: string): string => sha256(place).toString('base64').replace(/=+$/, '');

function resultOf([c1, c2, c3]: readonly [number, number, number]): ResultContent {
  const valid = c1 + c2 + c3;
  const options = [c1, c2, c3].map((votes, index) => ({ key: `c${index + 1}`, votes }));
  return {
    type: 'result',
    source: 'trustees',
    users: valid,
    casts: valid,
    contests: [{ contest: CONTEST, options, valid, invalid: 0 }],
    slips: { printed: valid, spoiled: 0, inBox: null },
    heldSums: 0,
    recordHash: 'a'.repeat(64),
    minutesFingerprint: 'b'.repeat(64),
  };
}
