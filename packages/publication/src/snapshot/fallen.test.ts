import { civilDateSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { assembleSnapshot } from './assemble.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { contradictions } from './follow-on.ts';
import type { PublishedVillage, Snapshot } from './schema.ts';

const first = syntheticSnapshot({ seed: 3, villages: 3, counted: 1, at: '2026-11-22T08:00:00Z' }).snapshot;

const { code, outcome } = present(first.villages.find((village) => village.outcome?.type === 'winner'));
if (outcome?.type !== 'winner') throw new Error('nobody wins in the made-up snapshot');
const villageOf = ({ villages }: Snapshot) => present(villages.find((village) => village.code === code));
type Determination = NonNullable<PublishedVillage['determination']>;
const day = (date: string) => civilDateSchema.parse(date);
const minutes: Determination = {
  ...{ candidate: outcome.candidate, on: day('2026-11-23'), reason: null },
  document: 'Berita acara 0123456789abcdef',
};
const decree: Determination = { ...minutes, on: day('2026-12-01'), document: '141/77/2026' };

/** The next snapshot, as the office assembles it. */
function nextOf(previous: Snapshot, determination: Determination | null, reopenedWhy?: string): Snapshot {
  const { kind, at, event, corrections, regency, villages, subDistricts, rulePacks, files } = previous;
  const rulePack = present(rulePacks[0]);
  return assembleSnapshot({
    ...{ kind, at, event, corrections, previous, regency: { code: regency.code, name: regency.name } },
    subDistricts: subDistricts.map((subDistrict) => ({ code: subDistrict.code, name: subDistrict.name })),
    villages: villages.map((village) => {
      const facts = { ...village, rulePack };
      return village.code === code ? { ...facts, determination, reopenedWhy } : facts;
    }),
    fileFacts: (sha256) => present(files.find((file) => file.sha256 === sha256)),
  });
}

describe('whoever was declared elected', () => {
  const declared = nextOf(first, minutes);

  test('stays so; a decree follows on the minutes', () => {
    expect(villageOf(declared)).toMatchObject({ state: 'determined', determination: minutes });
    const decreed = nextOf(declared, decree);
    expect(villageOf(decreed).fallen).toBeUndefined();
    for (const [before, after] of [
      [first, declared],
      [declared, nextOf(declared, minutes)],
      [declared, decreed],
    ] as const) {
      expect(checkSnapshot(after)).toEqual([]);
      expect(contradictions(before, after)).toEqual([]);
    }
  });

  test('is named with the reason when it is taken back, and stays named', () => {
    const reopened = nextOf(declared, null, 'Keberatan diterima.');
    const fallen = [{ ...minutes, at: first.at, why: 'Keberatan diterima.' }];
    expect(villageOf(reopened)).toMatchObject({ state: 'provisional', determination: null, fallen });
    expect(contradictions(declared, reopened)).toEqual([]);
    const again = nextOf(reopened, minutes, 'Keberatan diterima.');
    expect(villageOf(again)).toMatchObject({ determination: minutes, fallen });
    expect(contradictions(reopened, again)).toEqual([]);
    const other = nextOf(again, decree);
    const moved = nextOf(other, { ...decree, document: '141/78/2026' });
    expect(villageOf(moved).fallen).toMatchObject([...fallen, { document: '141/77/2026' }]);
    expect(contradictions(other, moved)).toEqual([]);
  });

  test.each<readonly [string, (village: PublishedVillage) => void]>([
    ['vanishes', (village) => Object.assign(village, { determination: null, state: 'provisional' })],
    ['becomes another', (village) => Object.assign(present(village.determination), { candidate: 9 })],
    ['becomes nobody', (village) => Object.assign(present(village.determination), { candidate: null })],
    ['has another day', (village) => Object.assign(present(village.determination), { on: '2026-11-24' })],
    [
      'is said to have fallen though it stands',
      (village) => {
        village.fallen = [{ ...minutes, at: first.at, why: 'Tidak ada.' }];
      },
    ],
  ])('in silence it is found when it %s', (_what, change) => {
    const draft = structuredClone(declared);
    change(villageOf(draft));
    expect(contradictions(declared, draft).map(({ field }) => field)).toContain(`villages.${code}.fallen`);
  });

  test('what fell is not rewritten', () => {
    const reopened = nextOf(declared, null, 'Keberatan diterima.');
    const draft = structuredClone(reopened);
    present(villageOf(draft).fallen?.[0]).why = 'Salah ketik.';
    expect(contradictions(reopened, draft).map(({ field }) => field)).toEqual([`villages.${code}.fallen`]);
    const lied = structuredClone(reopened);
    present(villageOf(lied).fallen?.[0]).candidate = 9;
    expect(contradictions(declared, lied).map(({ field }) => field)).toEqual([`villages.${code}.fallen.0`]);
  });
});
