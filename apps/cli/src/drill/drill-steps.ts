import type { DrillPlace, StationFacts } from './drill-place.ts';

export const DRILL_STEPS = [
  'stick-pulled',
  'stick-full',
  'clock-jump',
  'lan-down',
  'booth-lost',
  'station-killed',
  'power',
] as const;
export type DrillStepName = (typeof DRILL_STEPS)[number];

/** One fault of the drill, from its cause to what shows that people handled it. */
export interface DrillStep {
  readonly cause: (place: DrillPlace) => Promise<void> | void;
  /** What machines need after hands did their part. */
  readonly mend: (place: DrillPlace) => Promise<void> | void;
  /** Whether it was done, by what station and booths say now and what the station said before the fault. */
  readonly isHandled: (
    now: StationFacts,
    before: StationFacts,
    place: DrillPlace,
  ) => Promise<boolean> | boolean;
}

const CLOCK_JUMP_MS = 26 * 60 * 60 * 1_000;

const votesGoOn = ({ phase, media }: StationFacts): boolean => phase === 'open' && media.state !== 'paused';
const hasNewMedium = (now: StationFacts, before: StationFacts): boolean =>
  votesGoOn(now) && now.epochs.length > before.epochs.length;

/** What happens, in the order of the drill. The sentences are in the phrase catalogue. */
export const STEPS: Readonly<Record<DrillStepName, DrillStep>> = {
  'stick-pulled': {
    cause: (place) => place.pullStick(),
    mend: (place) => place.putInStick(),
    isHandled: hasNewMedium,
  },
  'stick-full': {
    cause: (place) => place.order({ stickIsFull: true }),
    async mend(place) {
      place.pullStick();
      await place.order({ stickIsFull: false });
      place.putInStick();
    },
    isHandled: (now, before) => hasNewMedium(now, before) && now.poll.released > before.poll.released,
  },
  'clock-jump': {
    cause: (place) => place.order({ clockAheadMs: CLOCK_JUMP_MS }),
    mend: (place) => place.order({ clockAheadMs: 0 }),
    isHandled: (now, before) => votesGoOn(now) && now.notedIncidents.length > before.notedIncidents.length,
  },
  'lan-down': {
    cause: (place) => place.cutLan(),
    mend: (place) => place.mendLan(),
    isHandled: async (now, _before, place) => votesGoOn(now) && (await place.boothsAreReady()),
  },
  'booth-lost': {
    async cause(place) {
      await place.voter.voteUpToSlip();
      await place.kill({ booth: 1 });
    },
    mend: (place) => place.switchOn(),
    isHandled: async (now, _before, place) => now.poll.openCases === 0 && (await place.boothsAreReady()),
  },
  'station-killed': {
    cause: (place) => place.kill('station'),
    mend: (place) => place.switchOn(),
    isHandled: (now, before) => votesGoOn(now) && now.restarts.length > before.restarts.length,
  },
  power: {
    async cause(place) {
      await place.voter.voteUpToSlip();
      await place.kill('station');
      for (const [index] of place.exercise.booths.entries()) await place.kill({ booth: index + 1 });
    },
    mend: (place) => place.switchOn(),
    isHandled: async (now, before, place) =>
      votesGoOn(now) &&
      now.restarts.length > before.restarts.length &&
      now.poll.openCases === 0 &&
      (await place.boothsAreReady()),
  },
};
