import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import {
  findVillage,
  generateVoterList,
  type ImportedVoter,
  importVoterList,
  importVoterListInBatches,
  PLAIN_STYLE,
  particularsOf,
  writeVoterList,
} from '../src/index.ts';
import {
  chunksOf,
  csv,
  OPTIONS,
  readHere,
  smallList,
  VOTING_DATE,
  withCell,
  withPart,
  xlsx,
} from './small-list.ts';

async function syntheticFile(voters: number) {
  const village = findVillage('16.07.05.2003');
  if (!village.ok) throw new Error(village.error.sentence.en);
  const list = generateVoterList({ village: village.value, voters, seed: 7, votingDate: VOTING_DATE });
  const style = { ...PLAIN_STYLE, format: 'csv', separator: ';', encoding: 'utf-8', lineEnd: '\n' } as const;
  return { list, file: await writeVoterList(list.voters, style) };
}

const EXERCISE = { purpose: 'exercise', votingDate: VOTING_DATE } as const;

describe('importing in a thread of its own', () => {
  test.each([
    ['CSV', csv(smallList())],
    ['workbook', xlsx({ DPT: smallList() })],
  ])('a %s gives what reading it here gives', async (_, file) => {
    const here = await readHere(file);
    const outcome = await importVoterList(file, OPTIONS);
    expect(outcome).toEqual({
      ok: true,
      value: { voters: here.voters, preview: here.preview, warnings: [], warningsLeftOff: 0 },
    });
  });

  test('all 2,500 people of a stream come, in the order of the file', async () => {
    const { list, file } = await syntheticFile(2500);
    const outcome = await importVoterList(chunksOf(file, 10_000), EXERCISE);
    expect(outcome.ok && outcome.value.voters.map(particularsOf)).toEqual(list.voters);
  });

  test('one wrong row among 2,500 keeps everybody out', async () => {
    const { file } = await syntheticFile(2500);
    const text = Buffer.from(file).toString();
    const broken = Buffer.from(
      text.replace(/\d{16}(;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;BUATAN\n)$/, '-$1'),
    );
    const outcome = await importVoterList(broken, EXERCISE);
    expect(outcome).toMatchObject({
      ok: false,
      error: { problems: [{ kind: 'nik-missing', row: 2505 }], preview: { voters: 2499 } },
    });
    expect(outcome).not.toHaveProperty('value');
  });

  test('batches stop once an error settled the outcome', async () => {
    const { file } = await syntheticFile(2500);
    const text = Buffer.from(file)
      .toString()
      .replace(/(\n1500;[^;]*;)\d{16}/, '$1-');
    const batches: number[] = [];
    const outcome = await importVoterListInBatches(Buffer.from(text), EXERCISE, (voters) => {
      batches.push(voters.length);
    });
    expect(outcome.ok).toBe(false);
    expect(batches).toEqual(Array.from({ length: 5 }, () => 250));
  });

  test('a store that fails ends the import with its own error', async () => {
    const failing = importVoterListInBatches(csv(smallList()), OPTIONS, () => {
      throw new Error('the database is gone');
    });
    await expect(failing).rejects.toThrow('the database is gone');
  });

  test('time runs out: a stalled upload is refused in a sentence', async () => {
    async function* stalled(): AsyncGenerator<Uint8Array> {
      yield csv(smallList());
      await new Promise(() => {});
    }
    const outcome = await importVoterList(stalled(), { ...OPTIONS, limits: { timeMs: 300 } });
    expect(outcome).toMatchObject({
      ok: false,
      error: { preview: null, problems: [{ kind: 'time-limit' }] },
    });
  });

  test('memory runs out: the thread ends, the caller goes on', async () => {
    const { list } = await syntheticFile(5000);
    const file = await writeVoterList(list.voters, {
      ...PLAIN_STYLE,
      format: 'xlsx',
      dateSystem: 1900,
      sheets: 'one',
    });
    const outcome = await importVoterList(file, { ...EXERCISE, limits: { memoryMb: 16 } });
    expect(outcome).toMatchObject({
      ok: false,
      error: { preview: null, problems: [{ kind: 'memory-limit' }] },
    });
  });

  test('memory that runs out after the answer was given ends nobody but the thread', async () => {
    const { terminate } = Worker.prototype;
    let lateErrors = 0;
    // what Node does when the limit is met while the thread is being ended: the error comes as an event, then the end
    const ending = vi.spyOn(Worker.prototype, 'terminate').mockImplementation(function (this: Worker) {
      lateErrors += 1;
      this.emit('error', Object.assign(new Error('late'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
      return terminate.call(this);
    });
    try {
      const outcome = await importVoterList(csv(smallList()), OPTIONS);
      expect(outcome).toMatchObject({ ok: true, value: { voters: { length: 4 } } });
      expect(lateErrors).toBe(1);
    } finally {
      ending.mockRestore();
    }
  });

  test('a sheet that states every column it can have is read', async () => {
    const file = withPart(xlsx({ DPT: smallList() }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<cols>.*?<\/cols>/, '')
        .replace(
          '<sheetData>',
          '<cols><col min="1" max="20" width="9.140625" customWidth="true"/><col collapsed="false" hidden="false" max="16384" min="21" style="0"/></cols><sheetData>',
        ),
    );
    expect(await importVoterList(file, OPTIONS)).toMatchObject({
      ok: true,
      value: { voters: { length: 4 } },
    });
  });

  test('a stick pulled out while reading is a problem of its own', async () => {
    async function* pulled(): AsyncGenerator<Uint8Array> {
      yield csv(smallList());
      throw new Error('EIO');
    }
    const outcome = await importVoterList(pulled(), OPTIONS);
    expect(outcome).toMatchObject({ ok: false, error: { problems: [{ kind: 'reading-interrupted' }] } });
  });

  test('problems beyond the limit are counted, and errors are not crowded out by warnings', async () => {
    const table = smallList((rows) => {
      for (const row of rows.slice(1)) row[3] = `${row[3]} 1`;
    });
    const last = table.at(-1);
    if (last !== undefined) last[7] = '?';
    const outcome = await importVoterList(csv(table), { ...OPTIONS, limits: { problems: 2 } });
    expect(outcome).toMatchObject({ ok: false, error: { problemsLeftOff: 2 } });
    expect(!outcome.ok && outcome.error.problems.map(({ kind }) => kind)).toEqual([
      'name-has-digits',
      'name-has-digits',
      'sex-unknown',
    ]);
  });

  test('warnings come with the list', async () => {
    const outcome = await importVoterList(csv(withCell(3, 'Nama', 'SRI 2')), OPTIONS);
    expect(outcome).toMatchObject({ ok: true, value: { warnings: [{ kind: 'name-has-digits', row: 3 }] } });
    const voters: readonly ImportedVoter[] = outcome.ok ? outcome.value.voters : [];
    expect(voters).toHaveLength(4);
  });
});
