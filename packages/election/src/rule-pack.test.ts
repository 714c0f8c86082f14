import { expect, test } from 'vitest';
import { defaultRulePack } from './default-rule-pack.ts';
import { type LawText, lawText } from './law-text.ts';
import type { RulePack } from './rule-pack.ts';
import { parseRulePack, rulePackFingerprintText, rulePackText } from './rule-pack-text.ts';
import { rulePackVariants } from './rule-pack-variants.ts';

const packs = [defaultRulePack, ...rulePackVariants];
const problems = (input: unknown) => {
  const parsed = parseRulePack(input);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`);
};
const changed = (name: keyof RulePack['settings'], change: object) => ({
  ...defaultRulePack,
  settings: { ...defaultRulePack.settings, [name]: { ...defaultRulePack.settings[name], ...change } },
});

test.each(packs)('rule pack $id is sound, cites what it says it read, and is no other pack', (pack) => {
  expect(problems(JSON.parse(rulePackText(pack)))).toEqual([]);
  expect(packs.filter((other) => rulePackFingerprintText(other) === rulePackFingerprintText(pack))).toEqual([
    pack,
  ]);
});

test('the default says how sure it is: no rule is marked as read without a source, and what nobody found is not invented', () => {
  const { settings } = defaultRulePack;
  expect(settings.emptyColumnWin).toMatchObject({ value: 'unknown', certainty: 'D' });
  expect(settings.singleCandidate.certainty).toBe('2');
  expect(settings.memberSignatures.certainty).toBe('G');
  for (const { certainty, cites } of Object.values(settings))
    if (certainty === 'S') expect(cites.length).toBeGreaterThan(0);
});

/** The names of regulations and of newspapers with a year: the same words in both languages. */
const SAME_IN_BOTH =
  /^(?:Permendagri|UU|PP|Perda Sleman|SE Mendagri) [0-9/A-Z]+(?:, 10 Desember 2020)?$|^(?:Radar Jogja|RMOL Jatim) 2020$/;

/** Texts of a pack that an Indonesian reader would meet in English. */
function onlyInEnglish({ citations, settings }: RulePack): LawText[] {
  const texts = [
    ...citations.flatMap(({ title, source }) => [title, source]),
    ...Object.values(settings).flatMap(({ note }) => note ?? []),
  ];
  return texts.filter((text) =>
    typeof text === 'string' ? !SAME_IN_BOTH.test(text) : lawText(text, 'id') === lawText(text, 'en'),
  );
}

test.each(packs)('rule pack $id says everything in Indonesian', (pack) => {
  expect(onlyInEnglish(pack)).toEqual([]);
});

test.each([
  ['a line in English', 'Voting hours in practice'],
  ['an English line twice', { id: 'Voting hours', en: 'Voting hours' }],
])('%s would be found', (_, title) => {
  const [first, ...others] = defaultRulePack.citations;
  if (first === undefined) throw new Error('the default has citations');
  expect(onlyInEnglish({ ...defaultRulePack, citations: [{ ...first, title }, ...others] })).toEqual([title]);
});

test('a text of a rule is one line for both languages, as it was, or one in each', () => {
  const pack = changed('quorum', { note: 'Two thirds.' });
  expect(problems(pack)).toEqual([]);
  expect(lawText('UU 3/2024', 'id')).toBe('UU 3/2024');
  expect(lawText({ id: 'Dua pertiga.', en: 'Two thirds.' }, 'en')).toBe('Two thirds.');
  expect(problems(changed('quorum', { note: { id: 'Dua pertiga. ', en: 'Two thirds.' } }))).toEqual([
    'settings.quorum.note.id text-untrimmed',
  ]);
  expect(problems(changed('quorum', { note: { id: 'Dua pertiga.' } }))).toEqual([
    'settings.quorum.note not-a-choice',
  ]);
});

test.each([
  [{ ...defaultRulePack, format: 'x' }, 'format not-a-choice'],
  [{ ...defaultRulePack, id: 'A B' }, 'id slug'],
  [{ ...defaultRulePack, version: 0 }, 'version too-small'],
  [{ ...defaultRulePack, regency: '1607' }, 'regency regency-code'],
  [{ ...defaultRulePack, validFrom: '2026-13-01' }, 'validFrom civil-date'],
  [{ ...defaultRulePack, validUntil: '2020-01-01' }, 'validUntil ends-before-start'],
  [{ ...defaultRulePack, citations: [] }, 'citations too-small'],
  [
    { ...defaultRulePack, citations: [...defaultRulePack.citations, defaultRulePack.citations[0]] },
    'citations[17].id citation-repeated',
  ],
  [{ ...defaultRulePack, author: 'x' }, 'author unknown-field'],
  [changed('blankVote', { value: 'ignored' }), 'settings.blankVote.value not-a-choice'],
  [changed('blankVote', { certainty: 'X' }), 'settings.blankVote.certainty not-a-choice'],
  [changed('blankVote', { cites: ['nowhere'] }), 'settings.blankVote.cites[0] citation-unknown'],
  [changed('nonDptVoters', { cites: [] }), 'settings.nonDptVoters.cites citation-missing'],
  [
    changed('hours', { value: { opens: '13:00', closes: '07:00' } }),
    'settings.hours.value.closes closes-before-opening',
  ],
  [
    changed('quorum', { value: { numerator: 3, denominator: 2 } }),
    'settings.quorum.value.numerator bounds-reversed',
  ],
  [
    changed('quorum', { value: { numerator: 1, denominator: 0 } }),
    'settings.quorum.value.denominator too-small',
  ],
  [
    changed('candidates', { value: { fewest: 5, most: 2, registrationDays: 9, extensionDays: [] } }),
    'settings.candidates.value.most bounds-reversed',
  ],
  [
    changed('smallPollingPlace', { value: { warnBelow: 10, refuseBelow: 20 } }),
    'settings.smallPollingPlace.value.warnBelow bounds-reversed',
  ],
  [
    changed('mobileGroup', { value: { ownLineFrom: 5, fewestBallots: 6 } }),
    'settings.mobileGroup.value.ownLineFrom bounds-reversed',
  ],
  [changed('mobileGroup', { value: 'none' }), 'settings.mobileGroup.value wrong-type'],
  [changed('votersCap', { value: 10 }), 'settings.votersCap.value too-small'],
  [changed('ageReference', { value: { on: 'date' } }), 'settings.ageReference.value.date wrong-type'],
  [changed('ties', { value: [{ step: 'lot' }] }), 'settings.ties.value[0].step not-a-choice'],
  [changed('ties', { value: [{ step: 'candidate-number' }] }), 'settings.ties.value[0].step not-a-choice'],
  [
    changed('ties', {
      value: [
        { step: 'second-round', withinDays: 7, certainty: 'D', cites: [] },
        { step: 'second-round', withinDays: 7, certainty: 'D', cites: [] },
      ],
    }),
    'settings.ties.value[1] step-after-second-round',
  ],
  [
    changed('ties', { value: [{ step: 'second-round', withinDays: 7, certainty: 'S', cites: ['nowhere'] }] }),
    'settings.ties.value[0].cites[0] citation-unknown',
  ],
])('a damaged rule pack is refused: case %#', (input, expected) => {
  expect(problems(input)).toContain(expected);
});

test.each([
  { ...defaultRulePack, validUntil: defaultRulePack.validFrom },
  changed('quorum', { value: { numerator: 1, denominator: 1 } }),
  changed('candidates', { value: { fewest: 2, most: 2, registrationDays: 9, extensionDays: [] } }),
  changed('smallPollingPlace', { value: { warnBelow: 20, refuseBelow: 20 } }),
  changed('mobileGroup', { value: { ownLineFrom: 5, fewestBallots: 5 } }),
])('bounds that meet are sound: case %#', (input) => {
  expect(problems(input)).toEqual([]);
});

test('opening and closing at the same minute is refused', () => {
  expect(problems(changed('hours', { value: { opens: '07:00', closes: '07:00' } }))).toEqual([
    'settings.hours.value.closes closes-before-opening',
  ]);
});

test('a setting left out is refused by name', () => {
  for (const name of Object.keys(defaultRulePack.settings)) {
    const { [name]: _left, ...settings }: Record<string, unknown> = defaultRulePack.settings;
    expect(problems({ ...defaultRulePack, settings })).toEqual([`settings.${name} wrong-type`]);
  }
});
