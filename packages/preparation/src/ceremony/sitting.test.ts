import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameAnew, requestStep, type SittingRequest } from './sitting-rules.ts';
import { type SITTING_ROUNDS, type SittingStep, standingOf } from './sitting-steps.ts';

const MEMBERS = ['a', 'b', 'c', 'd', 'e'] as const;
const PLANNED: SittingStep = { type: 'planned', threshold: 3, members: MEMBERS };
const given = (round: (typeof SITTING_ROUNDS)[number], who: readonly string[] = MEMBERS): SittingStep[] =>
  who.map((member) => ({ type: 'given', round, member }));
const MADE: SittingStep[] = [
  PLANNED,
  ...given('certificate'),
  { type: 'compared', present: MEMBERS },
  ...given('polynomial'),
  ...given('share'),
  { type: 'made', fingerprint: 'f'.repeat(64) },
];

test('a sitting says at each moment what comes next and whose part is awaited', () => {
  const at = (...steps: SittingStep[]) => {
    const { phase, missing } = standingOf([PLANNED, ...steps]);
    return [phase, missing.join('')];
  };
  expect(at()).toEqual(['certificates', 'abcde']);
  expect(at(...given('certificate', ['b', 'a']))).toEqual(['certificates', 'cde']);
  expect(at(...given('certificate'))).toEqual(['comparing', '']);
  const compared = [...given('certificate'), { type: 'compared', present: MEMBERS } as const];
  expect(at(...compared, ...given('polynomial', ['e']))).toEqual(['polynomials', 'abcd']);
  expect(at(...compared, ...given('polynomial'), ...given('share', ['c']))).toEqual(['shares', 'abde']);
  const made = MADE.slice(1);
  expect(at(...made, { type: 'confirmed', member: 'b' })).toEqual(['confirming', 'acde']);
  const confirmed = MEMBERS.map((member): SittingStep => ({ type: 'confirmed', member }));
  expect(at(...made, ...confirmed)).toEqual(['posting', '']);
  expect(at(...made, ...confirmed, { type: 'posted', where: 'Balai desa' })).toEqual(['ready', '']);
});

test('who falls ill before the keys are made is not replaced: all leave, and another sitting begins; afterwards the threshold suffices', () => {
  const before = standingOf([PLANNED, ...given('certificate')]);
  const lost = (member: string): SittingRequest => ({ type: 'lost', member, reason: 'sakit' });
  expect(requestStep(before, lost('a'))).toEqual({ ok: false, error: { type: 'sitting-begins-anew' } });
  expect(requestStep(before, { type: 'left', reason: 'sakit' }).ok).toBe(true);
  expect(nameAnew('Banyuasin 2026')).toBe('Banyuasin 2026 (2)');
  expect(nameAnew('Banyuasin 2026 (9)')).toBe('Banyuasin 2026 (10)');

  let steps = MADE;
  for (const [index, member] of MEMBERS.slice(0, 3).entries()) {
    const standing = standingOf(steps);
    expect(requestStep(standing, { type: 'left', reason: 'x' })).toEqual({
      ok: false,
      error: { type: 'sitting-keys-made', threshold: 3, remaining: 5 - index },
    });
    const asked = requestStep(standing, lost(member));
    if (!asked.ok) throw new Error(asked.error.type);
    steps = [...steps, asked.value];
  }
  // two may be lost; with the third fewer than the threshold are left
  expect(MADE.length + 3).toBe(steps.length);
  expect(standingOf(steps.slice(0, -1)).phase).toBe('confirming');
  expect(standingOf(steps).phase).toBe('too-few');
});

test('the fingerprints are compared once all are there, and never while somebody is out of the room', () => {
  const standing = standingOf([PLANNED, ...given('certificate')]);
  expect(requestStep(standing, { type: 'compared', present: ['a', 'b', 'c', 'd'] })).toEqual({
    ok: false,
    error: { type: 'sitting-not-all-present', absent: ['e'] },
  });
  expect(requestStep(standing, { type: 'confirmed', member: 'z' })).toMatchObject({
    error: { type: 'sitting-member-unknown' },
  });
});

test('no sequence of requests goes back, brings a key without all of them, or opens a sitting that was left', () => {
  const requests: fc.Arbitrary<SittingRequest | 'all-confirm'> = fc.oneof(
    fc.constant<SittingRequest>({ type: 'compared', present: [...MEMBERS] }),
    fc.constantFrom(...MEMBERS).map((member): SittingRequest => ({ type: 'confirmed', member })),
    // otherwise all five hardly ever come together
    fc.constant<'all-confirm'>('all-confirm'),
    fc.constantFrom(...MEMBERS).map((member): SittingRequest => ({ type: 'lost', member, reason: 'sakit' })),
    fc.constant<SittingRequest>({ type: 'posted', where: 'Kantor' }),
    fc.constant<SittingRequest>({ type: 'left', reason: 'sakit' }),
  );
  const seen = new Set<string>();
  void fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MADE.length }),
      fc.array(requests, { maxLength: 25 }),
      (cut, asked) => {
        let steps: readonly SittingStep[] = MADE.slice(0, Math.max(1, cut));
        let wasLeft = false;
        const confirmations = MEMBERS.map((member): SittingRequest => ({ type: 'confirmed', member }));
        for (const request of asked.flatMap((one) => (one === 'all-confirm' ? confirmations : [one]))) {
          const before = standingOf(steps);
          const answer = requestStep(before, request);
          if (answer.ok) steps = [...steps, answer.value];
          const after = standingOf(steps);
          seen.add(after.phase);
          if (wasLeft) expect(after.phase).toBe('left');
          wasLeft = after.phase === 'left';
          if (after.phase === 'ready' || after.phase === 'posting') {
            expect(after.members.length - after.lost.length).toBeGreaterThanOrEqual(after.threshold);
            expect(after.fingerprint).toBeDefined();
          }
          expect(after.fingerprint).toBe(before.fingerprint);
        }
      },
    ),
    { numRuns: 1500, seed: 1607 },
  );
  for (const phase of ['left', 'too-few', 'posting', 'confirming', 'polynomials'] as const)
    expect(seen).toContain(phase);
});
