import { expect, test } from 'vitest';
import { civilDate, civilTime } from './civil-time.ts';
import { defaultRulePack } from './default-rule-pack.ts';
import type { ElectionDefinition } from './definition.ts';
import { checkAgainstRulePack } from './definition-law.ts';
import { contestFigures, type PollingPlaceFigures } from './figures.ts';
import { tps01, tps03 } from './fixtures/index.ts';
import { type RulePack, rulePackSchema } from './rule-pack.ts';
import { secrecyWarnings } from './secrecy.ts';

const base = tps01.definition;
const [contest] = base.contests;
if (contest === undefined) throw new Error('fixture changed');
const people = (L: number, P: number): Partial<ElectionDefinition> => ({
  voterList: { ...base.voterList, registered: { L, P } },
});
const found = (changes: Partial<ElectionDefinition>, rulePack: RulePack = defaultRulePack) =>
  checkAgainstRulePack({ ...base, ...people(100, 100), ...changes }, rulePack).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
const pack = (changes: object, settings: object = {}): RulePack =>
  rulePackSchema.parse({
    ...defaultRulePack,
    ...changes,
    settings: { ...defaultRulePack.settings, ...settings },
  });
const guess = (value: unknown) => ({ value, certainty: 'D', cites: [] });

test('a definition that fits its rule pack has no problem; the fixture is small and is warned about', () => {
  expect(found({})).toEqual([]);
  expect(found(people(5, 5))).toEqual(['warning place-small']);
});

test.each<[string, Partial<ElectionDefinition>, RulePack, string]>([
  ['another pack', {}, pack({ version: 3 }), 'error other-rule-pack'],
  ['another regency', {}, pack({ regency: '33.27' }), 'error other-regency'],
  [
    'before it holds',
    { voting: { ...base.voting, date: civilDate('2024-04-24') } },
    defaultRulePack,
    'error outside-validity',
  ],
  ['after it held', {}, pack({ validUntil: '2026-11-17' }), 'error outside-validity'],
  [
    'one candidate where consensus is the rule',
    { contests: [{ ...contest, candidates: contest.candidates.slice(0, 1) }] },
    pack({}, { singleCandidate: guess('consensus-without-vote') }),
    'error too-few-candidates',
  ],
  [
    'more candidates than the rule wants',
    {},
    pack({}, { candidates: guess({ fewest: 2, most: 2, registrationDays: 9, extensionDays: [] }) }),
    'error too-many-candidates',
  ],
  [
    'a place below the minimum',
    people(10, 9),
    pack({}, { smallPollingPlace: guess({ warnBelow: 30, refuseBelow: 20 }) }),
    'error place-too-small',
  ],
  ['a small place', people(15, 14), defaultRulePack, 'warning place-small'],
  ['a place above the cap', people(251, 250), defaultRulePack, 'warning place-above-cap'],
  [
    'other hours',
    { voting: { ...base.voting, closes: civilTime('14:00') } },
    defaultRulePack,
    'warning other-hours',
  ],
])('%s is found', (_name, changes, rulePack, expected) => {
  expect(found(changes, rulePack)).toEqual([expected]);
});

test('limits are met exactly: 30 voters are enough, 500 are not too many, one candidate meets the empty column', () => {
  expect(found(people(15, 15))).toEqual([]);
  expect(found(people(250, 250))).toEqual([]);
  expect(found({ contests: [{ ...contest, candidates: contest.candidates.slice(0, 1) }] })).toEqual([]);
  expect(found({ voting: { ...base.voting, date: civilDate('2024-04-25') } })).toEqual([]);
  expect(found({}, pack({ validUntil: '2026-11-18' }))).toEqual([]);
  const exactly = pack(
    {},
    {
      smallPollingPlace: guess({ warnBelow: 20, refuseBelow: 20 }),
      candidates: guess({ fewest: 3, most: 3, registrationDays: 9, extensionDays: [] }),
    },
  );
  expect(found(people(10, 10), exactly)).toEqual([]);
  expect(
    found({ contests: [{ ...contest, office: 'other', candidates: contest.candidates.slice(0, 1) }] }),
  ).toEqual([]);
});

test('few casts and unanimous results are warned about before they are published', () => {
  const warn = (casts: number, votes: readonly number[]) => {
    const figures: PollingPlaceFigures = {
      ...tps01.figures,
      casts,
      contests: [contestFigures(contest, votes, defaultRulePack)],
    };
    return secrecyWarnings(figures, defaultRulePack).map(({ code }) => code);
  };
  expect(warn(40, [20, 10, 9, 1])).toEqual([]);
  expect(warn(30, [20, 10, 0, 0])).toEqual([]);
  expect(warn(29, [20, 9, 0, 0])).toEqual(['few-casts']);
  expect(warn(40, [40, 0, 0, 0])).toEqual(['unanimous']);
  expect(warn(3, [0, 0, 0, 3])).toEqual(['few-casts', 'unanimous']);
  expect(secrecyWarnings(tps03.figures, defaultRulePack)).toEqual([]);
});
