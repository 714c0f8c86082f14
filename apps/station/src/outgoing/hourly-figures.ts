import { type CivilTime, lastFigureHour, nextFigureHour, type Phase } from '@bilik/election';
import { z } from 'zod';
import type { PollBookStore } from '../checkin/poll-book-store.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import type { StationCodes } from './station-codes.ts';

/** What is kept of the figures that left last: asked again within the hour, the station says the same bytes. */
const KeptSchema = z.strictObject({ hour: z.int().min(0).max(23), text: z.string().max(1000) });

/** The code that the board shows, and when it changes. */
export interface HourlyCode {
  readonly type: 'figures';
  /** Full hour of the figures. */
  readonly hour: number;
  readonly text: string;
  /** Null when no further set hour comes today. */
  readonly nextAt: CivilTime | null;
}

export type FiguresRefusal =
  | StoreFailed
  /** The first set hour has not struck, or the rule pack lets no figures out before sealing: then `firstAt` is null. */
  | { readonly type: 'figures-not-yet'; readonly firstAt: CivilTime | null };

/**
 * The only figures that leave during the day: phase, present by sex, open problems, fixed at a set hour. Counted are check-ins of the hours
 * before it, which the poll book keeps anyway, so that it does not matter when in the hour somebody asks first. Never casts: their
 * curve beside that of the check-ins would show how long a voter took.
 */
export interface HourlyFigures {
  /** @errors 'figures-not-yet' · 'store-failed' */
  readonly code: () =>
    | { readonly ok: true; readonly value: HourlyCode }
    | { readonly ok: false; readonly error: FiguresRefusal };
}

export interface HourlyFiguresParts {
  readonly place: Pick<PreparedPlace, 'definition' | 'rulePack' | 'voters'>;
  readonly pollBook: Pick<PollBookStore, 'checkedIn'>;
  readonly papers: Papers;
  readonly durably: Durably;
  readonly codes: Pick<StationCodes, 'sign'>;
  readonly phase: () => Phase;
  /** Troubles that wait for somebody; nothing that changes with a single cast. */
  readonly openProblems: () => number;
  readonly clock: () => { readonly time: CivilTime };
}

export function openHourlyFigures(parts: HourlyFiguresParts): HourlyFigures {
  const { place, papers } = parts;
  const hours = {
    opens: place.definition.voting.opens,
    everyHours: place.rulePack.settings.figuresEveryHours.value,
  };
  const sexOf = new Map(place.voters.map(({ number, sex }) => [number, sex]));

  const presentBefore = (hour: number) => {
    const present = { L: 0, P: 0 };
    for (const checkIn of parts.pollBook.checkedIn()) {
      const sex = sexOf.get(checkIn.number);
      if (sex !== undefined && checkIn.hour < hour) present[sex] += 1;
    }
    return present;
  };

  return {
    code() {
      const now = parts.clock().time;
      const nextAt = nextFigureHour(now, hours) ?? null;
      const hour = lastFigureHour(now, hours);
      const kept = papers.get('hourly-figures', KeptSchema);
      // a clock that was set back makes no second code for an hour that has left
      if (kept !== undefined && (hour === undefined || hour <= kept.hour)) {
        return { ok: true, value: { type: 'figures', ...kept, nextAt } };
      }
      if (hour === undefined) return { ok: false, error: { type: 'figures-not-yet', firstAt: nextAt } };
      const text = parts.codes.sign({
        type: 'figures',
        phase: parts.phase(),
        hour,
        present: presentBefore(hour),
        openProblems: parts.openProblems(),
      });
      return parts.durably('hourly-figures', () => {
        papers.put('hourly-figures', { hour, text });
        return { type: 'figures', hour, text, nextAt };
      });
    },
  };
}
