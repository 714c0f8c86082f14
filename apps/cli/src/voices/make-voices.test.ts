import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shownContests } from '@bilik/election';
import { tps01, tps02 } from '@bilik/election/fixtures';
import { BOOTH_LANGUAGES } from '@bilik/words';
import { voiceClips } from '@bilik/words/voice';
import { optionClip, VOICE_FILE, voiceFile } from '@bilik/words/voice-keys';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkVoices, espeak, makeVoices, type Speaker } from './make-voices.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-voices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const definition = tps01.definition;
const [contest] = shownContests(definition);
/** Speaks letters instead of sounds, so that a test can read what was said. */
const letters: Speaker = (language, text) => Promise.resolve(Buffer.from(`${language}:${text}`));
const firstOption = voiceFile('id', optionClip(contest?.id ?? '', 'c1'));
const nextCandidate = (name: string): typeof definition => ({
  ...definition,
  contests: definition.contests.map((one) => ({
    ...one,
    candidates: one.candidates.map((candidate) =>
      candidate.number === 1 ? { ...candidate, name } : candidate,
    ),
  })),
});

test('every sentence, candidate and digit is made once in each language, under a name of the closed set', async () => {
  const standing = await makeVoices(folder, definition, letters);
  const expected = BOOTH_LANGUAGES.flatMap((language) =>
    voiceClips(language, shownContests(definition)).map(({ key }) => voiceFile(language, key)),
  );
  expect(new Set(expected).size).toBe(expected.length);
  expect(standing).toEqual({ made: expected, recorded: [], stale: [], missing: [] });
  expect(readdirSync(folder).sort()).toEqual([...expected, 'voices.json'].sort());
  for (const file of expected) expect(file).toMatch(VOICE_FILE);
  expect(readFileSync(join(folder, firstOption), 'utf8')).toContain(
    definition.contests[0]?.candidates[0]?.name,
  );
});

test('a second run makes nothing again; another name makes that clip alone', async () => {
  await makeVoices(folder, definition, letters);
  const said: string[] = [];
  const listening: Speaker = (language, text) => {
    said.push(text);
    return letters(language, text);
  };
  await makeVoices(folder, definition, listening);
  expect(said).toEqual([]);
  await makeVoices(folder, nextCandidate('Calon Baru'), listening);
  expect(said).toHaveLength(BOOTH_LANGUAGES.length);
  for (const text of said) expect(text).toContain('Calon Baru');
});

test('a recording by a person stays; when its words change it is called stale and is not overwritten', async () => {
  await makeVoices(folder, definition, letters);
  writeFileSync(join(folder, firstOption), 'suara orang');
  expect((await makeVoices(folder, definition, letters)).recorded).toEqual([firstOption]);
  const renamed = nextCandidate('Calon Baru');
  expect(checkVoices(folder, renamed).stale).toEqual([firstOption]);
  expect((await makeVoices(folder, renamed, letters)).stale).toEqual([firstOption]);
  expect(readFileSync(join(folder, firstOption), 'utf8')).toBe('suara orang');
  rmSync(join(folder, firstOption));
  expect((await makeVoices(folder, renamed, letters)).stale).toEqual([]);
});

test('a file of which no list says the words is stale, a lost one is missing', async () => {
  await makeVoices(folder, definition, letters);
  rmSync(join(folder, firstOption));
  expect(checkVoices(folder, definition).missing).toEqual([firstOption]);
  rmSync(join(folder, 'voices.json'));
  expect(checkVoices(folder, definition).stale.length).toBeGreaterThan(100);
});

test('espeak-ng speaks: a WAV file, longer for more words, and a name that begins with a dash is no option', async () => {
  const short = await espeak('id', 'Ya.');
  const long = await espeak('plm', '--help, calon nomor satu, Muhammad Yusuf Effendi bin Abdullah.');
  for (const bytes of [short, long]) {
    expect(Buffer.from(bytes).subarray(0, 4).toString()).toBe('RIFF');
    expect(Buffer.from(bytes).subarray(8, 12).toString()).toBe('WAVE');
    expect(Buffer.from(bytes).readUInt32LE(40)).toBeLessThanOrEqual(bytes.length - 44);
    expect(Buffer.from(bytes).readUInt32LE(40)).toBeGreaterThan(2_000);
  }
  expect(long.length).toBeGreaterThan(2 * short.length);
});

test('names of the longest kind fit in a file name', async () => {
  await makeVoices(folder, tps02.definition, letters);
  expect(statSync(join(folder, 'voices.json')).size).toBeLessThan(200_000);
});
