import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { particularsOf } from '@bilik/intake';
import { checkFields } from '@bilik/transfer';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseVoters } from '../src/voters/erasure/erase-voters.ts';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { enterExerciseLists } from '../src/voters/import/exercise-lists.ts';
import { workOnImport } from '../src/voters/import/import-file.ts';
import { ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import { csvOf, importFile, listOf, upload } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const LATER = 'pilkades-2033';
const AFTER_WINDOW = new Date('2027-02-01T02:00:00Z');
const people = listOf(VILLAGE, 40).voters;

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await center.store.owner
    .insertInto('election')
    .values({
      ...{ id: LATER, area: REGENCY, kind: 'exercise', conduct: 'village-head', zone: 'WIB' },
      ...{ title: JSON.stringify({ id: 'Berikutnya', en: 'The next' }), voting_date: '2033-12-01' },
      created_at: center.parts.now(),
    })
    .execute();
});
afterAll(() => center.close());

async function erase(now = AFTER_WINDOW) {
  const erased = await eraseVoters({
    ...{ owner: center.store.owner, files: center.parts.files, keys: center.parts.keys, now },
    ...{ incomingFolder: join(center.home, 'incoming'), election: ELECTION, by: 'Kepala Dinas' },
  });
  if (!erased.ok) throw new Error(erased.error.type);
  return erased.value;
}

const work = (id: string) => workOnImport(center.parts, openIdentities(center.parts.keys), id);
const ask = (election: string, id: string) =>
  center.act('committee', 'voters.import-ask', { election, upload: id, options: { village: VILLAGE } });
const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const isKept = (bytes: Uint8Array) => center.parts.files.has(nameOf(bytes));
const stateOf = async (id: string) => {
  const row = await center.store.owner
    .selectFrom('voter_import')
    .select(['state', 'problems'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { state: row.state, problems: (row.problems ?? []).map(({ kind }) => kind) };
};

/** How many of the people stand in any file of the center's folder. */
function foundInFiles(): number {
  const filesIn = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [readFileSync(path, 'latin1')];
    });
  const text = filesIn(center.home).join('\n');
  return people.filter(({ name, nik }) => text.includes(name) || text.includes(nik)).length;
}

/** A process that keeps a list and is killed in the middle of it: half of it lies in the store's folder. */
async function keepKilled(bytes: Uint8Array): Promise<void> {
  const store = new URL('../src/files/file-store.ts', import.meta.url).href;
  const program = `
    const { openFileStore } = await import(${JSON.stringify(store)});
    async function* halfOf() {
      yield Buffer.from(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, 'base64');
      console.log('half');
      setInterval(() => {}, 1000);
      await new Promise(() => {});
    }
    await openFileStore(${JSON.stringify(join(center.home, 'files'))}).keep(halfOf(), 1e9);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const incoming = () => join(center.home, 'files', 'incoming');
const makeOld = (path: string, hours: number) => {
  const before = new Date(Date.now() - hours * 3_600_000);
  utimesSync(path, before, before);
};

describe('what an erasure removes', () => {
  test('every upload of the area, however it is called, and what processes that were killed left; what another event names stays', async () => {
    const list = Buffer.from(await csvOf(people));
    expect(await importFile(center, 'committee', list, VILLAGE)).toMatchObject({ state: 'entered' });
    // the same list handed in to the next event, and not read yet
    const next = await upload(center, 'committee', list, 'daftar-2033.csv');
    expect((await ask(LATER, next)).status).toBe(200);

    const sent = ['DPT Sungai Rebo', 'dpt.pdf', 'ktp.jpg', 'daftar.csv.bak'].map((name) => ({
      name,
      bytes: Buffer.concat([Buffer.from(`${name}\n`), list]),
    }));
    for (const { name, bytes } of sent) await upload(center, 'committee', bytes, name);
    await keepKilled(Buffer.concat([Buffer.from('setengah\n'), list]));
    const [half = ''] = readdirSync(incoming());
    makeOld(join(incoming(), half), 1);
    // kept whole by a request that never came to note it
    const unnamed = Buffer.concat([Buffer.from('tanpa baris\n'), list]);
    expect(await center.parts.files.keep(unnamed, 1e9)).toMatchObject({ ok: true });
    makeOld(center.parts.files.path(nameOf(unnamed)), 25);

    expect(foundInFiles()).toBe(people.length);
    expect(await erase()).toMatchObject({ beingWritten: 0 });
    for (const { name, bytes } of sent) expect(await isKept(bytes), name).toBe(false);
    expect(await isKept(unnamed)).toBe(false);
    expect(readdirSync(incoming())).toEqual([]);
    const { rows: names } = await sql<{ name: string }>`select name from upload`.execute(center.store.owner);
    expect(names.map(({ name }) => name).sort()).toEqual(['daftar-2033.csv', 'daftar.csv']);

    expect(await isKept(list), 'the next event reads the same file').toBe(true);
    await work(next);
    expect(await stateOf(next)).toMatchObject({ state: 'ready' });
  });

  test('a record that somebody sent as a file of their own, and a candidate’s photo, are erased with nobody', async () => {
    const [record, photo] = [Buffer.from('arsip buatan'), Buffer.from('foto buatan')];
    for (const bytes of [record, photo]) await upload(center, 'committee', bytes, 'salinan');
    const place = {
      election: ELECTION,
      place: `${VILLAGE}-001`,
      area: VILLAGE,
      manifest: '{}',
      receipt: null,
    };
    const at = center.parts.now();
    await center.store.owner
      .insertInto('delivery')
      .values({
        ...{ ...place, id: 'd'.repeat(64), state: 'held', begun_at: at, whole_at: at, decided_at: at },
        ...{ reasons: '["buatan"]', files: JSON.stringify([nameOf(record)]) },
      })
      .execute();
    await sql`update contest set options = jsonb_set(options, '{0,photo}', to_jsonb(${nameOf(photo)}::text))
      where election = ${LATER} or area = ${VILLAGE}`.execute(center.store.owner);
    await erase();
    expect([await isKept(record), await isKept(photo)]).toEqual([true, true]);
  });

  test('a file that is being kept at this moment stays, and whoever erases hears of it', async () => {
    await keepKilled(Buffer.from('ditulis sekarang'));
    expect(await erase()).toMatchObject({ beingWritten: 1 });
    const [half = ''] = readdirSync(incoming());
    makeOld(join(incoming(), half), 1);
    expect(await erase()).toMatchObject({ beingWritten: 0 });
    expect(readdirSync(incoming())).toEqual([]);
  });
});

describe('after an erasure', () => {
  test('no list and no proposal of the event is taken, each refused by name', async () => {
    const id = await upload(center, 'committee', await csvOf(people), 'lagi.csv');
    expect((await ask(ELECTION, id)).body).toMatchObject({ ok: false, error: { type: 'voters-erased' } });
    const person = particularsOf(people[0] ?? expect.fail('the list has people'));
    const proposed = await center.act('committee', 'voters.propose', {
      ...{ election: ELECTION, village: VILLAGE, kind: 'add', person, origin: 'committee' },
      evidence: 'surat desa',
    });
    expect(proposed.body).toMatchObject({ ok: false, error: { type: 'voters-erased' } });
    await expect(
      enterExerciseLists(center.parts, openIdentities(center.parts.keys), {
        ...{ election: ELECTION, lists: [listOf(VILLAGE, 10)], lockWithCap: null },
      }),
    ).rejects.toThrow(/erased/);
    const { rows } = await sql`select from voter where election = ${ELECTION}`.execute(center.store.owner);
    expect(rows).toEqual([]);
  });

  test('a repeated one erases what came all the same, with a proof of its own; then nothing is new', async () => {
    const first = await erase();
    // by a program of before the refusal, or by hand
    await sql`
      insert into voter (election, area, nik_hash, nik_sealed, look_up_hash, name, name_key, sex, birth_place, birth_date, marital_status, hamlet, rt, rw)
      values (${ELECTION}, ${VILLAGE}, sha256('a'), 'a', sha256('b'), 'SITI', 'st', 'P', 'X', '1990-01-01', 'B', 'Y', '001', '001')`.execute(
      center.store.owner,
    );
    const second = await erase(new Date('2027-04-01T02:00:00Z'));
    expect(second.proof.proof).not.toBe(first.proof.proof);
    expect(JSON.parse(second.proof.proof)).toMatchObject({ erasedAt: '2027-04-01T02:00:00.000Z', voters: 1 });
    const { proof, signature, publicKey } = second.proof;
    expect(checkFields(publicKey, 'voter-erasure', [proof], signature)).toBe(true);
    const { rows } = await sql`select from voter where election = ${ELECTION}`.execute(center.store.owner);
    expect(rows).toEqual([]);
    expect(await erase(new Date('2027-05-01T02:00:00Z'))).toEqual(second);
    const proofs = await center.store.owner.selectFrom('voter_erasure').select('at').execute();
    expect(proofs.length, 'the earlier proofs stay').toBeGreaterThanOrEqual(2);
  });

  test('a file that is gone refuses its import with a sentence, before it is read and before it enters, and stops no worker', async () => {
    const list = Buffer.from(await csvOf(listOf(VILLAGE, 25, 9).voters));
    const id = await upload(center, 'committee', list, 'hilang.csv');
    expect((await ask(LATER, id)).status).toBe(200);
    await work(id);
    expect(await stateOf(id)).toMatchObject({ state: 'ready' });
    expect((await center.act('committee', 'voters.import-enter', { id })).status).toBe(200);
    unlinkSync(center.parts.files.path(nameOf(list)));
    await work(id);
    expect(await stateOf(id)).toEqual({ state: 'refused', problems: ['file-gone'] });
    const shown = await center.act('committee', 'voters.imports', { election: LATER, area: VILLAGE, id });
    const [row] = shown.body.value as readonly {
      readonly problems: readonly { readonly meaning: { readonly id: string } }[];
    }[];
    const [said] = row?.problems ?? [];
    expect(said?.meaning.id).toMatch(/^Berkas ini tidak ada lagi di kantor/);

    const again = await upload(center, 'committee', list, 'hilang-2.csv');
    expect((await ask(LATER, again)).status).toBe(200);
    unlinkSync(center.parts.files.path(nameOf(list)));
    await work(again);
    expect(await stateOf(again)).toEqual({ state: 'refused', problems: ['file-gone'] });
  });
});
