import { expect, test } from 'vitest';
import {
  definitionFingerprintText,
  definitionText,
  parseElectionDefinition,
  parseElectionDefinitionText,
} from './definition-text.ts';
import { tps01, tps02, tps03, tps04 } from './fixtures/index.ts';
import { pathText } from './schema-problem.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A fresh copy of TPS 01 that a test may damage. */
function copy(): Json {
  return JSON.parse(definitionText(tps01.definition));
}

/** Sets the value at a path; `undefined` removes the field. */
function damaged(path: readonly (string | number)[], value: Json | undefined): Json {
  const root = copy();
  let place = root;
  for (const step of path.slice(0, -1)) place = inside(place, step);
  const last = path.at(-1) ?? '';
  if (Array.isArray(place) && typeof last === 'number' && value !== undefined) place[last] = value;
  else if (isGroup(place) && value === undefined) delete place[String(last)];
  else if (isGroup(place) && value !== undefined) place[String(last)] = value;
  else throw new Error(`no such place: ${pathText(path)}`);
  return root;
}

function isGroup(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inside(value: Json, step: string | number): Json {
  const next = Array.isArray(value) ? value[Number(step)] : isGroup(value) ? value[String(step)] : undefined;
  if (next === undefined) throw new Error(`no such step: ${step}`);
  return next;
}

function problemsOf(input: unknown): readonly string[] {
  const parsed = parseElectionDefinition(input);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`);
}

const A = 'a'.repeat(64);
const contest = (changes: Record<string, Json>): Json => {
  const first = inside(inside(copy(), 'contests'), 0);
  return isGroup(first) ? { ...first, ...changes } : null;
};
const candidates = (count: number): Json =>
  Array.from({ length: count }, (_, position) => ({ number: position + 1, name: `Calon ${position + 1}` }));
const person = (role: string, id: string): Json => ({ role, id, name: 'Orang' });
const trustees = (threshold: number, interests: readonly string[]): Json => ({
  threshold,
  members: interests.map((interest, position) => ({ id: `p-${position}`, name: 'Pemegang', interest })),
});

/** Where it is damaged, with what, and the problem that must be among those found. */
const DAMAGES: readonly (readonly [(string | number)[], Json | undefined, string])[] = [
  [['format'], 'bilik/v2/election-definition', 'format not-a-choice'],
  [['format'], undefined, 'format not-a-choice'],
  [['kind'], 'rehearsal', 'kind not-a-choice'],
  [['kind'], undefined, 'kind not-a-choice'],
  [['event'], 'Gelombang 1', 'event slug'],
  [['title'], 'Pilkades', 'title wrong-type'],
  [['title', 'id'], '', 'title.id text-empty'],
  [['title', 'en'], undefined, 'title.en wrong-type'],
  [['title', 'id'], 'x'.repeat(201), 'title.id text-too-long'],
  [['title', 'id'], 'x'.repeat(100_000), 'title.id text-too-long'],
  [['title', 'id'], ' Pilkades', 'title.id text-untrimmed'],
  [['title', 'id'], 'Pil\nkades', 'title.id text-forbidden-character'],
  [['title', 'id'], 'Pil\u202ekades', 'title.id text-forbidden-character'],
  [['title', 'id'], 'Pil\ud800kades', 'title.id text-forbidden-character'],
  [['title', 'id'], 'Cafe\u0301', 'title.id text-not-nfc'],
  [['area', 'regency', 'code'], '1607', 'area.regency.code regency-code'],
  [['area', 'subDistrict', 'code'], '16.07.1', 'area.subDistrict.code sub-district-code'],
  [['area', 'subDistrict', 'code'], '16.08.01', 'area.subDistrict.code area-not-nested'],
  [['area', 'village', 'code'], '16.07.01.4001', 'area.village.code village-code'],
  [['area', 'village', 'code'], '1607012001', 'area.village.code village-code'],
  [['area', 'village', 'code'], '16.07.02.2901', 'area.village.code area-not-nested'],
  [['area', 'village', 'code'], '16.07.01.1901', 'contests[0].office kelurahan-does-not-elect'],
  [['area', 'village', 'code'], '16.07.01.2999', 'pollingPlace.id place-id-differs'],
  [['area', 'hamlets'], [], 'area.hamlets too-small'],
  [['area', 'hamlets', 1, 'name'], 'DUSUN I', 'area.hamlets[1].name hamlet-repeated'],
  [['area', 'hamlets', 1, 'number'], 1, 'area.hamlets[1].number hamlet-repeated'],
  [['area', 'province'], 'Sumatera Selatan', 'area.province unknown-field'],
  [['pollingPlace', 'id'], '16.07.01.2901-000', 'pollingPlace.id polling-place-id'],
  [['pollingPlace', 'id'], '16.07.01.2901-002', 'pollingPlace.id place-id-differs'],
  [['pollingPlace', 'number'], 1000, 'pollingPlace.number too-big'],
  [['pollingPlace', 'number'], 1.5, 'pollingPlace.number wrong-type'],
  [['pollingPlace', 'number'], '1', 'pollingPlace.number wrong-type'],
  [['voting', 'date'], '2026-02-29', 'voting.date civil-date'],
  [['voting', 'date'], '18-11-2026', 'voting.date civil-date'],
  [['voting', 'zone'], 'GMT', 'voting.zone not-a-choice'],
  [['voting', 'opens'], '24:00', 'voting.opens civil-time'],
  [['voting', 'closes'], '07:00', 'voting.closes closes-before-opening'],
  [['contests'], [], 'contests too-small'],
  [['contests'], [contest({}), contest({})], 'contests[1].id contest-repeated'],
  [['contests', 0, 'office'], 'mayor', 'contests[0].office not-a-choice'],
  [['contests', 0, 'candidates'], [], 'contests[0].candidates too-small'],
  [['contests', 0, 'candidates'], candidates(6), 'contests[0].candidates too-big'],
  [
    ['contests', 0, 'candidates', 1, 'number'],
    1,
    'contests[0].candidates[1].number candidate-number-repeated',
  ],
  [['contests', 0, 'candidates', 1, 'number'], 0, 'contests[0].candidates[1].number too-small'],
  [['contests', 0, 'candidates', 0, 'name'], 'x'.repeat(201), 'contests[0].candidates[0].name text-too-long'],
  [
    ['contests', 0, 'candidates', 0, 'photo'],
    { file: '../a.jpg', fingerprint: A },
    'contests[0].candidates[0].photo.file photo-file',
  ],
  [
    ['contests', 0, 'candidates', 0, 'photo'],
    { file: 'a.svg', fingerprint: A },
    'contests[0].candidates[0].photo.file photo-file',
  ],
  [
    ['contests', 0, 'candidates', 0, 'photo'],
    { file: 'a.jpg', fingerprint: 'A' },
    'contests[0].candidates[0].photo.fingerprint fingerprint',
  ],
  [['contests', 0, 'candidates', 0, 'party'], 'x', 'contests[0].candidates[0].party unknown-field'],
  [['rulePack', 'version'], 0, 'rulePack.version too-small'],
  [['rulePack', 'fingerprint'], `${A}0`, 'rulePack.fingerprint fingerprint'],
  [['voterList', 'fingerprint'], 'A'.repeat(64), 'voterList.fingerprint fingerprint'],
  [['voterList', 'registered', 'L'], -1, 'voterList.registered.L too-small'],
  [['voterList', 'registered', 'P'], 5001, 'voterList.registered.P too-big'],
  [['voterList', 'registered'], { L: 0, P: 0 }, 'voterList.registered nobody-registered'],
  [['people', 0, 'role'], 'mayor', 'people[0].role not-a-choice'],
  [['people', 0, 'role'], 'member', 'people one-chair'],
  [['people', 1, 'role'], 'chair', 'people one-chair'],
  [['people', 1, 'role'], 'supervisor', 'people two-members'],
  [['people', 1, 'id'], 'ketua', 'people[1].id person-repeated'],
  [['people', 6, 'represents', 'candidate'], 9, 'people[6].represents witness-without-candidate'],
  [['people', 6, 'represents', 'contest'], 'bupati', 'people[6].represents witness-without-candidate'],
  [['people', 7, 'represents', 'candidate'], 1, 'people[7].represents second-witness'],
  [['people', 6, 'represents'], undefined, 'people[6].represents wrong-type'],
  [
    ['people', 0, 'represents'],
    { contest: 'kepala-desa', candidate: 1 },
    'people[0].represents unknown-field',
  ],
  [['people'], [person('chair', 'a')], 'people too-small'],
  [['trustees', 'threshold'], 1, 'trustees.threshold too-small'],
  [['trustees', 'threshold'], 3, 'trustees.threshold threshold-too-high'],
  [['trustees', 'members', 1, 'id'], 'pemegang-1', 'trustees.members[1].id trustee-repeated'],
  [['trustees'], trustees(2, ['a', 'A', 'c']), 'trustees.members[1].interest interest-holds-too-much'],
  [
    ['trustees'],
    trustees(3, ['a', 'a', 'a', 'b', 'c']),
    'trustees.members[2].interest interest-holds-too-much',
  ],
  [
    ['trustees'],
    trustees(2, ['a', 'a', 'b', 'c', 'd']),
    'trustees.members[1].interest interest-holds-too-much',
  ],
  [['trustees'], trustees(2, ['a', 'b', 'c', 'd']), 'trustees.threshold threshold-too-low'],
  [['trustees'], trustees(2, ['a', 'b', 'c', 'd', 'e']), 'trustees.threshold threshold-too-low'],
  [['trustees'], trustees(7, Array.from('abcdefghijklmno')), 'trustees.threshold threshold-too-low'],
  [['trustees'], trustees(2, ['a', 'b']), 'trustees.members too-small'],
  [['tokenCards'], 9, 'tokenCards too-few-cards'],
  [['tokenCards'], 6001, 'tokenCards too-big'],
  [['booths'], 0, 'booths too-small'],
  [['desks'], 21, 'desks too-big'],
  [['desks'], undefined, 'desks wrong-type'],
  [['comment'], 'x', 'comment unknown-field'],
];

test.each(DAMAGES)(
  'a definition damaged at %j is refused and the place is named',
  (path, value, expected) => {
    expect(problemsOf(damaged(path, value))).toContain(expected);
  },
);

test.each<[string, (string | number)[], Json, readonly string[]]>([
  ['as many cards as voters', ['tokenCards'], 10, []],
  ['2 of 3, each another interest', ['trustees'], trustees(2, ['a', 'b', 'c']), []],
  ['3 of 4: two groups of three share one', ['trustees'], trustees(3, ['a', 'b', 'c', 'd']), []],
  ['8 of 15', ['trustees'], trustees(8, Array.from('abcdefghijklmno')), []],
  [
    '2 of 4: two groups of two share nobody',
    ['trustees'],
    trustees(2, ['a', 'b', 'c', 'd']),
    ['trustees.threshold threshold-too-low'],
  ],
  ['3 of 5, no interest with more than two', ['trustees'], trustees(3, ['a', 'a', 'b', 'b', 'c']), []],
  [
    '3 of 4: two of one interest could prevent',
    ['trustees'],
    trustees(3, ['a', 'a', 'b', 'c']),
    ['trustees.members[1].interest interest-holds-too-much'],
  ],
  [
    'all of them needed: said once',
    ['trustees'],
    trustees(3, ['a', 'a', 'a']),
    ['trustees.threshold threshold-too-high'],
  ],
  ['five candidates', ['contests', 0, 'candidates'], candidates(5), []],
  ['a name of 200 characters outside the basic plane', ['title', 'id'], '𝐴'.repeat(200), []],
  ['one of 201', ['title', 'id'], '𝐴'.repeat(201), ['title.id text-too-long']],
])('at the limit: %s', (_name, path, value, expected) => {
  expect(problemsOf(damaged(path, value))).toEqual(expected);
});

test('at least 40 damages are tried, and every fixture is sound', () => {
  expect(DAMAGES.length).toBeGreaterThanOrEqual(40);
  for (const { definition } of [tps01, tps02, tps03, tps04]) {
    expect(problemsOf(JSON.parse(definitionText(definition)))).toEqual([]);
  }
});

test('any field replaced by a value of another type, or removed, is refused at that field', () => {
  const paths: (string | number)[][] = [];
  const walk = (value: Json, path: (string | number)[]) => {
    if (path.length > 0) paths.push(path);
    if (Array.isArray(value))
      value.forEach((item, position) => {
        walk(item, [...path, position]);
      });
    else if (isGroup(value)) for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(copy(), []);
  let refused = 0;
  for (const path of paths) {
    for (const wrong of [null, true, -1, ['x'], { x: 1 }]) {
      const found = problemsOf(damaged(path, wrong));
      expect(found.some((problem) => problem.startsWith(pathText(path)))).toBe(true);
      refused += 1;
    }
    if (typeof path.at(-1) === 'string' && !pathText(path).endsWith('pollingPlace.name')) {
      expect(problemsOf(damaged(path, undefined)).length).toBeGreaterThan(0);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(500);
});

test('every error is listed at once, rules between fields too, each with a sentence in both languages', () => {
  const root = copy();
  if (!isGroup(root)) throw new Error('not a group');
  const parsed = parseElectionDefinition({
    ...root,
    kind: 'x',
    voting: { date: '2026-11-18', zone: 'WIB', opens: '13:00', closes: '07:00' },
    tokenCards: 3,
    contests: [
      contest({ candidates: candidates(6) }),
      contest({
        id: 'b',
        candidates: [
          { number: 1, name: 'A' },
          { number: 1, name: 'B' },
        ],
      }),
    ],
  });
  if (parsed.ok) throw new Error('accepted');
  expect(parsed.error.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'kind not-a-choice',
    'contests[0].candidates too-big',
    'voting.closes closes-before-opening',
    'contests[1].candidates[1].number candidate-number-repeated',
    'tokenCards too-few-cards',
  ]);
  for (const { sentence } of parsed.error) {
    expect(sentence.id.length).toBeGreaterThan(10);
    expect(sentence.en.length).toBeGreaterThan(10);
  }
});

test.each([null, undefined, 0, 'x', [], {}, new Map()])(
  '%j instead of a definition is refused, not thrown',
  (input) => {
    expect(parseElectionDefinition(input).ok).toBe(false);
  },
);

test('a key named __proto__ is an unknown field, not a prototype', () => {
  const text = definitionText(tps01.definition).replace('{"area"', '{"__proto__":{"kind":"real"},"area"');
  expect(problemsOf(JSON.parse(text))).toEqual(['__proto__ unknown-field']);
});

test('the canonical text reads back to the same definition; any other writing of it is refused', () => {
  const text = definitionText(tps02.definition);
  expect(parseElectionDefinitionText(text)).toEqual({ ok: true, value: tps02.definition });
  const codeOf = (changed: string) => {
    const parsed = parseElectionDefinitionText(changed);
    return parsed.ok ? 'accepted' : parsed.error[0]?.code;
  };
  expect(codeOf(` ${text}`)).toBe('not-canonical');
  expect(codeOf(text.replace('"booths":1', '"booths":1,"booths":1'))).toBe('not-canonical');
  expect(codeOf(text.replace('"booths":1', '"booths":1.0'))).toBe('not-canonical');
  expect(codeOf(text.replace('Balai', 'Bal\\u0061i'))).toBe('not-canonical');
  expect(codeOf(text.slice(0, -1))).toBe('not-json');
  expect(codeOf(`"${'x'.repeat(300_000)}"`)).toBe('document-too-long');
  expect(definitionFingerprintText(tps02.definition)).toContain(text);
});
