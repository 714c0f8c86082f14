import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pollingPlaceId, villageCodeSchema } from './area.ts';
import { definitionText, parseElectionDefinition } from './definition-text.ts';
import { fixtureVoters, tps01, tps02, tps03, tps04 } from './fixtures/index.ts';
import { rulePackFingerprintText } from './rule-pack-text.ts';
import { parseVoter, type Voter } from './voter.ts';
import {
  changeVoterList,
  countVoters,
  lockVoterList,
  markAfterLock,
  newVoterList,
  type OpenVoterList,
  type VoterListChange,
  voterListText,
  votersOfPlace,
  votersWithMarks,
} from './voter-list.ts';
import { checkVoterList } from './voter-list-check.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const village = tps01.definition.area.village.code;
const place = tps01.definition.pollingPlace.id;
const voters = tps01.voters;
const [first, second] = voters;
if (first === undefined || second === undefined) throw new Error('fixture without voters');

/** Applies changes that must all be accepted. */
function after(changes: readonly VoterListChange[]): OpenVoterList {
  return changes.reduce<OpenVoterList>((list, change) => {
    const changed = changeVoterList(list, change);
    if (!changed.ok) throw new Error(JSON.stringify(changed.error));
    return changed.value;
  }, newVoterList(village));
}

const toSupplementary: readonly VoterListChange[] = [
  { type: 'advance', to: 'corrected' },
  { type: 'advance', to: 'supplementary' },
];

const codesOf = (list: readonly Voter[]) =>
  checkVoterList(village, list).map(({ severity, code }) => `${severity} ${code}`);

test('the fixtures name the true fingerprints of their lists and of the rule pack', () => {
  for (const { definition, voters: rows, rulePack } of [tps01, tps02, tps03, tps04]) {
    expect(sha256(voterListText(definition.area.village.code, rows))).toBe(definition.voterList.fingerprint);
    expect(countVoters(rows).DPT).toEqual(definition.voterList.registered);
    expect(sha256(rulePackFingerprintText(rulePack))).toBe(definition.rulePack.fingerprint);
    expect(parseElectionDefinition(JSON.parse(definitionText(definition))).ok).toBe(true);
  }
});

test('a list goes provisional → corrected → supplementary → final, in no other order', () => {
  const list = after([{ type: 'add', voters }]);
  expect(lockVoterList(list, sha256)).toEqual({
    ok: false,
    error: { type: 'wrong-order', from: 'provisional', to: 'final' },
  });
  expect(changeVoterList(list, { type: 'advance', to: 'supplementary' }).ok).toBe(false);
  const ready = after([{ type: 'add', voters }, ...toSupplementary]);
  expect(changeVoterList(ready, { type: 'advance', to: 'corrected' }).ok).toBe(false);
  const locked = lockVoterList(ready, sha256);
  if (!locked.ok) throw new Error('not locked');
  expect(locked.value.fingerprint).toBe(tps01.definition.voterList.fingerprint);
  expect(ready.changes.map(({ type }) => type)).toEqual(['add', 'advance', 'advance']);
});

test('the fingerprint does not depend on the order of rows, and changes with any field of any row', () => {
  const fingerprint = voterListText(village, voters);
  fc.assert(
    fc.property(fc.shuffledSubarray([...voters], { minLength: voters.length }), (shuffled) => {
      expect(voterListText(village, shuffled)).toBe(fingerprint);
    }),
    { numRuns: 50, seed: 1607 },
  );
  const otherPlace = pollingPlaceId(village, 9);
  const changes: readonly Partial<Voter>[] = [
    { number: 99 },
    { nik: second.nik },
    { familyCard: null },
    { name: 'A' },
    { sex: 'P' },
    { birthPlace: 'A' },
    { birthDate: second.birthDate },
    { maritalStatus: 'P' },
    { hamlet: 'A' },
    { rt: '009' },
    { rw: '009' },
    { disability: 'A' },
    { listKind: 'added' },
    { pollingPlace: otherPlace },
    { ineligible: { reason: 'moved', evidence: 'A' } },
  ];
  expect(changes.length).toBe(Object.keys(first).length);
  for (const change of changes) {
    expect(voterListText(village, [{ ...first, ...change }, ...voters.slice(1)])).not.toBe(fingerprint);
  }
});

test('the same NIK on two rows is an error until one of them is marked a duplicate', () => {
  const twice = { ...second, nik: first.nik };
  const added = changeVoterList(newVoterList(village), { type: 'add', voters: [first, twice] });
  if (added.ok || added.error.type !== 'has-errors') throw new Error('accepted');
  expect(added.error.problems).toMatchObject([
    {
      code: 'duplicate-nik',
      rows: [
        { pollingPlace: place, number: 1 },
        { pollingPlace: place, number: 2 },
      ],
    },
  ]);
  expect(JSON.stringify(added.error)).not.toContain(first.nik);
  const marked = { ...twice, ineligible: { reason: 'duplicate' as const, evidence: 'KTP diperiksa' } };
  expect(changeVoterList(newVoterList(village), { type: 'add', voters: [first, marked] }).ok).toBe(true);
});

test('nothing enters half: one bad row among many leaves the list as it was', () => {
  const list = after([{ type: 'add', voters: [first] }]);
  const refused = changeVoterList(list, { type: 'add', voters: [second, { ...second, number: 1 }] });
  expect(refused.ok).toBe(false);
  expect(list.voters).toEqual([first]);
});

test('errors and warnings are found, each under its own name', () => {
  expect(codesOf(voters)).toEqual([]);
  expect(codesOf([first, { ...second, number: 1 }])).toEqual(['error duplicate-number']);
  const elsewhere = pollingPlaceId(villageCodeSchema.parse('16.07.01.2999'), 1);
  expect(codesOf([{ ...first, pollingPlace: elsewhere }])).toEqual(['error other-village']);
  expect(codesOf([{ ...first, birthDate: second.birthDate }])).toEqual(['warning nik-birth-differs']);
  expect(codesOf([first, { ...first, number: 2, nik: second.nik }])).toContain('warning maybe-same-person');
  expect(codesOf([first, { ...first, number: 2 }])).toEqual(['error duplicate-nik']);
  expect(codesOf([first, { ...second, pollingPlace: pollingPlaceId(village, 2), number: 1 }])).toEqual([]);
});

test('nobody is deleted: marking keeps the row, and it no longer counts as registered', () => {
  const row = { pollingPlace: place, number: 1 };
  const list = after([
    { type: 'add', voters },
    { type: 'mark-ineligible', row, reason: 'moved', evidence: 'Surat pindah' },
  ]);
  expect(list.voters).toHaveLength(voters.length);
  expect(countVoters(list.voters).DPT).toEqual({ L: 4, P: 5 });
  expect(
    changeVoterList(list, {
      type: 'mark-ineligible',
      row: { ...row, number: 77 },
      reason: 'dead',
      evidence: 'x',
    }),
  ).toEqual({
    ok: false,
    error: { type: 'no-such-row', row: { pollingPlace: place, number: 77 } },
  });
});

test('a correction replaces the row and keeps why', () => {
  const list = after([
    { type: 'add', voters },
    {
      type: 'correct',
      row: { pollingPlace: place, number: 1 },
      voter: { ...first, name: 'Ahmad Fauzan' },
      reason: 'Salah ketik',
    },
  ]);
  expect(list.voters[0]?.name).toBe('Ahmad Fauzan');
  expect(list.changes.at(-1)).toMatchObject({ type: 'correct', reason: 'Salah ketik' });
  const clash = changeVoterList(list, {
    type: 'correct',
    row: { pollingPlace: place, number: 1 },
    voter: second,
    reason: 'x',
  });
  expect(clash.ok).toBe(false);
});

test('after the lock rows and fingerprint stand; a death is marked beside them and reaches the desk', () => {
  const locked = lockVoterList(after([{ type: 'add', voters }, ...toSupplementary]), sha256);
  if (!locked.ok) throw new Error('not locked');
  const marked = markAfterLock(locked.value, {
    row: { pollingPlace: place, number: 2 },
    reason: 'dead',
    evidence: 'Akta',
  });
  if (!marked.ok) throw new Error('not marked');
  expect(marked.value.voters).toEqual(locked.value.voters);
  expect(marked.value.fingerprint).toBe(locked.value.fingerprint);
  expect(votersWithMarks(marked.value)[1]?.ineligible).toEqual({ reason: 'dead', evidence: 'Akta' });
  expect(votersWithMarks(marked.value)[10]?.ineligible?.evidence).toBe('Akta kematian 2026');
  expect(
    markAfterLock(locked.value, { row: { pollingPlace: place, number: 99 }, reason: 'dead', evidence: 'x' })
      .ok,
  ).toBe(false);
});

test('rows of one polling place come out alone and in order of number', () => {
  const other = pollingPlaceId(village, 3);
  const mixed = [...fixtureVoters(other, [['Amin', 'L', '1990-01-01']]), ...[...voters].reverse()];
  expect(votersOfPlace(mixed, place)).toEqual(voters);
});

test.each([
  ['number', 0],
  ['number', 5001],
  ['nik', '123'],
  ['familyCard', '12'],
  ['name', ''],
  ['name', ' A'],
  ['sex', 'M'],
  ['birthPlace', 'x'.repeat(61)],
  ['birthDate', '2009-02-30'],
  ['maritalStatus', 'X'],
  ['hamlet', ''],
  ['rt', '1'],
  ['rw', 'abc'],
  ['disability', ''],
  ['listKind', 'DPS'],
  ['pollingPlace', '16.07.01.2901'],
  ['ineligible', { reason: 'lazy', evidence: 'x' }],
  ['ineligible', { reason: 'dead', evidence: '' }],
  ['phone', '0812'],
])('a row with a damaged %s is refused there', (field, value) => {
  const parsed = parseVoter({ ...first, [field]: value });
  if (parsed.ok) throw new Error('accepted');
  expect(parsed.error[0]?.path.startsWith(field)).toBe(true);
});
