import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVoices, spokenLanguages } from '@bilik/booth';
import { parseElectionDefinitionText, shownContests } from '@bilik/election';
import { fingerprintWords, hexGroups, openPackage, publicKeyOf, sourceOf } from '@bilik/transfer';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceCommand } from '../apps/cli/src/device/device-command.ts';
import {
  officeKeyPath,
  packageAnnouncementPath,
  packagePartsFolder,
  packagePath,
  receiverHome,
} from '../apps/cli/src/exercise/exercise-package.ts';
import { packageCommand } from '../apps/cli/src/package/package-command.ts';
import { receiverKey } from '../apps/cli/src/receive/receiver-key.ts';
import { makeVoices, type Speaker } from '../apps/cli/src/voices/make-voices.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { expectArchivable, squeezed } from '../packages/papers/test/paper-looks.ts';
import { must } from './support/answers.ts';
import { partsOfPackage } from './support/packages-of-home.ts';
import { prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
const { members } = await partsOfPackage(prepared);
const parts = join(newFolder(), 'bagian');
mkdirSync(parts);
for (const [name, content] of members) writeFileSync(join(parts, name), content);
const desk = newFolder();
const out = join(desk, 'paket.bilik');
const letter = join(desk, 'surat.txt');
const key = officeKeyPath(prepared.home);
const RECEIVER = publicKeyOf(receiverKey(newFolder()));

let said: string[] = [];
beforeEach(() => {
  said = [];
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
  }
});
afterEach(() => vi.restoreAllMocks());
afterAll(removeFolders);

const build = (...more: string[]) =>
  packageCommand([
    'build',
    parts,
    '--key',
    key,
    '--version',
    '7',
    '--receiver',
    RECEIVER,
    '--passphrase',
    letter,
    '--out',
    out,
    '--without-voices',
    ...more,
  ]);

describe('bilik package', () => {
  test('builds, shows and checks; the letter has six words; nothing is written over', async () => {
    expect(await build()).toBe(0);
    expect(readFileSync(letter, 'utf8')).toMatch(/^([a-z]+ ){5}[a-z]+\n$/);
    for (const file of [out, letter]) expect(statSync(file).mode & 0o077).toBe(0);
    const { fingerprint, manifest } = must(openPackage(sourceOf(readFileSync(out))));
    expect(await packageCommand(['show', out, '--json'])).toBe(0);
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ fingerprint, version: 7, kind: 'exercise' });
    expect(await packageCommand(['show', out])).toBe(0);
    // what people compare stands last, below whatever scrolled by
    expect(said.at(-1)).toMatch(/([a-z]+ · ){7}[a-z]+$/);
    expect(said.at(-1)).toContain('secrets.json');
    expect(said.at(-1)).toContain('suara bilik: tidak ada');
    const { pollingPlace, electionUuid, electionFingerprint, listFingerprint, issuer } = manifest;
    const expectations = [
      ...['--place', pollingPlace, '--kind', 'exercise', '--least-version', '7', '--issuer', issuer],
      ...['--list', listFingerprint, '--fingerprint', fingerprint],
    ];
    for (const election of [electionUuid, electionFingerprint]) {
      expect(await packageCommand(['check', out, '--election', election, ...expectations])).toBe(0);
    }
    expect(said.join('\n')).toContain('tambahkan --passphrase');
    expect(await packageCommand(['check', out, '--passphrase', letter])).toBe(0);
    expect(said.join('\n')).toContain('terbuka dengan kata sandinya');
    expect(await build()).toBe(1);
    expect(said.at(-1)).toContain('--out');
  });

  test.each<[string, string[], string]>([
    ['another election', ['--election', 'LainLainLain11'], 'pemilihan lain'],
    ['another place', ['--place', '16.07.01.2003-002'], 'TPS lain'],
    ['real', ['--kind', 'real'], 'paket LATIHAN'],
    ['a higher version', ['--least-version', '8'], 'versi 7'],
    ['another office', ['--issuer', 'lain'], 'kantor lain'],
    ['another list', ['--list', 'ab'.repeat(32)], 'daftar pemilih lain'],
    ['another package', ['--fingerprint', 'ab'.repeat(32)], 'bukan lagi'],
    ['another passphrase', ['--passphrase', key], 'Kata sandi'],
  ])('check: %s is refused with its sentence', async (_, expectation, sentence) => {
    expect(await packageCommand(['check', out, ...expectation])).toBe(1);
    expect(said.join('\n')).toContain(sentence);
  });

  test('parts without a test election get one with keys of its own, and its cards to print', async () => {
    const bare = join(newFolder(), 'bagian');
    mkdirSync(bare);
    for (const [name, content] of members) {
      if (!name.startsWith('test-')) writeFileSync(join(bare, name), content);
    }
    const own = join(desk, 'tps.bilik');
    const given = ['--key', key, '--version', '7', '--receiver', RECEIVER, '--passphrase', letter];
    given.push('--out', own, '--without-voices');
    expect(await packageCommand(['build', bare, ...given])).toBe(0);
    expect(await packageCommand(['check', own, '--passphrase', letter])).toBe(0);
    const sheet = new PdfReading(readFileSync(join(desk, 'tps-kartu-uji.pdf'))).pages.join('');
    expect(sheet).toContain('UJI·Bilik1·ke-10');
    expect(sheet).toContain('Kartuujitidakpernahberlakuuntuksuara');
  });

  test.each<[string, string, string]>([
    ['the election itself as its test', 'election.json', 'identifier'],
    ['the trustees of the election itself', 'trustees.json', 'belongs to a trustee'],
    ['cards of the election itself', 'public-credentials.json', 'card belongs to the election'],
  ])('%s is refused', async (_, member, detail) => {
    const mixed = join(newFolder(), 'bagian');
    mkdirSync(mixed);
    for (const [name, content] of members) writeFileSync(join(mixed, name), content);
    copyFileSync(join(parts, member), join(mixed, `test-${member}`));
    const own = join(newFolder(), 'tps.bilik');
    const given = ['--key', key, '--version', '7', '--receiver', RECEIVER, '--passphrase', letter];
    given.push('--out', own, '--without-voices');
    expect(await packageCommand(['build', mixed, ...given])).toBe(1);
    expect(said.join('\n')).toContain(`test-${member}`);
    expect(said.join('\n')).toContain(detail);
  });

  test('check and show refuse changed bytes, and what is no package', async () => {
    const bytes = readFileSync(out);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    const changed = join(desk, 'lain.bilik');
    writeFileSync(changed, bytes);
    expect(await packageCommand(['check', changed])).toBe(1);
    expect(said.join('\n')).toContain('Isi trustees.json dalam paket ini berubah.');
    expect(await packageCommand(['show', key])).toBe(1);
    expect(await packageCommand(['show', join(desk, 'tiada.bilik')])).toBe(1);
  });

  test.each<[string, string[]]>([
    ['nothing', []],
    ['no such act', ['buka']],
    ['no file', ['show']],
    ['an unknown option', ['show', out, '--x']],
    ['a version that is none', ['check', out, '--least-version', '-1']],
    ['a fingerprint that is none', ['check', out, '--fingerprint', 'xyz']],
    ['a kind that is none', ['check', out, '--kind', 'gladi']],
    ['no passphrase', ['load', '--package', out, '--home', desk]],
  ])('asked wrongly (%s): 2', async (_, parameters) => {
    expect(await packageCommand(parameters)).toBe(2);
    const [part = ''] = parameters;
    expect(said.join('\n')).toContain(
      `bilik package ${['show', 'check', 'load'].includes(part) ? part : 'build'} `,
    );
  });

  test.each<[string, string[], string]>([
    ['a folder that is none', ['build', key, '--key', key, '--version', '1'], 'definition.json'],
    ['a key that is none', ['build', parts, '--key', letter, '--version', '1'], '--key'],
    ['a version that is none', ['build', parts, '--key', key, '--version', '0'], '--version'],
  ])('build names what cannot be used: %s', async (_, parameters, name) => {
    const more = ['--receiver', RECEIVER, '--passphrase', letter, '--out', `${out}2`];
    expect(await packageCommand([...parameters, ...more])).toBe(1);
    expect(said.join('\n')).toContain(name);
    expect(said.join('\n')).toContain('Tidak ada paket yang ditulis');
  });

  test('the parts that an exercise leaves make a package', async () => {
    const own = join(newFolder(), 'tps.bilik');
    const given = ['--key', key, '--version', '2', '--receiver', RECEIVER, '--passphrase', letter];
    given.push('--out', own, '--without-voices');
    expect(await packageCommand(['build', packagePartsFolder(prepared.home), ...given])).toBe(0);
    expect(await packageCommand(['check', own, '--passphrase', letter, '--kind', 'exercise'])).toBe(0);
  });

  test('build refuses parts that do not belong together, and a part too many', async () => {
    const other = newFolder();
    for (const name of members.keys()) copyFileSync(join(parts, name), join(other, name));
    const buildThere = () =>
      packageCommand([
        'build',
        other,
        '--key',
        key,
        '--version',
        '8',
        '--receiver',
        RECEIVER,
        '--passphrase',
        letter,
        '--out',
        `${out}3`,
        '--without-voices',
      ]);
    writeFileSync(join(other, 'catatan.txt'), 'x');
    expect(await buildThere()).toBe(1);
    expect(said.join('\n')).toContain('catatan.txt');
    // the office is told what the office can do
    expect(said.join('\n')).toContain('Perbaiki bagian itu di folder bagian');
    expect(said.join('\n')).not.toContain('kabupaten');
    rmSync(join(other, 'catatan.txt'));
    writeFileSync(join(other, 'calon-2.png'), 'x');
    expect(await buildThere()).toBe(1);
    expect(said.join('\n')).toContain('calon-2.png');
  });

  test('voices travel: recordings go along, what is missing is made, and a booth is prepared with all of them', async () => {
    const voices = join(newFolder(), 'suara');
    const definition = must(
      parseElectionDefinitionText(readFileSync(join(parts, 'definition.json'), 'utf8')),
    );
    const spoken: Speaker = (language, text) => Promise.resolve(Buffer.from(`${language}:${text}`));
    const { made } = await makeVoices(voices, definition, spoken);
    const [first = ''] = made;
    const common = ['build', parts, '--key', key, '--version', '9', '--receiver', RECEIVER];
    common.push('--passphrase', letter);
    writeFileSync(join(voices, first), 'rekaman orang');
    const loud = join(desk, 'bersuara.bilik');
    expect(await packageCommand([...common, '--out', loud, '--voices', voices])).toBe(0);
    const booth = newFolder();
    const request = ['--package', loud, '--passphrase', letter, '--home', booth];
    expect(await deviceCommand(['prepare', ...request, '--device', 'booth-1'])).toBe(0);
    expect(said.at(-1)).toContain(`Suara / voices: ${made.length}`);
    expect(readFileSync(join(booth, 'voices', first), 'utf8')).toBe('rekaman orang');
    expect(spokenLanguages(readVoices(join(booth, 'voices'), shownContests(definition)))).toBe(3);
    // the station of that place takes the same package
    expect(await packageCommand(['check', loud, '--passphrase', letter])).toBe(0);
    rmSync(join(voices, 'voices.json'));
    expect(await packageCommand([...common, '--out', `${loud}2`, '--voices', voices])).toBe(1);
    expect(said.join('\n')).toContain('Rekam lagi');
  });

  test('announce: the paper for the door has the words that the station will show, and every key', async () => {
    const paper = join(desk, 'pengumuman.pdf');
    expect(await packageCommand(['announce', out, '--out', paper])).toBe(0);
    const { fingerprint, manifest } = must(openPackage(sourceOf(readFileSync(out))));
    const pdf = new PdfReading(readFileSync(paper));
    expectArchivable(pdf);
    expect(pdf.pageCount).toBe(1);
    const text = pdf.pages.join('');
    for (const said of [
      ...fingerprintWords(fingerprint).map((word) => word.toUpperCase()),
      hexGroups(fingerprint).join(' '),
      manifest.electionFingerprint,
      manifest.issuer,
      RECEIVER,
    ]) {
      expect(text).toContain(squeezed(said));
    }
    // the exercise's own lies beside its package, and its receiver waits for it
    expect(readFileSync(packageAnnouncementPath(prepared.home)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(publicKeyOf(receiverKey(receiverHome(prepared.home)))).toBe(
      must(openPackage(sourceOf(readFileSync(packagePath(prepared.home))))).manifest.receiver,
    );
  });

  test('load: by the station’s own process, as the village does it', () => {
    const home = newFolder();
    const bilik = (...parameters: string[]) =>
      execFileSync(
        process.execPath,
        [join(import.meta.dirname, '../apps/cli/bilik.mjs'), 'package', 'load', ...parameters],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      );
    const words = bilik('--package', out, '--home', home, '--passphrase', letter, '--exercise');
    expect(words).toMatch(/^16\.07\.01\.2003-001( [a-z]+){8}\n$/);
    expect(() => bilik('--package', out, '--home', newFolder(), '--passphrase', letter)).toThrow('LATIHAN');
  });
});
