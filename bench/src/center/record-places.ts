import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, expectRecord, inScope, OWN_WORK } from '@bilik/center';
import {
  candidateKey,
  type OptionKey,
  parsePollingPlaceFigures,
  pollingPlaceIdSchema,
} from '@bilik/election';
import type { SealedDelivery } from '@bilik/station';
import {
  fileHash,
  publicKeyOf,
  writeDeliveryManifest,
  writeSignedResult,
  writeVoidList,
} from '@bilik/transfer';
import { type MadeRecord, makeRecord, type RecordPlace } from '../record/make-record.ts';
import { CONTEST, ELECTION, type SeededPlace, seedRegency } from './seed-regency.ts';

/** Answers of every ballot: four candidates and the blank vote. */
const ANSWERS = 5;
const OPTION_KEYS: readonly OptionKey[] = [
  ...Array.from({ length: ANSWERS - 1 }, (_, index) => candidateKey(index + 1)),
  'blank',
];
/** Registered voters who did not come. */
const ABSENT = 60;

/** What the stations of some places hand over after sealing, each with a record of its own on the disk. */
export interface SealedPlace {
  readonly recordPath: string;
  readonly delivery: SealedDelivery;
}

/**
 * Fills an empty center with one made-up regency, and makes for each of its places what a station hands over: a whole record of the Bilik
 * profile, a void list without cards, and a result whose sums hold, all signed with the place's own key.
 * @param folder where the records are written
 */
export async function makeSealedPlaces(
  center: { readonly database: Database; readonly owner: Database },
  folder: string,
  { places, ballots }: { readonly places: number; readonly ballots: number },
): Promise<readonly SealedPlace[]> {
  const sealed: SealedPlace[] = [];
  for (const place of await seedRegency(center.owner, places, OPTION_KEYS)) {
    const { privateKey } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const station = {
      // base 58 has no zero
      uuid: `Bench${sha256Hex(place.id).slice(0, 14).replaceAll('0', 'x')}`,
      pollingPlace: place.id,
      signingKey: publicKeyOf(privateKey),
    };
    const recordPath = join(folder, `${place.id}.bel`);
    const made = await makeRecord({
      path: recordPath,
      ballotCount: ballots,
      answerCount: ANSWERS,
      place: station,
    });
    await expectPlace(center.database, place, station, made, ballots);
    sealed.push({ recordPath, delivery: deliveryOf(recordPath, station, made, privateKey) });
  }
  return sealed;
}

const sha256Hex = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** So many voters came, as many men as women or one more. */
function bySex(count: number): { readonly L: number; readonly P: number } {
  return { L: Math.ceil(count / 2), P: Math.floor(count / 2) };
}

async function expectPlace(
  database: Database,
  { id, village, number }: SeededPlace,
  { uuid, signingKey }: RecordPlace,
  { electionHash }: MadeRecord,
  ballots: number,
): Promise<void> {
  const registered = bySex(ballots + ABSENT);
  await inScope(database, OWN_WORK, async (transaction) => {
    await transaction
      .insertInto('place')
      .values({
        ...{ election: ELECTION, id, area: village, number, name: null, mode: 'electronic' },
        ...{ registered_l: registered.L, registered_p: registered.P },
      })
      .execute();
    const expected = await expectRecord(
      transaction,
      {
        ...{ election: ELECTION, place: id, electionHash, electionUuid: uuid, signingKey, packageVersion: 1 },
        listFingerprint: sha256Hex(id),
      },
      new Date(),
    );
    if (!expected.ok) throw new Error(expected.error.type);
  });
}

function deliveryOf(
  recordPath: string,
  { uuid, pollingPlace }: RecordPlace,
  made: MadeRecord,
  signingKey: string,
): SealedDelivery {
  const election = { election_uuid: uuid, election_hash: made.electionHash };
  const record = readFileSync(recordPath);
  const voidText = writeVoidList({ ...election, credentials: [] }, signingKey);
  const resultText = writeSignedResult(
    {
      ...{ kind: 'exercise', ...election, record_hash: made.recordHash },
      record_file: { sha256: sha256Hex(record), bytes: record.length },
      void_hash: fileHash(voidText),
      software: { name: 'bilik', version: '0.1.0' },
      figures: figuresOf(pollingPlace, made.counts),
      held: [],
    },
    signingKey,
  );
  const files = [
    { name: 'record.bel', bytes: record },
    { name: 'void.json', bytes: Buffer.from(voidText) },
    { name: 'result.json', bytes: Buffer.from(resultText) },
  ] as const;
  const named = <Name extends string>({
    name,
    bytes,
  }: {
    readonly name: Name;
    readonly bytes: Uint8Array;
  }) => ({
    ...{ name, bytes: bytes.length, sha256: sha256Hex(bytes) },
  });
  const manifestText = writeDeliveryManifest(
    {
      ...{ kind: 'exercise', polling_place: pollingPlaceIdSchema.parse(pollingPlace), ...election },
      files: [named(files[0]), named(files[1]), named(files[2])],
    },
    signingKey,
  );
  return { manifestText, delivery: fileHash(manifestText), files };
}

/** A quiet day: who came cast a ballot, every slip is in the box. */
function figuresOf(place: string, counts: readonly number[]) {
  const options = OPTION_KEYS.map((key, index) => ({ key, votes: counts[index] ?? 0 }));
  const casts = counts.reduce((sum, votes) => sum + votes, 0);
  const blank = counts.at(-1) ?? 0;
  const figures = parsePollingPlaceFigures({
    ...{ place, resultSource: 'trustees', registered: bySex(casts + ABSENT) },
    checkIns: { DPT: bySex(casts), added: { L: 0, P: 0 } },
    ...{ users: casts, casts, openCases: 0, abandoned: 0 },
    contests: [{ contest: CONTEST, options, valid: casts - blank, invalid: 0, total: casts }],
    tokens: { pool: casts, issued: casts, used: casts, voided: 0, returned: 0 },
    slips: { printed: casts, spoiled: 0 },
    slipBox: { inBox: casts, contests: [{ contest: CONTEST, options }] },
  });
  if (!figures.ok) throw new Error(JSON.stringify(figures.error));
  return figures.value;
}
