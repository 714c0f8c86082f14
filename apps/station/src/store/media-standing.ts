import type { CivilTime } from '@bilik/election';
import type { PairVerdict } from './media-cuts.ts';
import type { MediumFault } from './medium-fault.ts';

/** What is wrong with a medium, and what it said. */
export interface MediumProblem {
  readonly fault: MediumFault;
  readonly reason: string;
}

export type StoreProblem =
  | { readonly type: 'store-in-use'; readonly folder: string }
  | { readonly type: 'store-of-other-version'; readonly found: number; readonly expected: number }
  | { readonly type: 'store-of-other-election'; readonly found: string; readonly expected: string }
  /** A file of the place is not the one with which this store was made. */
  | { readonly type: 'store-of-other-place'; readonly file: string }
  | { readonly type: 'store-not-durable'; readonly pragma: string; readonly found: string }
  | { readonly type: 'store-damaged'; readonly reason: string }
  /** A pair of media that the table of cuts does not let start. */
  | { readonly type: 'media-refused'; readonly verdict: MediaRefusal };

/** `first-empty`: there is no store here, but the second medium holds one: that is a takeover. */
export type MediaRefusal =
  | Extract<PairVerdict, 'two-stations' | 'taken-over' | 'first-older' | 'media-disagree'>
  | 'first-empty';

/** How the media of this station are. */
export type MediaStanding =
  | {
      readonly state: 'two';
      /** Numbers of first and second. */
      readonly media: readonly number[];
      /** A write of the second took longer than `SLOW_WRITE_MS` since it was put in. */
      readonly isSlow: boolean;
      /** Both lie on one device of this machine. */
      readonly shareDevice: boolean;
    }
  | { readonly state: 'one'; readonly since: CivilTime }
  | {
      readonly state: 'paused';
      readonly medium: 'first' | 'second';
      readonly fault: MediumFault;
      /** What the medium said, for the technician. */
      readonly reason: string;
      /** Of the medium that lies there, when it belongs elsewhere. */
      readonly foreignPlace: string | null;
    };

export type MediumActRefusal =
  /** The new medium cannot be used, and why. The pause goes on. */
  | ({ readonly type: 'medium-refused'; readonly foreignPlace: string | null } & MediumProblem)
  /** Both media are there: nothing is to be replaced. */
  | { readonly type: 'medium-not-missing' }
  /** The station's own medium fails: it can decide nothing more. */
  | { readonly type: 'first-medium-fails' };

export type MediumActed =
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly error: MediumActRefusal };

/** Voting pauses until people act. */
export type PausedMedia = Extract<MediaStanding, { state: 'paused' }>;

export function pausedBy(
  medium: 'first' | 'second',
  { fault, reason }: MediumProblem,
  foreignPlace: string | null = null,
): PausedMedia {
  return { state: 'paused', medium, fault, reason, foreignPlace };
}
