import { createHash } from 'node:crypto';
import { civilDate, defaultRulePack } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotProof, notSignedOff } from './ballot-proof.ts';
import { checkApplicant, type Finding } from './checklist.ts';
import { defaultChecklist } from './default-checklist.ts';
import { afterWithdrawal, nominationOutcome } from './nomination.ts';
import { compareScores, defaultSelectionRule, type ScoredCandidate, selectByScore } from './selection.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('checklist', () => {
  const votingDate = civilDate('2027-02-03');
  const accepted = defaultChecklist.requirements.map(
    ({ id }): Finding => ({ requirement: id, finding: 'accepted' }),
  );
  const verdict = (bornOn: string, findings: readonly Finding[]) =>
    checkApplicant({ bornOn: civilDate(bornOn), findings }, defaultChecklist, votingDate);

  test('complete only when every requirement is accepted and the age is reached on the voting day', () => {
    expect(verdict('1990-05-01', accepted).verdict).toBe('complete');
    expect(verdict('2002-02-03', accepted)).toMatchObject({ ageYears: 25, verdict: 'complete' });
    expect(verdict('2002-02-04', accepted)).toMatchObject({ ageYears: 24, verdict: 'not-eligible' });
    expect(verdict('1990-05-01', accepted.slice(1))).toMatchObject({
      verdict: 'incomplete',
      missing: ['application-letter'],
    });
    expect(verdict('1990-05-01', [...accepted, { requirement: 'photo', finding: 'received' }])).toMatchObject(
      { verdict: 'to-check', toCheck: ['photo'] },
    );
    expect(
      verdict('1990-05-01', [
        ...accepted,
        { requirement: 'court-letter', finding: 'refused', reason: 'Surat atas nama orang lain' },
      ]),
    ).toMatchObject({ verdict: 'not-eligible' });
    // a finding about something that nobody asks for neither helps nor hurts
    expect(
      verdict('1990-05-01', [...accepted, { requirement: 'blood-type', finding: 'refused', reason: 'x' }])
        .verdict,
    ).toBe('complete');
  });
});

describe('how many candidates', () => {
  test.each([
    [0, 0, 'extend'],
    [1, 0, 'extend'],
    [1, 1, 'extend'],
    [1, 2, 'single-candidate'],
    [0, 2, 'postpone'],
    [2, 0, 'determine'],
    [5, 2, 'determine'],
    [6, 0, 'select'],
  ])('%i eligible after %i extensions: %s', (eligible, extensions, type) => {
    expect(nominationOutcome(eligible, extensions, defaultRulePack).type).toBe(type);
  });

  test('the extensions are +15 and +10, and a single candidate goes by the rule pack', () => {
    expect(nominationOutcome(1, 0, defaultRulePack)).toMatchObject({ days: 15, extension: 1 });
    expect(nominationOutcome(1, 1, defaultRulePack)).toMatchObject({ days: 10, extension: 2 });
    expect(nominationOutcome(1, 2, defaultRulePack)).toMatchObject({ rule: 'empty-column' });
  });

  test('who withdraws after the draw leaves a gap; numbers of the others stay, and nothing is extended', () => {
    const candidates = [1, 2, 3].map((number) => ({ number }));
    const once = afterWithdrawal(candidates, 2, defaultRulePack);
    expect(once.standing.map(({ number }) => number)).toEqual([1, 3]);
    expect(once.outcome.type).toBe('determine');
    expect(afterWithdrawal(once.standing, 1, defaultRulePack).outcome.type).toBe('single-candidate');
  });
});

describe('scored selection', () => {
  const score = fc.constantFrom(40, 60, 80, 100);
  const scored = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{3}$/),
      scores: fc.record({ experience: score, education: score, age: score }),
    }),
    { minLength: 6, maxLength: 10, selector: ({ id }) => id },
  );

  test('a total order up to equality, the same for any order of the candidates', () => {
    const reached = { selected: 0, 'people-decide': 0, byTieOrder: 0 };
    fc.assert(
      fc.property(scored, fc.nat(), (candidates, turn) => {
        for (const left of candidates)
          for (const right of candidates) {
            const forth = compareScores(left, right, defaultSelectionRule);
            expect(Math.sign(forth)).toBe(-Math.sign(compareScores(right, left, defaultSelectionRule)) + 0);
            for (const third of candidates)
              if (forth < 0 && compareScores(right, third, defaultSelectionRule) <= 0)
                expect(compareScores(left, third, defaultSelectionRule)).toBeLessThan(0);
          }
        const outcome = selectByScore(candidates, defaultSelectionRule, 5);
        const turned = [
          ...candidates.slice(turn % candidates.length),
          ...candidates.slice(0, turn % candidates.length),
        ];
        expect(selectByScore(turned, defaultSelectionRule, 5)).toEqual(outcome);
        if (outcome.type === 'scores-missing') throw new Error('no score is missing');
        reached[outcome.type] += 1;
        const [fifth, sixth] = outcome.ranked.slice(4);
        if (fifth?.totalHundredths === sixth?.totalHundredths && fifth?.rank !== sixth?.rank)
          reached.byTieOrder += 1;
        const open = outcome.type === 'people-decide' ? outcome.places : 0;
        expect(outcome.selected.length + open).toBe(5);
        // nobody left out is better than anybody taken
        const out = candidates.filter(({ id }) => !outcome.selected.includes(id));
        const taken = candidates.filter(({ id }) => outcome.selected.includes(id));
        for (const inside of taken)
          for (const outside of out)
            expect(compareScores(inside, outside, defaultSelectionRule)).toBeLessThan(0);
      }),
      { numRuns: 300, seed: 3327 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
  });

  test('weights are those that were published: a vector by hand', () => {
    const of = (id: string, experience: number, education: number, age: number): ScoredCandidate => ({
      id,
      scores: { experience, education, age },
    });
    const outcome = selectByScore(
      [of('a', 60, 80, 50), of('b', 80, 60, 50), of('c', 0, 0, 100)],
      defaultSelectionRule,
      1,
    );
    // 0.35 × 60 + 0.35 × 80 + 0.30 × 50 = 64 for both a and b; experience goes first
    expect(outcome).toMatchObject({ type: 'selected', selected: ['b'] });
    expect(outcome.ranked.map(({ totalHundredths }) => totalHundredths)).toEqual([6400, 6400, 3000]);
  });

  test('a missing score is named, and nobody is selected without it', () => {
    const outcome = selectByScore([{ id: 'a', scores: { experience: 1 } }], defaultSelectionRule, 5);
    expect(outcome).toMatchObject({
      type: 'scores-missing',
      missing: [
        { id: 'a', criterion: 'education' },
        { id: 'a', criterion: 'age' },
      ],
    });
  });
});

describe('ballot proof', () => {
  const village = { code: '16.07.05.2003', name: 'Bukit' };
  const candidates = [
    { id: 'sari', number: 3, name: 'Sari', photoHash: sha256('sari') },
    { id: 'budi', number: 1, name: 'Budi', photoHash: null },
  ];
  const proof = ballotProof(village, candidates, sha256);

  test('is what the booth shows: by number, gaps kept, the blank vote last', () => {
    expect(proof.options.map(({ key }) => key)).toEqual(['c1', 'c3', 'blank']);
    const single = ballotProof(village, candidates.slice(0, 1), sha256);
    expect(single.options.map(({ key }) => key)).toEqual(['c3', 'empty', 'blank']);
  });

  test('a change of number, name or photo takes every sign-off away', () => {
    const signOffs = candidates.map(({ id }) => ({ candidate: id, fingerprint: proof.fingerprint }));
    expect(notSignedOff(proof, candidates, signOffs)).toEqual([]);
    expect(notSignedOff(proof, candidates, signOffs.slice(1))).toEqual(['sari']);
    for (const change of [{ number: 2 }, { name: 'Sari Dewi' }, { photoHash: sha256('other') }]) {
      const changed = candidates.map((candidate, index) =>
        index === 0 ? { ...candidate, ...change } : candidate,
      );
      expect(notSignedOff(ballotProof(village, changed, sha256), changed, signOffs)).toEqual([
        'sari',
        'budi',
      ]);
    }
  });
});
