import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexSha256, type Snapshot, snapshotText } from '@bilik/publication';
import { syntheticPicture, syntheticSnapshot } from '@bilik/publication/synthetic';
import { afterAll, describe, expect, test } from 'vitest';
import { findingsOf, named, runPortal } from '../../test/changed-site.ts';
import { LOG_KEY } from '../../test/made-site.ts';
import { type Liberties, publishUnchecked } from '../../test/unchecked-publication.ts';

const work = mkdtempSync(join(tmpdir(), 'bilik-lying-files-'));
afterAll(() => rmSync(work, { recursive: true }));
/** Paper alone, so that a site is checked in a moment. */
const made = syntheticSnapshot({ seed: 4, villages: 2, counted: 1, at: '2026-11-22T07:00:00Z' });
const PHOTO = made.snapshot.files.find(({ kind }) => kind === 'sheet-photo')?.sha256 ?? '';
const PATH = `berkas/${PHOTO}.png`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Publications whose data are the same and right; with each what whoever holds the key makes of its files. */
function published(name: string, ...changes: readonly (Liberties['change'] | undefined)[]): string {
  const root = join(work, name);
  let before: Snapshot | undefined;
  for (const [index, change] of changes.entries()) {
    const at = `2026-11-22T${String(7 + index).padStart(2, '0')}:00:00Z`;
    const previous = before === undefined ? null : hexSha256(snapshotText(before));
    const snapshot = { ...made.snapshot, at, number: index + 1, previous };
    publishUnchecked(root, snapshot, { files: made.files, ...(change && { change }) });
    before = snapshot;
  }
  return root;
}

const foundIn = async (root: string) => named((await findingsOf(root)).findings);
const nothing = () => {};

test('nothing changed: three publications past the writer are right, and nothing is left uncompared', async () => {
  const { out, code } = await runPortal(
    'check',
    published('right', ...Array(3).fill(nothing)),
    '--key',
    LOG_KEY,
  );
  expect(out).toContain('BENAR: semua');
  expect(code).toBe(0);
});

describe('evidence is what its name says', () => {
  const swap = (site: Map<string, Uint8Array>) => site.set(PATH, syntheticPicture(99_999));
  const remove = (site: Map<string, Uint8Array>) => site.delete(PATH);

  test('another photo under the name of a sheet’s, or none', async () => {
    expect(await foundIn(published('swapped', swap))).toEqual([`manifest not-as-named ${PATH}`]);
    expect(await foundIn(published('removed', remove))).toEqual([`manifest missing ${PATH}`]);
  });

  test('for one publication, and then the right one again', async () => {
    const root = published('swapped-between', nothing, swap, remove, nothing);
    expect(await foundIn(root)).toEqual([
      `manifest not-as-named arsip/000002/manifest#${PATH}`,
      `manifest missing arsip/000003/manifest#${PATH}`,
    ]);
  });
});

describe('a site is its data, their pages and their evidence, and nothing else', () => {
  test('a page of invented results beside the evidence', async () => {
    const root = published('page-below', (site) => {
      site.set('berkas/hasil-resmi.html', bytesOf('<h1>Calon 3 menang</h1>'));
    });
    expect(await foundIn(root)).toEqual(['manifest not-listed berkas/hasil-resmi.html']);
  });

  test('files that no data make, whatever they are called', async () => {
    const paths = ['daftar.zip', 'data/hasil.json', 'index.htm', 'keputusan.pdf', 'sw.js'];
    const root = published('more', (site) => {
      for (const path of paths) site.set(path, bytesOf('Calon 3 menang'));
    });
    expect(await foundIn(root)).toEqual(paths.map((path) => `pages not-listed ${path}`));
  });

  test('a checking page that says RIGHT of anything', async () => {
    const root = published('check-page', (site) => site.set('periksa.html', bytesOf('<h1>BENAR</h1>')));
    expect(await foundIn(root)).toEqual(['pages check-page-differs periksa.html']);
  });
});

describe('pages of publications before the newest', () => {
  const lie = (site: Map<string, Uint8Array>) => {
    site.set('index.html', bytesOf('<h1>Calon 3 menang</h1>'));
    site.set('menang.html', bytesOf('<h1>Calon 3 menang</h1>'));
    site.delete('koreksi.html');
  };

  test('a lie between two truths is named', async () => {
    expect(await foundIn(published('between', nothing, lie, nothing))).toEqual([
      'pages page-differs arsip/000002/manifest#index.html',
      'pages missing arsip/000002/manifest#koreksi.html',
      'pages not-listed arsip/000002/manifest#menang.html',
    ]);
  });

  test('before every truth it may come from another version of the program: it is noted with its pages, and the verdict says so', async () => {
    const root = published('from-the-first', lie, nothing);
    const { findings, notes, code } = await findingsOf(root);
    expect(findings).toEqual([]);
    expect(code).toBe(0);
    const paths = ['index.html', 'koreksi.html', 'menang.html'];
    expect(notes).toMatchObject([{ type: 'pages-of-another-version', number: 1, differing: 3, paths }]);
    const { out } = await runPortal('check', root, '--key', LOG_KEY, '--lang', 'en');
    expect(out).toContain('!! Publication 1: 3 of ');
    expect(out).toContain('(index.html, koreksi.html, menang.html)');
    expect(out).toContain('RIGHT as far as it can be compared');
  });

  test('the data that it lists are its snapshot’s, whatever version wrote it', async () => {
    const root = published('other-data', (site) => site.set('snapshot.json', bytesOf('{}')), nothing);
    writeFileSync(join(root, 'arsip/000001/snapshot.json'), snapshotText(made.snapshot));
    expect(await foundIn(root)).toEqual(['manifest changed arsip/000001/manifest#snapshot.json']);
  });
});

test('a person’s number in a stage’s note, written as no list of forms foresees', async () => {
  const root = join(work, 'words');
  const snapshot = structuredClone(made.snapshot);
  const [village] = snapshot.villages;
  if (village === undefined) throw new Error('a village');
  village.stage.note = { id: 'Pemilih 1607_9904/1195-0055 belum', en: 'x' };
  publishUnchecked(root, snapshot, { files: made.files });
  expect(await foundIn(root)).toEqual([`leaks person-number villages.${village.code}.stage.note.id`]);
});
