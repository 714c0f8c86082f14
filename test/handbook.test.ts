import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '@bilik/words';
import { describe, expect, test } from 'vitest';
import {
  HANDBOOK_FOLDER,
  handbookPages,
  printHandbook,
  printTechnicianCard,
  TECHNICIAN_CARD,
} from '../apps/cli/src/handbook/handbook-command.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';

const PAGES = 10;
const PICTURE_LIMIT_BYTES = 60_000;

const CATALOGUES = [
  words.board,
  words.booth,
  words.common,
  words.desk,
  words.guide,
  words.logicTest,
  words.officer,
  words.pairing,
  words.parts,
  words.selfTest,
  words.setup,
];
const phrases: readonly string[] = CATALOGUES.flatMap(({ id }) => Object.values(id));

/** What stands in emphasis in a page: words of a screen, or a name that is none of ours. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, said = '']) => said);
const NOT_OURS = ['belenios-tool', 'chromium-policies.json', 'didengarnya'];
/** As a screen says it, whole, or with a name or figure at its end. */
const isOnScreen = (said: string): boolean =>
  phrases.some((phrase) => phrase === said || phrase.startsWith(`${said} {`));

describe('the committee’s handbook', () => {
  test('has ten pages on paper, one subject each', () => {
    const pages = handbookPages();
    expect(pages).toHaveLength(PAGES);
    for (const { file, text } of pages) expect(text.match(/^# /gm), file).toHaveLength(1);
    expect(new PdfReading(printHandbook()).pageCount).toBe(PAGES);
  });

  test('names only buttons and headings that stand on the screens', () => {
    const said = handbookPages().flatMap(({ text }) => quoted(text));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((one) => !NOT_OURS.includes(one) && !isOnScreen(one))).toEqual([]);
  });

  test('shows pictures that are there, each used, and none too large for a slow line', () => {
    const files = handbookPages().flatMap(({ text }) =>
      [...text.matchAll(/\]\((.+\.png)\)/g)].map(([, file = '']) => file),
    );
    expect(files.length).toBeGreaterThanOrEqual(PAGES);
    const readme = readFileSync(join(HANDBOOK_FOLDER, '..', '..', 'README.md'), 'utf8');
    const shown = [
      ...files,
      ...[...readme.matchAll(/handbook\/(pictures\/.+?\.png)/g)].map(([, file = '']) => file),
    ];
    const kept = readdirSync(join(HANDBOOK_FOLDER, 'pictures')).map((file) => `pictures/${file}`);
    expect(kept.filter((file) => !shown.includes(file))).toEqual([]);
    for (const file of files)
      expect(statSync(join(HANDBOOK_FOLDER, file)).size, file).toBeLessThanOrEqual(PICTURE_LIMIT_BYTES);
  });
});

describe('the technician’s card', () => {
  test('is one side of paper', () => {
    expect(new PdfReading(printTechnicianCard()).pageCount).toBe(1);
  });
  test('names only buttons and headings that stand on the screens', () => {
    const said = quoted(readFileSync(TECHNICIAN_CARD, 'utf8'));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((one) => !NOT_OURS.includes(one) && !isOnScreen(one))).toEqual([]);
  });
});
