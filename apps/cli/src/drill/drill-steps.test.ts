import { describe, expect, test } from 'vitest';
import type { DrillPlace, StationFacts } from './drill-place.ts';
import { DRILL_STEPS, type DrillStepName, STEPS } from './drill-steps.ts';

const before: StationFacts = {
  phase: 'open',
  poll: { released: 3, casts: 2, openCases: 0 },
  media: { state: 'two' },
  epochs: [1],
  restarts: [],
  notedIncidents: [],
};
/** As it is when everything was done that any step asks for. */
const handled: StationFacts = {
  ...before,
  poll: { released: 4, casts: 2, openCases: 0 },
  epochs: [1, 2],
  restarts: [{}],
  notedIncidents: [{}],
};

const placeOf = (boothsAreReady: boolean): DrillPlace => {
  const never = () => {
    throw new Error('Who only looks changes nothing');
  };
  return {
    get exercise(): never {
      return never();
    },
    look: never,
    boothsAreReady: async () => boothsAreReady,
    boothAsks: never,
    voter: { voteUpToSlip: never },
    pullStick: never,
    putInStick: never,
    order: never,
    cutLan: never,
    mendLan: never,
    kill: never,
    switchOn: never,
  };
};
const sees = (step: DrillStepName, now: StationFacts, boothsAreReady = true) =>
  STEPS[step].isHandled(now, before, placeOf(boothsAreReady));

describe('what the drill takes for handled', () => {
  test.each(DRILL_STEPS)('%s: done', async (step) => expect(await sees(step, handled)).toBe(true));

  test.each<[DrillStepName, string, StationFacts]>([
    ['stick-pulled', 'nobody put in a medium', { ...handled, epochs: [1] }],
    ['stick-pulled', 'voting still waits', { ...handled, media: { state: 'paused' } }],
    ['stick-full', 'the refused voter was not let in again', { ...handled, poll: before.poll }],
    ['clock-jump', 'nobody wrote it down', { ...handled, notedIncidents: [] }],
    ['station-killed', 'no restart was noted', { ...handled, restarts: [] }],
    ['power', 'a case is open', { ...handled, poll: { ...handled.poll, openCases: 1 } }],
    ['booth-lost', 'a case is open', { ...handled, poll: { ...handled.poll, openCases: 1 } }],
  ])('%s: not when %s', async (step, _why, now) => expect(await sees(step, now)).toBe(false));

  test.each<[DrillStepName]>([['lan-down'], ['booth-lost'], ['power']])(
    '%s: not while a booth waits or asks',
    async (step) => expect(await sees(step, handled, false)).toBe(false),
  );
});
