import {
  type Citation,
  citationsOf,
  decideDeparture,
  decideReturn,
  type ElectionDefinition,
  type MobileTrip,
  type MobileTripError,
  type Phase,
  type ReturnedBallots,
  type RulePack,
  voterMarksAllowed,
} from '@bilik/election';
import { z } from 'zod';
import { line } from '../minutes/minutes-fields.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';

const MOST_BALLOTS = 500;
const MOST_TRIPS = 20;
const two = z.array(z.string().max(60)).length(2);
const ballots = z.int().min(0).max(MOST_BALLOTS);

/** Paper ballots that leave with a group: at least one. */
export const TakenBallots = z.int().min(1).max(MOST_BALLOTS);
/** What a group says of its ballots on its return. */
export const ReturnedBallotsSchema = z.strictObject({ used: ballots, unused: ballots, spoiled: ballots });

const MobileTripsSchema = z
  .array(
    z.strictObject({
      number: z.int().min(1).max(MOST_TRIPS),
      taken: TakenBallots,
      leftWhen: line,
      leftConfirmedBy: two,
      returned: z
        .strictObject({
          ...ReturnedBallotsSchema.shape,
          when: line,
          note: line.nullable(),
          confirmedBy: two,
        })
        .nullable(),
    }),
  )
  .max(MOST_TRIPS);

export type MobileRefusal =
  | MobileTripError
  | PeopleRefusal
  | StoreFailed
  /** Others noted a departure since the asker looked; `trips` is how many there are now. */
  | { readonly type: 'mobile-trips-changed'; readonly trips: number }
  | { readonly type: 'mobile-trips-used-up'; readonly most: number };

type Noted<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: MobileRefusal };

/** Groups of the board that bring paper ballots to voters at home or in hospital. Counts ballots, and names nobody whom they visit. */
export interface MobileGroups {
  /** Null: the rule pack knows no mobile group. */
  readonly rule: {
    readonly limits: RulePack['settings']['mobileGroup']['value'];
    readonly citations: readonly Pick<Citation, 'title' | 'source'>[];
  };
  /** In the order in which they left. */
  readonly entries: () => readonly MobileTrip[];
  /** How many more voters desks may mark; null where the rule pack knows no mobile group. */
  readonly mayBeMarked: () => number | null;
  /** @param request.tripsBefore how many had left when the asker looked: the same again sends no second group */
  readonly leave: (request: {
    readonly tripsBefore: number;
    readonly taken: number;
    /** A full hour or the person's own words. */
    readonly when: string;
    readonly confirmedBy: readonly string[];
  }) => Noted<{ readonly trip: number }>;
  /** The same again is answered the same and changes nothing. */
  readonly comeBack: (request: {
    readonly trip: number;
    readonly ballots: ReturnedBallots;
    readonly when: string;
    /** Why the ballots do not add up; null while they do. */
    readonly note: string | null;
    readonly confirmedBy: readonly string[];
  }) => Noted<null>;
}

export function openMobileGroups(parts: {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly phase: () => Phase;
  /** Voters whom desks marked for a mobile group. */
  readonly checkIns: () => number;
}): MobileGroups {
  const { definition, rulePack, durably, papers, phase } = parts;
  const entries = (): readonly MobileTrip[] => papers.get('mobile-trips', MobileTripsSchema) ?? [];
  return {
    rule: {
      limits: rulePack.settings.mobileGroup.value,
      citations: citationsOf(rulePack, ['mobileGroup']).map(({ title, source }) => ({ title, source })),
    },
    entries,
    mayBeMarked: () =>
      rulePack.settings.mobileGroup.value === null
        ? null
        : Math.max(0, voterMarksAllowed(entries()) - parts.checkIns()),
    leave({ tripsBefore, taken, when, confirmedBy }) {
      const people = confirmAct(definition, 'mobile_group', confirmedBy);
      if (!people.ok) return people;
      const before = entries();
      const trip: MobileTrip = {
        number: tripsBefore + 1,
        taken,
        leftWhen: when,
        leftConfirmedBy: [...confirmedBy],
        returned: null,
      };
      const noted = before[tripsBefore];
      if (noted !== undefined && isSame({ ...noted, returned: null }, trip)) {
        return { ok: true, value: { trip: trip.number } };
      }
      if (before.length !== tripsBefore) {
        return { ok: false, error: { type: 'mobile-trips-changed', trips: before.length } };
      }
      if (before.length >= MOST_TRIPS) {
        return { ok: false, error: { type: 'mobile-trips-used-up', most: MOST_TRIPS } };
      }
      const decided = decideDeparture({ phase: phase(), trips: before, taken, rulePack });
      if (!decided.ok) return decided;
      return durably('mobile-group-leaves', () => {
        papers.put('mobile-trips', [...before, trip]);
        return { trip: trip.number };
      });
    },
    comeBack({ trip, ballots, when, note, confirmedBy }) {
      const people = confirmAct(definition, 'mobile_group', confirmedBy);
      if (!people.ok) return people;
      const before = entries();
      const { used, unused, spoiled } = ballots;
      const returned = { used, unused, spoiled, when, note, confirmedBy: [...confirmedBy] };
      const noted = before.find(({ number }) => number === trip)?.returned ?? null;
      if (noted !== null && isSame(noted, returned)) return { ok: true, value: null };
      const decided = decideReturn({ phase: phase(), trips: before, trip, ballots, note });
      if (!decided.ok) return decided;
      return durably('mobile-group-returns', () => {
        papers.put(
          'mobile-trips',
          before.map((one) => (one.number === trip ? { ...one, returned } : one)),
        );
        return null;
      });
    },
  };
}

/** Both sides have their keys in equal order: what is kept comes out of a strict schema. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
