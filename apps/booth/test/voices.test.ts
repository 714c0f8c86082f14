import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { voiceClips } from '@bilik/words/voice';
import { voiceFile } from '@bilik/words/voice-keys';
import { afterAll, expect, test } from 'vitest';
import { readVoices } from '../src/voices.ts';

const root = mkdtempSync(join(tmpdir(), 'bilik-voices-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CONTESTS = [
  {
    id: 'kepala-desa',
    title: { id: 'Kepala Desa', en: 'Village head' },
    options: [{ key: 'c1', number: 1, name: 'Sari' }],
  },
] as const;

const FILES = voiceClips('id', CONTESTS).map(({ key }) => voiceFile('id', key));

/** A folder with every Indonesian clip. */
function wholeFolder(): string {
  const folder = mkdtempSync(join(root, 'voices-'));
  for (const file of FILES) writeFileSync(join(folder, file), 'RIFF');
  return folder;
}

test('a whole language is read, another one is left out, and what has another name is not looked at', () => {
  const folder = wholeFolder();
  execFileSync('mkfifo', [join(folder, 'voice-id-somewhere-else.wav')]);
  expect([...readVoices(folder, CONTESTS).keys()].sort()).toEqual([...FILES].sort());
});

test.each<[string, (path: string) => void]>([
  ['missing', () => undefined],
  ['a pipe that nobody writes to', (path) => void execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdirSync(path)],
  [
    'longer than any speech',
    (path) => {
      writeFileSync(path, '');
      truncateSync(path, 3_000_000_000);
    },
  ],
])(
  'one clip that is %s: the language is left out whole, and the booth opens (attack I10)',
  (_what, plant) => {
    const folder = wholeFolder();
    const [file = ''] = FILES;
    rmSync(join(folder, file));
    plant(join(folder, file));
    expect([...readVoices(folder, CONTESTS).keys()]).toEqual([]);
  },
);
