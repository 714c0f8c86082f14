import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexSha256, noteSigner, type Snapshot, snapshotText } from '@bilik/publication';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { afterAll, describe, expect, test } from 'vitest';
import { readSite } from './published-site.ts';
import { type WriteStep, writeSite } from './write-site.ts';

const root = mkdtempSync(join(tmpdir(), 'bilik-portal-'));
afterAll(() => rmSync(root, { recursive: true }));

const signer = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(5));
const first = syntheticSnapshot({ seed: 1, villages: 3, counted: 0.5, at: '2026-11-22T07:00:00Z' });
const second = syntheticSnapshot({
  seed: 1,
  villages: 3,
  counted: 1,
  at: '2026-11-22T08:00:00Z',
  previous: first.snapshot,
});

let folders = 0;
/** A folder as the office writes it. */
function folderOf(snapshot: Snapshot, files: ReadonlyMap<string, Uint8Array>): string {
  folders += 1;
  const folder = join(root, `snapshot-${folders}`);
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'snapshot.json'), snapshotText(snapshot));
  for (const [sha256, bytes] of files) writeFileSync(join(folder, 'files', sha256), bytes);
  return folder;
}

const firstFolder = folderOf(first.snapshot, first.files);
const secondFolder = folderOf(second.snapshot, second.files);
const publish = (folder: string, out: string, afterStep?: (step: WriteStep) => void) =>
  writeSite({ folder, out, signer, checkPage: '<!doctype html>', ...(afterStep && { afterStep }) });

/** Tries to publish words that stand beside a village's stage. */
function publishNote(id: string) {
  const wrong = structuredClone(first.snapshot);
  const [village] = wrong.villages;
  if (village === undefined) throw new Error('a village');
  village.stage.note = { id, en: 'a note' };
  return publish(folderOf(wrong, first.files), join(root, 'fresh'));
}

/** Every byte of a folder, as one hash. */
function wholeOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return hexSha256(
    files.map((path) => `${path.slice(folder.length)} ${hexSha256(readFileSync(path))}`).join('\n'),
  );
}

describe('publishing', () => {
  const out = join(root, 'site');

  test('a first snapshot, then a second one; asking again publishes nothing twice', async () => {
    expect(await publish(firstFolder, out)).toMatchObject({ ok: true, value: { number: 1, isNew: true } });
    const site = readSite(out, signer);
    const files = first.files.size;
    expect(site).toMatchObject({ ok: true, value: { manifest: { number: 1, previous: null } } });
    const before = wholeOf(out);
    expect(await publish(firstFolder, out)).toMatchObject({ ok: true, value: { isNew: false } });
    expect(wholeOf(out)).toBe(before);
    expect(await publish(secondFolder, out)).toMatchObject({ ok: true, value: { number: 2, isNew: true } });
    const next = readSite(out, signer);
    if (!site.ok || !next.ok || site.value === undefined || next.value === undefined)
      throw new Error('a site');
    expect(next.value.manifest.previous).toBe(site.value.manifestHash);
    expect(next.value.entries.slice(0, site.value.entries.length)).toEqual(site.value.entries);
    // of the first only the files that it names; of the second only those that are new
    expect(next.value.entries.length).toBeLessThanOrEqual(files + second.files.size + 2);
    expect(hexSha256(readFileSync(join(out, 'arsip', '000001', 'manifest')))).toBe(site.value.manifestHash);
    expect(readdirSync(root).filter((name) => name.startsWith('site.'))).toEqual([]);
  });

  test.each([
    [
      'a snapshot twice removed',
      async () => publish(secondFolder, join(root, 'other')),
      'snapshot-out-of-order',
    ],
    ['no snapshot', async () => publish(join(root, 'nowhere'), join(root, 'other')), 'snapshot-missing'],
    [
      'another history of the same number',
      async () => {
        const other = syntheticSnapshot({ seed: 2, villages: 3, counted: 1, at: '2026-11-22T09:00:00Z' });
        const third = syntheticSnapshot({
          seed: 2,
          villages: 3,
          counted: 1,
          at: '2026-11-22T09:00:00Z',
          previous: { ...other.snapshot, number: 2 },
        });
        return publish(folderOf(third.snapshot, third.files), out);
      },
      'snapshot-of-other-history',
    ],
    [
      'a changed figure',
      async () => {
        const wrong = structuredClone(second.snapshot);
        wrong.regency.totals.valid += 1;
        return publish(folderOf(wrong, second.files), join(root, 'fresh'));
      },
      'snapshot-does-not-hold',
    ],
    [
      'a snapshot that holds together and changes the published one without corrections',
      async () => {
        const next = { villages: 3, counted: 1, at: '2026-11-22T08:00:00Z', previous: first.snapshot };
        const other = syntheticSnapshot({ seed: 2, ...next });
        await publish(firstFolder, join(root, 'silent'));
        return publish(folderOf(other.snapshot, other.files), join(root, 'silent'));
      },
      'snapshot-changes-in-silence',
    ],
    [
      'a file that is not there',
      async () => publish(folderOf(first.snapshot, new Map()), join(root, 'fresh')),
      'file-missing',
    ],
    [
      'a file with other bytes',
      async () =>
        publish(
          folderOf(
            first.snapshot,
            new Map([...first.files].map(([hash, bytes]) => [hash, bytes.map((byte) => byte ^ 1)])),
          ),
          join(root, 'fresh'),
        ),
      'file-differs',
    ],
    ['a NIK in a text', async () => publishNote('atas nama 1607990101900001'), 'words-not-public'],
    [
      'a NIK in a text, in other digits and glued to a letter',
      async () => publishNote('atas nama a１６０７/９９０１-０１９０ ０００１'),
      'words-not-public',
    ],
    ['words of the internal lane in a text', async () => publishNote('menurut hitung cepat'), 'leak'],
    [
      'a folder of somebody else',
      async () => {
        mkdirSync(join(root, 'photos'));
        writeFileSync(join(root, 'photos', 'a.txt'), 'mine');
        return publish(firstFolder, join(root, 'photos'));
      },
      'folder-is-no-site',
    ],
    [
      'a site whose log was cut',
      async () => {
        const damaged = join(root, 'damaged');
        await publish(firstFolder, damaged);
        rmSync(join(damaged, 'tile', 'entries'), { recursive: true });
        return publish(secondFolder, damaged);
      },
      'site-damaged',
    ],
  ])('%s: refused by name', async (_name, attempt, type) => {
    expect(await attempt()).toMatchObject({ ok: false, error: { type } });
  });
});

test('stopped after any step, the site is the old one or the new one to the byte, and the next call ends it', async () => {
  const reference = join(root, 'reference');
  await publish(firstFolder, reference);
  const old = wholeOf(reference);
  await publish(secondFolder, reference);
  const whole = wholeOf(reference);
  const steps: WriteStep[] = ['pages-staged', 'evidence-staged', 'log-staged', 'old-aside', 'new-in-place'];
  const seen: string[] = [];
  for (const stop of steps) {
    const out = join(root, `cut-${stop}`);
    await publish(firstFolder, out);
    const cut = publish(secondFolder, out, (step) => {
      if (step === stop) throw new Error('power cut');
    });
    await expect(cut).rejects.toThrow('power cut');
    // between the two renames the name is free, and the old site stands whole beside it
    const standing = stop === 'old-aside' ? `${out}.before` : out;
    seen.push(wholeOf(standing) === old ? 'old' : wholeOf(standing) === whole ? 'new' : 'broken');
    expect(await publish(secondFolder, out)).toMatchObject({ ok: true, value: { number: 2 } });
    expect(wholeOf(out)).toBe(whole);
  }
  expect(seen).toEqual(['old', 'old', 'old', 'old', 'new']);
});
