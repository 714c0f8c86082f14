import { createHash } from 'node:crypto';
import { civilDate } from '@bilik/election';
import {
  findVillage,
  generateVoterList,
  type ListedPerson,
  PLAIN_STYLE,
  type SyntheticVoterList,
  writeVoterList,
} from '@bilik/intake';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { workOnImport } from '../src/voters/import/import-file.ts';
import { ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import type { TestCenter } from './test-center.ts';

export const VOTING_DATE = civilDate('2026-12-01');

/** A made-up list of a village of the small regency. */
export function listOf(code = VILLAGE, voters = 120, seed: number | string = 7): SyntheticVoterList {
  const village = findVillage(code);
  if (!village.ok) throw new Error(village.error.sentence.en);
  return generateVoterList({ village: village.value, voters, seed, votingDate: VOTING_DATE });
}

/** A list as an office's CSV. */
export function csvOf(people: readonly ListedPerson[]): Promise<Uint8Array> {
  return writeVoterList(people, {
    ...{ ...PLAIN_STYLE, hasHeading: false },
    ...{ format: 'csv', separator: ';', encoding: 'utf-8', lineEnd: '\r\n' },
  });
}

const PIECE_BYTES = 500_000;

/** Sends a file piece by piece, as the page does. @returns the upload's id */
export async function upload(
  center: TestCenter,
  account: string,
  bytes: Uint8Array,
  name = 'daftar.csv',
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = createHash('sha256').update(account).update(name).update(sha256).digest('hex').slice(0, 32);
  const send = async (input: object) => {
    const { status, body } = await center.act(account, 'files.upload', { id, ...input });
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  await send({ step: 'begin', name, bytes: bytes.length });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = Buffer.from(bytes.subarray(at, at + PIECE_BYTES)).toString('base64');
    await send({ step: 'piece', at, bytes: piece });
  }
  await send({ step: 'finish', sha256 });
  return id;
}

/** Hands a file in, lets the worker read it, and lets it enter when it may. @param workers who enter it at once @returns the import as the screen shows it */
export async function importFile(
  center: TestCenter,
  account: string,
  bytes: Uint8Array,
  village: string | null,
  name = 'daftar.csv',
  workers = 1,
): Promise<Readonly<Record<string, unknown>>> {
  const id = await upload(center, account, bytes, name);
  const identities = openIdentities(center.parts.keys);
  const asked = await center.act(account, 'voters.import-ask', {
    ...{ election: ELECTION, upload: id },
    options: { village },
  });
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body));
  await workOnImport(center.parts, identities, id);
  const entered = await center.act(account, 'voters.import-enter', { id });
  if (entered.status === 200) {
    const work = () => workOnImport(center.parts, identities, id);
    await Promise.all(Array.from({ length: workers }, work));
  }
  return importOf(center, account, id);
}

export async function importOf(
  center: TestCenter,
  account: string,
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await center.act(account, 'voters.imports', { election: ELECTION, area: REGENCY, id });
  const [row] = body.value as readonly Readonly<Record<string, unknown>>[];
  if (row === undefined) throw new Error('no such import');
  return row;
}

const filled = new WeakMap<TestCenter, Promise<void>>();

/** The village of the small regency with a list of 120 people, once for each center. */
export function withSmallList(center: TestCenter): Promise<void> {
  const filling =
    filled.get(center) ??
    csvOf(listOf().voters).then(async (bytes) => {
      const { state } = await importFile(center, 'regency', bytes, VILLAGE);
      if (state !== 'entered') throw new Error(`the small list is ${String(state)}`);
    });
  filled.set(center, filling);
  return filling;
}

/** Somebody on the small list, which is filled when it is not. */
export async function someVoter(center: TestCenter, position = 0): Promise<number> {
  await withSmallList(center);
  return voterAt(center, position);
}

/** Somebody on the village's list. @param position by the row's id, from 0 */
export async function voterAt(center: TestCenter, position = 0): Promise<number> {
  const row = await center.store.owner
    .selectFrom('voter')
    .select('id')
    .where('area', '=', VILLAGE)
    .orderBy('id')
    .offset(position)
    .executeTakeFirstOrThrow();
  return row.id;
}
