import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileHash, type VoidCredential, writeSignedResult, writeVoidList } from '@bilik/transfer';
import { afterAll, describe, expect, test, vi } from 'vitest';
import {
  BALLOTS,
  ballotOf,
  CARDS,
  ELECTION,
  FIGURES,
  recordOf,
  STATION_KEY,
} from '../../test/made-record.ts';
import { verifyCommand } from './verify-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the command here. */
async function run(...parameters: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await verifyCommand(parameters);
    const text = (spy: typeof out) => spy.mock.calls.flat().join('\n');
    return { code, out: text(out), err: text(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const made = recordOf(BALLOTS);
const record = file('melati.bel', made.bytes);
const SPOILED = ballotOf(7, 2);

function voidFile(name: string, credentials: readonly VoidCredential[], key: string = STATION_KEY): string {
  const { uuid, fingerprint } = ELECTION;
  return file(name, writeVoidList({ election_uuid: uuid, election_hash: fingerprint, credentials }, key));
}
const spoiledCard: VoidCredential = {
  credential: String(CARDS[7]?.publicKey),
  ballot: fileHash(SPOILED),
  reason: 'spoiled',
};
const voids = voidFile('void.json', [spoiledCard]);

function resultFile(name: string, change: Partial<Parameters<typeof writeSignedResult>[0]> = {}): string {
  return file(
    name,
    writeSignedResult(
      {
        kind: 'exercise',
        election_uuid: ELECTION.uuid,
        election_hash: ELECTION.fingerprint,
        record_hash: made.recordHash,
        void_hash: fileHash(
          writeVoidList(
            {
              election_uuid: ELECTION.uuid,
              election_hash: ELECTION.fingerprint,
              credentials: [spoiledCard],
            },
            STATION_KEY,
          ),
        ),
        software: { name: 'bilik', version: '0.1.0' },
        figures: FIGURES,
        held: [],
        ...change,
      },
      STATION_KEY,
    ),
  );
}
const result = resultFile('result.json');

describe('bilik verify', () => {
  test('a right record: 0, each rule, the counts, and that its origin is not shown', async () => {
    const { code, out } = await run(record);
    expect(code).toBe(0);
    expect(out).toContain('✓ Setiap surat suara terbukti berisi pilihan yang sah');
    expect(out).toContain('– Sidik arsip sama dengan yang diumumkan');
    expect(out).toMatch(/4 suara {2}1\. Sari/);
    expect(out).toContain('BENAR');
    expect(out).toContain('Konsisten; asal-usul tidak ditunjukkan.');
    expect(out).toContain(made.recordHash);
  });

  test('in English, without anything from the record that a terminal would obey', async () => {
    const { code, out } = await run(record, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Consistent; origin not shown.');
    expect(out).toContain('TPS 01 Melati �[31m');
    expect(out).not.toContain('\u001b');
  });

  test('with the posted fingerprint its origin is shown; another one is refused', async () => {
    const shown = await run(record, '--expect', made.recordHash.toUpperCase());
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Asal-usul ditunjukkan.');
    const other = await run(record, '--expect', '0'.repeat(64));
    expect(other.code).toBe(1);
    expect(other.out).toContain('✗ Sidik arsip sama dengan yang diumumkan');
  });

  test('with the signed result and the void list its origin is shown', async () => {
    const { code, out } = await run(record, '--result', result, '--void', voids, '--lang', 'en');
    expect(out).toContain('Origin shown.');
    expect(code).toBe(0);
  });

  test('vote swapping: the void ballot of a voter instead of the cast one is refused, and named', async () => {
    const swapped = file('swapped.bel', recordOf([...BALLOTS.slice(1), SPOILED]).bytes);
    expect((await run(swapped)).code).toBe(0);
    const { code, out } = await run(swapped, '--void', voids);
    expect(code).toBe(1);
    expect(out).toContain(`surat suara ${fileHash(SPOILED).slice(0, 16)}…`);
    expect(out).toContain('hak suaranya batal');
  });

  const other = voidFile('other-void.json', []);
  const text = JSON.stringify({ format: 'bilik/void/1' });
  test.each<[string, string[], string]>([
    ['another void list than the result names', ['--void', other, '--result', result], 'origin.result'],
    [
      'a result of another record',
      ['--result', resultFile('r1.json', { record_hash: '0'.repeat(64) })],
      'origin.result',
    ],
    [
      'a result of another election',
      ['--result', resultFile('r2.json', { election_hash: 'B'.repeat(43) })],
      'origin.result',
    ],
    [
      'other counts',
      [
        '--result',
        resultFile('r3.json', {
          figures: {
            ...FIGURES,
            contests: FIGURES.contests.map((contest) => ({
              ...contest,
              options: contest.options.toReversed(),
            })),
          },
        }),
      ],
      'origin.result',
    ],
    ['a void list that is none', ['--void', file('bad.json', text)], 'origin.void'],
    ['a void list that is not there', ['--void', join(folder, 'nowhere.json')], 'origin.void'],
    ['a result with a space', ['--result', file('space.json', ' {}')], 'origin.result'],
  ])('%s: 1', async (_, parameters, rule) => {
    const { code, out } = await run(record, '--json', ...parameters);
    expect(code).toBe(1);
    const { rules } = JSON.parse(out);
    expect(rules).toContainEqual(expect.objectContaining({ rule, outcome: 'failed' }));
  });

  test('--json is one object with the report', async () => {
    const { code, out, err } = await run(record, '--json');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      file: record,
      verdict: 'right',
      originShown: false,
      ballotCount: 7,
      countedBallots: 7,
      counts: [[4, 2, 0, 1]],
      recordHash: made.recordHash,
      electionFingerprint: ELECTION.fingerprint,
    });
  });

  test('an incomplete record: 1; a wrong one: 1, with the record and the byte; no record: 2', async () => {
    const sealedBytes = made.bytes.subarray(0, made.bytes.length - 2048);
    const incomplete = await run(file('incomplete.bel', sealedBytes));
    expect(incomplete.code).toBe(1);
    expect(incomplete.out).toContain('BELUM LENGKAP');
    const flipped = Uint8Array.from(made.bytes);
    flipped[20_000] = (flipped[20_000] ?? 0) ^ 1;
    const wrong = await run(file('flipped.bel', flipped), '--lang', 'en');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/record \d+ [0-9a-f]{64}\.data\.json \(byte \d+\): the content was changed/);
    const none = await run(file('none.bel', 'halo'));
    expect(none.code).toBe(2);
    expect(none.out).toContain('TIDAK TERBACA');
    expect((await run(join(folder, 'nowhere.bel'))).code).toBe(2);
  });

  test.each([[[]], [['a', 'b']], [['a', '--expect', 'xyz']], [['a', '--lang', 'fr']], [['a', '--unknown']]])(
    'a command line that is none, %j: 2, with the usage',
    async (parameters) => {
      const { code, err } = await run(...parameters);
      expect(code).toBe(2);
      expect(err).toContain('bilik verify ARSIP.bel');
    },
  );

  test('the program itself ends with the same codes', () => {
    const program = fileURLToPath(new URL('../../bilik.mjs', import.meta.url));
    const start = (...parameters: string[]) =>
      spawnSync(process.execPath, [program, ...parameters], { encoding: 'utf8' });
    const right = start('verify', record, '--lang', 'en');
    expect(right.status).toBe(0);
    expect(right.stdout).toContain('RIGHT');
    expect(right.stderr).toBe('');
    expect(start('verify', join(folder, 'none.bel')).status).toBe(2);
    expect(start('nonsense').status).toBe(2);
    expect(start('help').stdout).toContain('verify');
  });
});
