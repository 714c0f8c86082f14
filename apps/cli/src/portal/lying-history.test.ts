import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  checkSnapshot,
  contradictions,
  hexSha256,
  openCheckpoint,
  outcomeOf,
  type Snapshot,
  snapshotText,
  writeLogEntry,
} from '@bilik/publication';
import { afterAll, describe, expect, test } from 'vitest';
import { findingsOf, named, place } from '../../test/changed-site.ts';
import { LOG_SIGNER, madeSnapshot, publishOnto, publishSite } from '../../test/made-site.ts';
import { publishUnchecked } from '../../test/unchecked-publication.ts';

const all = madeSnapshot({ counted: 1 });
const sites: string[] = [];
afterAll(() => {
  for (const root of sites) rmSync(dirname(root), { recursive: true });
});

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the made-up snapshot has it');
  return value;
}

/** Entries of a site's log. */
function sizeOf(root: string): number {
  const opened = openCheckpoint(readFileSync(place(root, 'checkpoint'), 'utf8'), LOG_SIGNER);
  if (!opened.ok) throw new Error('the checkpoint');
  return opened.value.size;
}

/** The next snapshot with something changed by hand. */
function nextOf(before: Snapshot, at: string, change: (draft: Snapshot) => void = () => {}): Snapshot {
  const draft = structuredClone(all.snapshot);
  change(draft);
  return { ...draft, at, number: before.number + 1, previous: hexSha256(snapshotText(before)) };
}

/** What is found of a site whose office published the first, a lie past its own writer, and then something that holds again. */
async function between(lie: Snapshot, last: Snapshot): Promise<readonly string[]> {
  const root = publishSite('between', all);
  sites.push(root);
  publishUnchecked(root, lie);
  publishOnto(root, { snapshot: last, files: all.files });
  const { code, findings } = await findingsOf(root);
  expect(code).toBe(findings.length === 0 ? 0 : 1);
  return named(findings);
}

test('nothing changed between: the helper itself makes a right site', async () => {
  const same = nextOf(all.snapshot, '2026-11-22T08:00:00Z');
  expect(await between(same, nextOf(same, '2026-11-22T09:00:00Z'))).toEqual([]);
});

test('a publication with votes too many, and then the right ones again', async () => {
  const lie = nextOf(all.snapshot, '2026-11-22T08:00:00Z', ({ villages }) => {
    const totals = present(villages[1]?.totals);
    present(totals.options[0]).votes += 5000;
    totals.valid += 5000;
  });
  const back = nextOf(lie, '2026-11-22T09:00:00Z');
  expect(contradictions(lie, back)).toEqual([]);
  const village = present(all.snapshot.villages[1]).code;
  expect(await between(lie, back)).toContain(`history differs villages.${village}.totals.valid`);
});

test('polling places that stand under another village for one publication, and come back with names and photos exchanged', async () => {
  const parked = nextOf(all.snapshot, '2026-11-22T08:00:00Z', ({ villages }) => {
    const [from, to] = [present(villages[1]), present(villages[2])];
    to.places.push(...from.places);
    from.places = [];
  });
  const exchanged = nextOf(parked, '2026-11-22T09:00:00Z', ({ villages }) => {
    const village = present(villages[1]);
    const [one, two] = present(village.contest).candidates;
    const [first, second] = [present(one), present(two)];
    [first.name, second.name] = [second.name, first.name];
    [first.photo, second.photo] = [second.photo, first.photo];
    village.outcome = outcomeOf(village, present(all.snapshot.rulePacks[0])) ?? null;
  });
  expect(checkSnapshot(exchanged)).toEqual([]);
  const { code, places } = present(all.snapshot.villages[1]);
  const root = publishSite('parked', all);
  sites.push(root);
  publishUnchecked(root, parked);
  publishUnchecked(root, exchanged);
  const found = named((await findingsOf(root)).findings);
  expect(found).toContain(`history differs places.${present(places[0]).id}`);
  expect(found).toContain(`history differs villages.${code}.places`);
});

test('a kind, a moment that goes back: named also where the writer was passed', async () => {
  const lie = nextOf(all.snapshot, '2026-11-20T08:00:00Z', (draft) => {
    draft.event.id = 'lain';
  });
  const root = publishSite('event', all);
  sites.push(root);
  publishUnchecked(root, { ...lie, kind: 'real' });
  const found = named((await findingsOf(root)).findings);
  for (const field of ['kind', 'event.id', 'at']) expect(found).toContain(`history differs ${field}`);
});

describe('the log keeps what was taken out of the history', () => {
  test('a publication, and another under its number: the first stands in the log', async () => {
    const root = publishSite('taken-out', all);
    sites.push(root);
    publishUnchecked(root, nextOf(all.snapshot, '2026-11-22T08:00:00Z'));
    expect((await findingsOf(root)).findings).toEqual([]);
    const size = sizeOf(root);
    publishUnchecked(root, nextOf(all.snapshot, '2026-11-22T09:00:00Z'), { after: 1 });
    expect(named((await findingsOf(root)).findings)).toEqual([
      `history foreign-entry tile/entries#${size - 1}`,
    ]);
  });

  test('all of it, and another event begins in the same log', async () => {
    const root = publishSite('begun-anew', all);
    sites.push(root);
    const size = sizeOf(root);
    const other = structuredClone(all.snapshot);
    other.event.id = 'pemilihan-lain';
    publishUnchecked(root, other, { after: 0 });
    // its files are those of the new publication; the manifest that named them is not
    expect(named((await findingsOf(root)).findings)).toEqual([
      `history foreign-entry tile/entries#${size - 1}`,
    ]);
  });

  test('what is no entry, a file that no publication lists, a manifest of another number', async () => {
    const root = publishSite('no-entry', all);
    sites.push(root);
    const size = sizeOf(root);
    const entries = [
      new TextEncoder().encode('Calon 3 menang di semua TPS'),
      writeLogEntry({ kind: 'file', sha256: 'ab'.repeat(32), bytes: 7 }),
      writeLogEntry({ kind: 'manifest', number: 9, sha256: 'ab'.repeat(32) }),
    ];
    publishUnchecked(root, nextOf(all.snapshot, '2026-11-22T08:00:00Z'), { entries });
    expect(named((await findingsOf(root)).findings)).toEqual(
      entries.map((_, index) => `history foreign-entry tile/entries#${size + index}`),
    );
  });
});
