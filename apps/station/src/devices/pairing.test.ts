import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  decidePairing,
  INVITATION_MS,
  invite,
  NO_PAIRING,
  type PairingState,
  pauseAfter,
  revokeInvitations,
  setStartCode,
} from './pairing.ts';

const typing = (code: string, more: Partial<Attempt> = {}): Attempt => ({
  device: 'desk-1',
  isPrepared: true,
  isBoard: false,
  wasTakenOut: false,
  proves: (given) => given === code,
  ...more,
});
const outcomeOf = (state: PairingState, attempt: Attempt, nowMs: number) => {
  const { outcome } = decidePairing(state, attempt, nowMs);
  return outcome.ok ? 'paired' : outcome.error.type;
};

describe('a code from the board', () => {
  const open = invite(NO_PAIRING, '12345678', 1_000);

  test('admits one device, once, within two minutes', () => {
    const last = 1_000 + INVITATION_MS - 1;
    expect(outcomeOf(open, typing('12345678'), last)).toBe('paired');
    expect(outcomeOf(open, typing('12345678'), last + 1)).toBe('no-code-given');
    const { state } = decidePairing(open, typing('12345678'), last);
    expect(outcomeOf(state, typing('12345678'), last)).toBe('no-code-given');
  });

  test('is nothing to a device without a secret of the package, whose tries count for nobody', () => {
    let state = open;
    for (let turn = 0; turn < 50; turn += 1) {
      const decided = decidePairing(state, typing('12345678', { isPrepared: false }), 2_000);
      expect(decided.outcome).toEqual({ ok: false, error: { type: 'device-not-prepared' } });
      state = decided.state;
    }
    expect(state).toEqual(open);
    expect(outcomeOf(state, typing('12345678'), 2_000)).toBe('paired');
  });

  test('stands beside others, each for one device; taking a device out ends all, but not the start code', () => {
    const two = invite(setStartCode(open, '00000000'), '87654321', 2_000);
    const { state } = decidePairing(two, typing('87654321'), 3_000);
    expect(outcomeOf(state, typing('12345678'), 3_000)).toBe('paired');
    const revoked = revokeInvitations(two);
    expect(outcomeOf(revoked, typing('12345678'), 3_000)).toBe('no-code-given');
    expect(outcomeOf(revoked, typing('00000000', { isBoard: true }), 3_000)).toBe('paired');
  });

  test('of the start admits boards alone, for as long as it takes', () => {
    const state = setStartCode(NO_PAIRING, '00000000');
    expect(outcomeOf(state, typing('00000000'), 1)).toBe('no-code-given');
    expect(outcomeOf(state, typing('00000000', { isBoard: true }), 10 * INVITATION_MS)).toBe('paired');
  });
});

test('wrong codes make their device wait, longer each time, as the table says; a right one ends it', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map(pauseAfter)).toEqual([0, 0, 10, 20, 40, 80, 120, 120, 120]);
  let state = setStartCode(NO_PAIRING, '00000000');
  let nowMs = 0;
  for (let wrong = 1; wrong <= 7; wrong += 1) {
    const decided = decidePairing(state, typing('99999999', { isBoard: true }), nowMs);
    expect(decided.outcome).toEqual({ ok: false, error: { type: 'wrong-code', seconds: pauseAfter(wrong) } });
    state = decided.state;
    const pauseMs = pauseAfter(wrong) * 1000;
    if (pauseMs > 0) {
      expect(outcomeOf(state, typing('00000000', { isBoard: true }), nowMs + pauseMs - 1)).toBe(
        'pairing-paused',
      );
    }
    nowMs += pauseMs;
  }
  const right = decidePairing(state, typing('00000000', { isBoard: true }), nowMs);
  expect([right.outcome.ok, right.state.tries.size]).toEqual([true, 0]);
});

/** Tries every 250 ms for as long as a code stands open. @returns how many of them were looked at */
function guessesIn(minutes: number): number {
  let state = NO_PAIRING;
  let guesses = 0;
  for (let nowMs = 0; nowMs < minutes * 60_000; nowMs += 250) {
    if (nowMs % INVITATION_MS === 0) state = invite(state, '12345678', nowMs);
    const decided = decidePairing(state, typing('99999999'), nowMs);
    state = decided.state;
    if (!decided.outcome.ok && decided.outcome.error.type === 'wrong-code') guesses += 1;
  }
  return guesses;
}

test('a device that holds a secret has 6 guesses at a code, and 365 in twelve hours', () => {
  expect([guessesIn(2), guessesIn(12 * 60)]).toEqual([6, 365]);
});

describe('a device that guesses', () => {
  const guess = (state: PairingState, device: string, nowMs: number, more: Partial<Attempt> = {}) =>
    decidePairing(state, typing('99999999', { device, ...more }), nowMs).state;

  test('keeps no other out, and only devices that hold a secret are remembered', () => {
    let state = invite(NO_PAIRING, '12345678', 0);
    for (let nowMs = 0; nowMs < INVITATION_MS; nowMs += 250) {
      state = guess(state, 'desk-2', nowMs);
      state = guess(state, `phone-${nowMs}`, nowMs, { isPrepared: false });
    }
    expect([...state.tries.keys()]).toEqual(['desk-2']);
    const last = INVITATION_MS - 1;
    expect(outcomeOf(state, typing('12345678', { device: 'desk-2' }), last)).toBe('pairing-paused');
    const { outcome, state: after } = decidePairing(state, typing('12345678', { device: 'booth-1' }), last);
    expect(outcome.ok).toBe(true);
    // nor does a right code of another one shorten its own pause
    expect(after.tries.get('desk-2')).toEqual(state.tries.get('desk-2'));
  });

  test('is not heard at all once it was taken out, until a code is made for it', () => {
    const gone = { device: 'desk-2', wasTakenOut: true };
    const open = invite(setStartCode(NO_PAIRING, '00000000'), '12345678', 0);
    expect(outcomeOf(open, typing('12345678', gone), 1)).toBe('device-taken-out');
    expect(guess(open, 'desk-2', 1, gone)).toEqual(open);
    const named = invite(open, '87654321', 0, 'desk-2');
    expect(outcomeOf(named, typing('12345678', gone), 1)).toBe('wrong-code');
    expect(outcomeOf(named, typing('87654321', gone), 1)).toBe('paired');
    // and that code is nobody else's
    expect(outcomeOf(named, typing('87654321'), 1)).toBe('wrong-code');
  });

  test('a board that was taken out comes in by the start code too: else a hall could be left without one', () => {
    const open = invite(setStartCode(NO_PAIRING, '00000000'), '12345678', 0);
    const gone = { device: 'board-1', isBoard: true, wasTakenOut: true };
    expect(outcomeOf(open, typing('12345678', gone), 1)).toBe('wrong-code');
    expect(outcomeOf(open, typing('00000000', gone), 1)).toBe('paired');
  });
});

test('whatever is pressed and typed: no code admits two devices, none is good after its time, and few are guessed', () => {
  let paired = 0;
  let over = 0;
  const step = fc.record({
    waitMs: fc.integer({ min: 0, max: INVITATION_MS }),
    act: fc.constantFrom('invite', 'right', 'wrong', 'strange'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = NO_PAIRING;
      let nowMs = 0;
      let codes = 0;
      let guesses = 0;
      const given = new Map<string, number>();
      const used = new Set<string>();
      for (const { waitMs, act } of steps) {
        nowMs += waitMs;
        if (act === 'invite') {
          const code = String(codes++).padStart(8, '0');
          given.set(code, nowMs);
          state = invite(state, code, nowMs);
          continue;
        }
        const last = [...given.keys()].at(-1) ?? '';
        const decided = decidePairing(
          state,
          typing(act === 'right' ? last : 'wrong', { isPrepared: act !== 'strange' }),
          nowMs,
        );
        state = decided.state;
        const { outcome } = decided;
        if (outcome.ok) {
          expect(used.has(outcome.value.code)).toBe(false);
          expect(nowMs - (given.get(outcome.value.code) ?? 0)).toBeLessThan(INVITATION_MS);
          used.add(outcome.value.code);
          paired += 1;
          guesses = 0;
        } else if (outcome.error.type === 'wrong-code') {
          guesses += 1;
        } else if (outcome.error.type === 'no-code-given') over += 1;
        expect(state.tries.get('desk-1')?.wrongCodes ?? 0).toBe(guesses);
      }
    }),
    { numRuns: 1_000, seed: 1607 },
  );
  expect(paired).toBeGreaterThan(100);
  expect(over).toBeGreaterThan(100);
});
