import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findVillage,
  generateVoterList,
  importVoterList,
  type ListStyle,
  PLAIN_STYLE,
  writeVoterList,
} from '../src/index.ts';
import { VOTING_DATE } from './small-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-intake-'));
const CSV: ListStyle = {
  ...PLAIN_STYLE,
  format: 'csv',
  separator: ';',
  encoding: 'utf-8-mark',
  lineEnd: '\r\n',
};
const WORKBOOK: ListStyle = { ...PLAIN_STYLE, format: 'xlsx', dateSystem: 1900, sheets: 'one' };

interface Measured {
  readonly ok: boolean;
  readonly voters: number;
  readonly kinds: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

/** One regency of people, of whom the smaller files hold the first. */
async function writeLists(): Promise<void> {
  const village = findVillage('16.07.05.2003');
  if (!village.ok) throw new Error(village.error.sentence.en);
  const order = { village: village.value, voters: 450_000, seed: 7, votingDate: VOTING_DATE };
  const { voters } = generateVoterList(order);
  const some = voters.slice(0, 100_000);
  writeFileSync(join(folder, 'regency.csv'), await writeVoterList(voters, CSV));
  writeFileSync(join(folder, '100k.csv'), await writeVoterList(some, CSV));
  writeFileSync(join(folder, '100k.xlsx'), await writeVoterList(some, WORKBOOK));
}

/** Imports a file in a process of its own, so that its memory can be measured. */
function importOf(name: string, limits: Readonly<Record<string, number>> = {}): Measured {
  const run = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'measure-import.ts'), join(folder, name), JSON.stringify(limits)],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const measured: Measured = JSON.parse(run.stdout);
  console.log(
    `${name}: ${measured.seconds.toFixed(1)} s, ${measured.megabytes} MB, ${measured.voters} voters`,
  );
  return measured;
}

describe('lists larger than any village', () => {
  beforeAll(writeLists);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('100,000 rows of CSV are imported', () => {
    expect(importOf('100k.csv', { rows: 100_010 })).toMatchObject({ ok: true, voters: 100_000 });
  });

  test('100,000 rows of a workbook are imported', () => {
    const measured = importOf('100k.xlsx', { rows: 100_010 });
    expect(measured).toMatchObject({ ok: true, voters: 100_000 });
    expect(measured.megabytes).toBeLessThan(1200);
  });

  test('450,000 voters of a regency are imported from CSV in under 90 s and 500 MB', () => {
    const measured = importOf('regency.csv', { rows: 500_000, bytes: 100 * 1024 * 1024, timeMs: 90_000 });
    expect(measured).toMatchObject({ ok: true, voters: 450_000 });
    expect(measured.seconds).toBeLessThan(90);
    expect(measured.megabytes).toBeLessThan(500);
  });

  test('a file above the limit is refused in the middle, and at once when its size is known', async () => {
    expect(importOf('100k.csv', { bytes: 2_000_000 })).toMatchObject({
      ok: false,
      kinds: ['file-too-large'],
    });
    const start = performance.now();
    const options = { purpose: 'exercise', votingDate: VOTING_DATE } as const;
    const outcome = await importVoterList(new Uint8Array(20 * 1024 * 1024 + 1), options);
    expect(outcome).toMatchObject({ ok: false, error: { problems: [{ kind: 'file-too-large' }] } });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('more rows than allowed are refused with the limit', () => {
    expect(importOf('100k.csv', { rows: 20_000 })).toMatchObject({ ok: false, kinds: ['too-many-rows'] });
  });
});
