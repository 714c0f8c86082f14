import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileHash, type VoidCredential } from '@bilik/transfer';
import { describe, expect, test } from 'vitest';
import { BALLOTS, ELECTION, FIGURES, recordOf, STATION_KEY } from '../../test/made-record.ts';
import {
  MADE,
  type ResultContent,
  resultText,
  SPOILED,
  SPOILED_CARD,
  voidText,
} from '../../test/made-result.ts';
import { folderOfFile, runVerify } from '../../test/verify-run.ts';

const { folder, file } = folderOfFile();

const made = MADE;
const record = file('melati.bel', made.bytes);

const voidFile = (name: string, credentials: readonly VoidCredential[], key: string = STATION_KEY) =>
  file(name, voidText(credentials, key));
const voids = voidFile('void.json', [SPOILED_CARD]);
const resultFile = (name: string, change: Partial<ResultContent> = {}) => file(name, resultText(change));
const result = resultFile('result.json');

describe('bilik verify', () => {
  test('a right record: 0, each rule, the counts, and that its origin is not shown', async () => {
    const { code, out } = await runVerify(record);
    expect(code).toBe(0);
    expect(out).toContain('✓ Setiap surat suara terbukti berisi pilihan yang sah');
    expect(out).toContain('– Sidik arsip sama dengan yang diumumkan');
    expect(out).toMatch(/4 suara {2}1\. Sari/);
    expect(out).toContain('BENAR');
    expect(out).toContain('Konsisten; asal-usul tidak ditunjukkan.');
    expect(out).toContain(made.recordHash);
  });

  test('in English, without anything from the record that a terminal would obey', async () => {
    const { code, out } = await runVerify(record, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('Consistent; origin not shown.');
    expect(out).toContain('TPS 01 Melati �[31m');
    expect(out).not.toContain('\u001b');
  });

  test('a rule that was not checked says so, and without which option', async () => {
    const { out } = await runVerify(record);
    for (const [rule, option] of [
      ['origin.record', '--expect'],
      ['origin.result', '--result'],
      ['origin.void', '--void'],
    ]) {
      expect(out).toMatch(new RegExp(`– .* – tidak diperiksa: tanpa ${option} {2}\\[${rule}\\]`));
    }
    const checked = await runVerify(record, '--expect', made.recordHash, '--lang', 'en');
    expect(checked.out).toMatch(/✓ .*\[origin\.record\]/);
    expect(checked.out).not.toContain('without --expect');
    expect(checked.out).not.toMatch(/\b1 votes\b/);
  });

  test('with the posted fingerprint its origin is shown; another one is refused', async () => {
    // as a paper shows it: in groups
    const groups = made.recordHash.toUpperCase().match(/.{4}/g) ?? [];
    const shown = await runVerify(record, '--expect', groups.join(' '));
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Asal-usul ditunjukkan.');
    const other = await runVerify(record, '--expect', '0'.repeat(64));
    expect(other.code).toBe(1);
    expect(other.out).toContain('✗ Sidik arsip sama dengan yang diumumkan');
  });

  test('with the signed result and the void list its origin is shown', async () => {
    const { code, out } = await runVerify(record, '--result', result, '--void', voids, '--lang', 'en');
    expect(out).toContain('Origin shown.');
    expect(code).toBe(0);
  });

  test('vote swapping: the void ballot of a voter instead of the cast one is refused, and named', async () => {
    const swapped = file('swapped.bel', recordOf([...BALLOTS.slice(1), SPOILED]).bytes);
    expect((await runVerify(swapped)).code).toBe(0);
    const { code, out } = await runVerify(swapped, '--void', voids);
    expect(code).toBe(1);
    expect(out).toContain(`surat suara ${fileHash(SPOILED).slice(0, 16)}…`);
    expect(out).toContain('hak suaranya ada dalam daftar kartu batal');
  });

  test.each([
    ['id', '!! DAFTAR KARTU BATAL TIDAK DIPERIKSA'],
    ['en', '!! VOID LIST NOT CHECKED'],
  ])('without a void list the summary says loudly, in %s, what it could not see', async (language, said) => {
    for (const more of [[], ['--result', result], ['--expect', made.recordHash]]) {
      const { code, out } = await runVerify(record, ...more, '--lang', language);
      expect(code).toBe(0);
      expect(out.split('\n').slice(-3).join('\n')).toContain(said);
    }
    const checked = await runVerify(record, '--void', voids, '--lang', language);
    expect(checked.out).not.toContain(said);
  });

  test.each([
    ['id', '!! LATIHAN / EXERCISE: arsip ini dari latihan, bukan pemilihan sungguhan'],
    ['en', '!! EXERCISE / LATIHAN: this record is from an exercise, not from a real election'],
  ])('an exercise is called one, loudly, in %s, right before the verdict', async (language, said) => {
    for (const more of [[], ['--void', voids, '--result', result]]) {
      const { out } = await runVerify(record, ...more, '--lang', language);
      const lines = out.split('\n');
      const at = lines.findIndex((line) => line.startsWith(said));
      expect(lines[at + 1]).toMatch(/^(BENAR|RIGHT)/);
    }
  });

  test('--json says of which kind the election is', async () => {
    expect(JSON.parse((await runVerify(record, '--json')).out)).toMatchObject({ kind: 'exercise' });
    const none = await runVerify(file('none-either.bel', 'halo'), '--json');
    expect(JSON.parse(none.out)).not.toHaveProperty('kind');
  });

  test('--json says whether the void list was checked, in a field and in a warning', async () => {
    const json = async (...parameters: string[]) =>
      JSON.parse((await runVerify(record, '--json', ...parameters)).out);
    expect(await json()).toMatchObject({ voidListChecked: false, warnings: ['void list not checked'] });
    expect(await json('--result', result)).toMatchObject({
      voidListChecked: false,
      warnings: ['void list not checked'],
    });
    expect(await json('--void', voids)).toMatchObject({ voidListChecked: true, warnings: [] });
    // a list of another station is no list: nothing was checked against it
    const { privateKey } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const forged = voidFile('forged-void.json', [], privateKey);
    expect(await json('--void', forged)).toMatchObject({
      voidListChecked: false,
      warnings: ['void list not checked'],
      verdict: 'wrong',
    });
  });

  test.each<[string, string[], RegExp]>([
    [
      'a void list that is not there',
      ['--void', join(folder, 'nowhere.json'), '--result', result],
      /tidak ada berkas .*nowhere\.json/,
    ],
    ['a result given as the void list', ['--void', result], /result\.json adalah hasil bertanda tangan/],
    ['a void list given as the result', ['--result', voids], /void\.json adalah daftar kartu batal/],
    ['the record given as the void list', ['--void', record], /melati\.bel adalah arsip pemilihan/],
    [
      'both swapped',
      ['--void', result, '--result', voids],
      /result\.json adalah hasil[\s\S]*void\.json adalah daftar kartu batal/,
    ],
  ])('%s is named plainly, and the record is not called wrong for it: 1', async (_, parameters, said) => {
    const { code, out } = await runVerify(record, ...parameters);
    expect(code).toBe(1);
    expect(out).toMatch(said);
    expect(out).toContain('BELUM DAPAT DIPASTIKAN');
    expect(out).not.toContain('SALAH:');
    expect(out).not.toContain('daftar kartu batal yang lain');
  });

  describe('what is no plain file, or too large, is not read', () => {
    const endless = join(folder, 'endless.json');
    symlinkSync('/dev/zero', endless);
    const pipe = join(folder, 'pipe.json');
    spawnSync('mkfifo', [pipe]);
    const inside = join(folder, 'a-folder.json');
    mkdirSync(inside);
    const large = join(folder, 'large.json');
    writeFileSync(large, '');
    truncateSync(large, 16 * 1024 * 1024 + 1);

    test.each([
      [endless, /endless\.json bukan berkas biasa/],
      [pipe, /pipe\.json bukan berkas biasa/],
      [inside, /a-folder\.json bukan berkas biasa/],
      [large, /large\.json tidak terbaca/],
      // a file that fails while it is read
      ['/proc/self/mem', /mem tidak terbaca/],
    ])('%s: 1, and named', async (path, said) => {
      for (const option of ['--void', '--result']) {
        const { code, out } = await runVerify(record, option, path);
        expect(code).toBe(1);
        expect(out).toMatch(said);
      }
      const { out } = await runVerify(record, '--void', path, '--json');
      expect(JSON.parse(out)).toMatchObject({ voidListChecked: false });
    });
  });

  test('a record that is wrong stays wrong beside a missing file', async () => {
    const flipped = Uint8Array.from(made.bytes);
    flipped[20_000] = (flipped[20_000] ?? 0) ^ 1;
    const { code, out } = await runVerify(file('both.bel', flipped), '--void', join(folder, 'nowhere.json'));
    expect(code).toBe(1);
    expect(out).toContain('SALAH:');
  });

  const other = voidFile('other-void.json', []);
  const text = JSON.stringify({ format: 'bilik/void/2' });
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
      'origin.figures',
    ],
    ['a void list that is none', ['--void', file('bad.json', text)], 'origin.void'],
    ['a void list that is not there', ['--void', join(folder, 'nowhere.json')], 'origin.void'],
    ['a result with a space', ['--result', file('space.json', ' {}')], 'origin.result'],
  ])('%s: 1', async (_, parameters, rule) => {
    const { code, out } = await runVerify(record, '--json', ...parameters);
    expect(code).toBe(1);
    const { rules } = JSON.parse(out);
    expect(rules).toContainEqual(expect.objectContaining({ rule, outcome: 'failed' }));
  });

  test.each([
    ['id', /struk pelacaknya .*--tracker/],
    ['en', /tracker slip .*--tracker/],
  ])(
    'with a void list it says calmly, in %s, how a voter looks for a tracker slip',
    async (language, said) => {
      expect((await runVerify(record, '--void', voids, '--lang', language)).out).toMatch(said);
      expect((await runVerify(record, '--lang', language)).out).not.toMatch(said);
    },
  );

  test('--json is one object with the report', async () => {
    const { code, out, err } = await runVerify(record, '--json');
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
    const incomplete = await runVerify(file('incomplete.bel', sealedBytes));
    expect(incomplete.code).toBe(1);
    expect(incomplete.out).toContain('BELUM LENGKAP');
    const flipped = Uint8Array.from(made.bytes);
    flipped[20_000] = (flipped[20_000] ?? 0) ^ 1;
    const wrong = await runVerify(file('flipped.bel', flipped), '--lang', 'en');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/record \d+ [0-9a-f]{64}\.data\.json \(byte \d+\): the content was changed/);
    // what was given is not called missing: the record is what stands in the way
    const beside = await runVerify(
      file('flipped.bel', flipped),
      ...['--void', voids, '--result', result, '--expect', made.recordHash],
    );
    expect(beside.out).toContain('tidak diperiksa: arsip rusak');
    expect(beside.out).not.toContain('tidak diperiksa: tanpa');
    const none = await runVerify(file('none.bel', 'halo'));
    expect(none.code).toBe(2);
    expect(none.out).toContain('TIDAK TERBACA');
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['berita-acara.pdf', '%PDF-1.7 …', /PDF/],
    ['foto.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /gambar/],
    ['hasil.html', '<!DOCTYPE html><title>Hasil</title>', /halaman web/],
    ['arsip.zip', 'PK\u0003\u0004 …', /terkompresi/],
    ['kosong.bel', '', /kosong/],
    ['catatan.txt', 'Hasil: 4 · 2 · 0', /teks biasa/],
    ['daftar.json', '{"voters":[]}', /JSON lain/],
  ])(
    '%s is no record: the first line says what it seems, and where a record is to be had',
    async (...given) => {
      const [name, content, looks] = given;
      const { code, out } = await runVerify(file(name, content));
      expect(code).toBe(2);
      const [first = ''] = out.split('\n');
      expect(first).toContain(name);
      expect(first).toMatch(looks);
      expect(first).toContain('record.bel');
      expect(first).toContain('papan TPS');
      expect(out).not.toContain('[archive.form]');
    },
  );

  test('one of our own other files is told where it belongs', async () => {
    expect((await runVerify(voids)).out.split('\n')[0]).toContain('--void');
    const { code, out } = await runVerify(result, '--lang', 'en');
    expect(code).toBe(2);
    expect(out.split('\n')[0]).toContain('this is a signed result (result.json), no record');
  });

  test('another archive, and a record whose first header is damaged: 2, each called what it is', async () => {
    const tar = join(folder, 'other.tar');
    spawnSync('tar', ['--format=ustar', '-cf', tar, '-C', folder, 'void.json']);
    const other = await runVerify(tar, '--lang', 'en');
    expect(other.code).toBe(2);
    expect(other.out.split('\n')[0]).toContain('this is an ordinary TAR archive, no election record');
    const damaged = Uint8Array.from(made.bytes);
    damaged[150] = (damaged[150] ?? 0) ^ 1;
    const begun = await runVerify(file('begun.bel', damaged), '--lang', 'en');
    expect(begun.code).toBe(2);
    expect(begun.out.split('\n')[0]).toContain('begins like an election record, but is damaged');
  });

  test('a missing file, a folder, a device: 2, in plain words without the system’s', async () => {
    const missing = await runVerify(join(folder, 'nowhere.bel'));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('nowhere.bel: tidak ada berkas dengan nama ini');
    const device = await runVerify('/dev/null', '--lang', 'en');
    expect(device.code).toBe(2);
    expect(device.err).toContain('no ordinary file');
    const unreadable = await runVerify('/proc/self/mem', '--lang', 'en');
    expect(unreadable.code).toBe(2);
    expect(unreadable.err).toContain('cannot be read from its medium');
    const inside = join(folder, 'hasil');
    mkdirSync(inside);
    const empty = await runVerify(inside, '--lang', 'en');
    expect(empty.code).toBe(2);
    expect(empty.err).toMatch(/this is a folder.*record\.bel/);
    writeFileSync(join(inside, 'record.bel'), made.bytes);
    expect((await runVerify(inside)).err).toContain(join(inside, 'record.bel'));
    for (const { err } of [missing, device, unreadable, empty]) {
      expect(err.split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/\bE[A-Z]{2,}\b/);
    }
    const json = await runVerify(inside, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ file: inside, verdict: 'unreadable', looks: 'folder' });
  });

  test('a fingerprint that cannot be one: 2, and it says what is wrong with it', async () => {
    const { code, err } = await runVerify(record, '--expect', '0000');
    expect(code).toBe(2);
    expect(err).toMatch(/--expect bukan sidik arsip: 4 tanda, seharusnya 64/);
    expect(err).not.toContain('bilik verify ARSIP.bel');
  });

  test.each([[[]], [['a', 'b']], [['a', '--lang', 'fr']], [['a', '--unknown']]])(
    'a command line that is none, %j: 2, with the usage',
    async (parameters) => {
      const { code, err } = await runVerify(...parameters);
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
