import { civilDate } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed, firstPlace, firstResult, present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { DIFFERENCE_RULES } from './difference.ts';
import { type Snapshot, snapshotSchema } from './schema.ts';
import { hexSha256, parseSnapshot, snapshotText } from './snapshot-text.ts';

const AT = '2026-11-22T08:00:00Z';
const whole = syntheticSnapshot({ seed: 3, villages: 20, counted: 1, at: AT }).snapshot;
const half = syntheticSnapshot({ seed: 3, villages: 20, counted: 0.5, at: AT }).snapshot;

/** A village whose winner is clear, and determined as such. */
function determined(): Snapshot {
  return changed(whole, (draft) => {
    const village = present(draft.villages.find(({ outcome }) => outcome?.type === 'winner'));
    const candidate = village.outcome?.type === 'winner' ? village.outcome.candidate : null;
    village.determination = { candidate, on: civilDate('2026-11-23'), document: '141/01/2026', reason: null };
    village.state = 'determined';
    const area = present(draft.subDistricts.find(({ code }) => village.code.startsWith(code)));
    area.totals.villages.determined += 1;
    draft.regency.totals.villages.determined += 1;
  });
}

describe('a snapshot that holds together', () => {
  test('nothing differs: complete, half counted, with a determination', () => {
    expect(checkSnapshot(whole)).toEqual([]);
    expect(checkSnapshot(half)).toEqual([]);
    expect(checkSnapshot(determined())).toEqual([]);
    expect(half.regency.totals.coverage.counted).toBeLessThan(half.regency.totals.coverage.expected);
    expect(half.villages.some(({ outcome }) => outcome?.type === 'incomplete')).toBe(true);
  });

  test('one content has one text, and only that is read', () => {
    const text = snapshotText(whole);
    expect(parseSnapshot(text)).toEqual({ ok: true, value: whole });
    expect(parseSnapshot(`${text}\n`)).toMatchObject({ error: { type: 'snapshot-not-canonical' } });
    expect(parseSnapshot('{')).toMatchObject({ error: { type: 'snapshot-not-json' } });
    expect(parseSnapshot(text.replace('"number":1', '"number":1,"internal":{}'))).toMatchObject({
      error: { type: 'snapshot-malformed' },
    });
    expect(hexSha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('a village’s reasons end with its winner and the votes that its places add up to', () => {
    const village = present(whole.villages.find(({ outcome }) => outcome?.type === 'winner'));
    if (village.outcome?.type !== 'winner') throw new Error('it has a winner');
    const { candidate, votes, steps } = village.outcome;
    const added = village.places.reduce(
      (sum, { result }) =>
        sum + (result?.figures.options.find(({ key }) => key === `c${candidate}`)?.votes ?? 0),
      0,
    );
    expect(votes).toBe(added);
    expect(steps.at(-1)?.sentence.id).toContain(String(votes));
  });
});

describe('every planted difference is named with its place', () => {
  const faults: readonly (readonly [string, keyof typeof DIFFERENCE_RULES, (draft: Snapshot) => void])[] = [
    [
      'one vote moved in a place',
      'sum',
      (draft) => {
        const [first, second] = firstResult(draft).figures.options;
        present(first).votes += 1;
        present(second).votes -= 1;
      },
    ],
    [
      'one vote more in place and part',
      'votes-add-up',
      (draft) => {
        present(firstResult(draft).figures.options[0]).votes += 1;
        present(firstResult(draft).parts[0]?.figures.options[0]).votes += 1;
      },
    ],
    [
      'a village sum',
      'sum',
      (draft) => {
        present(draft.villages[1]?.totals).valid += 1;
      },
    ],
    [
      'a sub-district sum',
      'sum',
      (draft) => {
        present(draft.subDistricts[0]).totals.users += 1;
      },
    ],
    [
      'the regency’s coverage',
      'sum',
      (draft) => {
        draft.regency.totals.coverage.counted -= 1;
      },
    ],
    [
      'more votes than users',
      'votes-within-users',
      (draft) => {
        firstResult(draft).figures.users = 1;
        present(firstResult(draft).parts[0]).figures.users = 1;
      },
    ],
    [
      'more came than stand on the list, where nobody else may vote',
      'users-within-list',
      (draft) => {
        const { registered, result } = firstPlace(draft);
        const users = registered.L + registered.P + 1;
        present(result).figures.users = users;
        present(result?.parts[0]).figures.users = users;
      },
    ],
    [
      'a quorum that nobody can reach',
      'rule-pack',
      (draft) => {
        present(draft.rulePacks[0]).settings.quorum.value = { numerator: 100, denominator: 1 };
      },
    ],
    [
      'another winner',
      'outcome',
      (draft) => {
        const village = present(draft.villages.find(({ outcome }) => outcome?.type === 'winner'));
        if (village.outcome?.type === 'winner')
          village.outcome.candidate = village.outcome.candidate === 1 ? 2 : 1;
      },
    ],
    [
      'another reason',
      'outcome',
      (draft) => {
        present(draft.villages[0]?.outcome?.steps[0]).sentence.id = 'Karena begitu.';
      },
    ],
    [
      'provisional called determined',
      'state',
      (draft) => {
        present(draft.villages[0]).state = 'determined';
      },
    ],
    [
      'candidates out of list order',
      'order',
      (draft) => {
        present(draft.villages[0]?.contest).candidates.reverse();
      },
    ],
    [
      'a village twice',
      'order',
      (draft) => {
        draft.villages.push(present(draft.villages[0]));
      },
    ],
    [
      'a place of another village',
      'area',
      (draft) => {
        firstPlace(draft).id = present(draft.villages[1]?.places[0]).id;
      },
    ],
    [
      'an unknown rule pack',
      'rule-pack',
      (draft) => {
        present(draft.villages[0]).rulePack = 'f'.repeat(64);
      },
    ],
    [
      'a sheet without a photo',
      'evidence',
      (draft) => {
        present(firstResult(draft).parts[0]).evidence.sheetPhotos = [];
      },
    ],
    [
      'one sheet twice in a place',
      'evidence',
      (draft) => {
        const { parts } = firstResult(draft);
        parts.push(structuredClone(present(parts[0])));
      },
    ],
    [
      'the sheet of one place in another',
      'evidence',
      (draft) => {
        const [one, two] = draft.villages.flatMap(({ places }) =>
          places.flatMap(({ result }) => result ?? []),
        );
        present(two?.parts[0]).evidence.sheetPhotos = present(one?.parts[0]).evidence.sheetPhotos;
      },
    ],
    [
      'the sheet of a place whose result is withheld in another',
      'evidence',
      (draft) => {
        const [one, two] = draft.villages.flatMap(({ places }) => places.filter(({ result }) => result));
        const { version, figures, parts } = present(one?.result);
        Object.assign(present(one), {
          result: null,
          withheld: { version, figures, parts, reason: 'Diperiksa.' },
        });
        present(two?.result?.parts[0]).evidence.sheetPhotos = present(parts[0]).evidence.sheetPhotos;
      },
    ],
    [
      'a void list beside a sheet',
      'evidence',
      (draft) => {
        present(firstResult(draft).parts[0]).evidence.voidList = 'd'.repeat(64);
      },
    ],
    [
      'a signed result beside a sheet',
      'evidence',
      (draft) => {
        present(firstResult(draft).parts[0]).evidence.signedResult = 'd'.repeat(64);
      },
    ],
    [
      'a portrait as a sheet',
      'evidence',
      (draft) => {
        const portrait = present(present(draft.villages[2]?.contest).candidates[0]?.photo);
        present(firstResult(draft).parts[0]).evidence.sheetPhotos = [portrait];
      },
    ],
    [
      'a file that nothing names',
      'evidence',
      (draft) => {
        draft.files.push({ sha256: 'f'.repeat(64), bytes: 1, kind: 'record', media: 'bel' });
      },
    ],
    [
      'a paper sheet in an electronic place',
      'evidence',
      (draft) => {
        firstPlace(draft).mode = 'electronic';
      },
    ],
    [
      'a second version without a correction',
      'correction',
      (draft) => {
        firstResult(draft).version = 2;
      },
    ],
    [
      'a correction of nothing',
      'correction',
      (draft) => {
        const { figures } = firstResult(draft);
        draft.corrections.push({
          place: firstPlace(draft).id,
          version: 2,
          at: AT,
          reason: 'Salah ketik',
          before: figures,
          after: figures,
        });
      },
    ],
    [
      'an option that is no candidate',
      'options-of-contest',
      (draft) => {
        present(firstResult(draft).figures.options[0]).key = 'c9';
      },
    ],
  ];

  test.each(faults)('%s', (_name, rule, change) => {
    expect(checkSnapshot(changed(whole, change)).map((difference) => difference.rule)).toContain(rule);
  });

  test('a determination of somebody whom the figures do not name', () => {
    const wrong = changed(determined(), (draft) => {
      const village = present(draft.villages.find(({ determination }) => determination !== null));
      present(village.determination).candidate =
        village.outcome?.type === 'winner' && village.outcome.candidate === 1 ? 2 : 1;
    });
    expect(checkSnapshot(wrong).map(({ rule }) => rule)).toEqual(['determination']);
  });

  test('a correction that is whole is right: before, after, reason, version', () => {
    const corrected = changed(whole, (draft) => {
      const result = firstResult(draft);
      result.version = 2;
      const before = structuredClone(result.figures);
      before.invalid -= 1;
      before.total -= 1;
      draft.corrections.push({
        place: firstPlace(draft).id,
        version: 2,
        at: AT,
        reason: 'Salah baca',
        before,
        after: result.figures,
      });
    });
    expect(checkSnapshot(corrected)).toEqual([]);
  });
});

test('where the event posts a key, a sheet without its code is no evidence', () => {
  const posted = structuredClone(whole);
  posted.event.sheetKey = { signingKey: `${'A'.repeat(43)}=`, electionFingerprint: 'A'.repeat(43) };
  const parts = posted.villages.flatMap(({ places }) => places.flatMap(({ result }) => result?.parts ?? []));
  const sheets = parts.filter(({ source }) => source === 'sheet');
  for (const { evidence } of sheets) evidence.code = 'kode';
  expect(checkSnapshot(posted)).toEqual([]);
  const [first] = firstResult(posted).parts;
  present(first).evidence.code = null;
  expect(checkSnapshot(posted)).toMatchObject([{ rule: 'evidence', written: '', expected: 'code' }]);
});

test('any figure changed by itself anywhere is found', () => {
  const numbers: (readonly (string | number)[])[] = [];
  const collect = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'number') numbers.push(path);
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) collect(item, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) collect(item, [...path, key]);
    }
  };
  collect({ villages: half.villages, subDistricts: half.subDistricts, regency: half.regency }, []);
  let found = 0;
  fc.assert(
    fc.property(fc.nat(numbers.length - 1), fc.integer({ min: 1, max: 50 }), (index, by) => {
      const path = present(numbers[index]);
      const draft: unknown = structuredClone(half);
      const parent = path.slice(0, -1).reduce((value, key) => Reflect.get(Object(value), key), draft);
      const key = present(path.at(-1));
      Reflect.set(Object(parent), key, Number(Reflect.get(Object(parent), key)) + by);
      const parsed = snapshotSchema.safeParse(draft);
      if (parsed.success) expect(checkSnapshot(parsed.data), path.join('.')).not.toEqual([]);
      found += 1;
    }),
    { numRuns: 60, seed: 12 },
  );
  expect(found).toBe(60);
});

describe('what was counted once is a part once', () => {
  const faultsOf = (change: (draft: Snapshot) => void) =>
    checkSnapshot(changed(whole, change))
      .filter(({ rule, field }) => rule === 'evidence' && field !== 'files')
      .map(({ field, expected }) => `${field} ${expected}`);
  const electronic = (draft: Snapshot, source: 'trustees' | 'slip-count', record: string | null) => {
    const part = present(firstResult(draft).parts[0]);
    firstPlace(draft).mode = 'electronic';
    part.source = source;
    const voidList = 'b'.repeat(64);
    Object.assign(part.evidence, { record, voidList, signedResult: 'e'.repeat(64), sheetPhotos: [] });
    return part;
  };
  const group = (draft: Snapshot, signedResult: string) => {
    const part = structuredClone(present(firstResult(draft).parts[0]));
    part.source = 'mobile-group';
    Object.assign(part.evidence, { record: null, voidList: null, signedResult, sheetPhotos: [] });
    firstResult(draft).parts.push(part);
  };

  test('a sealed record beside slips that were counted by hand, and a mobile group beside it, are right', () => {
    expect(faultsOf((draft) => void electronic(draft, 'slip-count', 'd'.repeat(64)))).toEqual([]);
    const both = faultsOf((draft) => {
      electronic(draft, 'trustees', 'd'.repeat(64));
      group(draft, 'e'.repeat(64));
    });
    expect(both).toEqual([]);
  });

  test('without record, without the same signed result, twice: each is named at its part', () => {
    const at = `places.${firstPlace(whole).id}`;
    expect(faultsOf((draft) => void electronic(draft, 'slip-count', null))).toEqual([
      `${at}.parts.0.evidence record`,
    ]);
    const foreign = faultsOf((draft) => {
      electronic(draft, 'trustees', 'd'.repeat(64));
      group(draft, 'c'.repeat(64));
    });
    expect(foreign).toEqual([`${at}.parts.1.evidence record of the same signed result`]);
    const twice = faultsOf((draft) => {
      electronic(draft, 'trustees', 'd'.repeat(64));
      const { parts } = firstResult(draft);
      parts.push(structuredClone(present(parts[0])));
    });
    expect(twice).toEqual([`${at}.parts ["trustees"]`, `${at}.parts.0.evidence `, `${at}.parts.1.evidence `]);
  });
});
