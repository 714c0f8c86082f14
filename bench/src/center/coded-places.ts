import { createHash, generateKeyPairSync } from 'node:crypto';
import { type Database, expectRecord, inScope, OWN_WORK } from '@bilik/center';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import type { ResultContent } from '@bilik/transfer/signed-code';
import { sql } from 'kysely';

export const CODED_ELECTION = 'pilkades-buatan';
export const CODED_CONTEST = 'kepala-desa';
const PLACES_A_VILLAGE = 20;

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
  const villages = Math.ceil(count / PLACES_A_VILLAGE);
  await sql`insert into area (code, name, parent) values ('16', 'Provinsi buatan', null), ('16.07', 'Kabupaten buatan', '16'), ('16.07.01', 'Kecamatan buatan', '16.07')`.execute(
    owner,
  );
  await sql`insert into area (code, name, parent) select '16.07.01.' || (2000 + n), 'Desa ' || n, '16.07.01' from generate_series(1, ${villages}) as n`.execute(
    owner,
  );
  await sql`insert into election (id, area, kind, conduct, title, zone, voting_date, created_at)
    values (${CODED_ELECTION}, '16.07', 'exercise', 'village-head', '{"id":"Pilkades buatan","en":"Made-up election"}', 'WIB', '2026-12-01', now())`.execute(
    owner,
  );
  await sql`insert into contest (election, area, id, position, office, title, options)
    select ${CODED_ELECTION}, code, ${CODED_CONTEST}, 1, 'village-head', '{"id":"Kepala desa","en":"Village head"}',
      '[{"key":"c1","number":1,"name":"Satu","photo":null},{"key":"c2","number":2,"name":"Dua","photo":null},{"key":"c3","number":3,"name":"Tiga","photo":null}]'
    from area where length(code) = 13`.execute(owner);
  const places = Array.from({ length: count }, (_, index) => {
    const village = `16.07.01.${2001 + Math.floor(index / PLACES_A_VILLAGE)}`;
    return { village, id: `${village}-${String(1 + (index % PLACES_A_VILLAGE)).padStart(3, '0')}` };
  });
  await inScope(database, OWN_WORK, async (transaction) => {
    for (const { village, id } of places) {
      await transaction
        .insertInto('place')
        .values({
          ...{ election: CODED_ELECTION, id, area: village, number: Number(id.slice(-3)), name: null },
          ...{ mode: 'electronic', registered_l: 200, registered_p: 210 },
        })
        .execute();
      const expected = await expectRecord(
        transaction,
        {
          ...{ election: CODED_ELECTION, place: id, signingKey, packageVersion: 1 },
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
    contests: [{ contest: CODED_CONTEST, options, valid, invalid: 0 }],
    slips: { printed: valid, spoiled: 0, inBox: null },
    heldSums: 0,
    recordHash: 'a'.repeat(64),
    minutesFingerprint: 'b'.repeat(64),
  };
}
