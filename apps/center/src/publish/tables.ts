import type { KeptBackReason } from '@bilik/publication';
import type { GeneratedAlways } from 'kysely';
import type { JsonColumn, Moment } from '../database/base-tables.ts';

/** Why a polling place's result waits. */
export type PlaceWaits =
  | 'photo-with-metadata'
  | 'photo-missing'
  | 'code-missing'
  | 'files-not-public'
  | 'result-unreadable';

/** In what a polling place that is published is not as the office has it. */
export type PlaceDiffers = 'photo-of-before' | 'name-of-place' | 'voters-of-before';

/** What a publication leaves out or shows otherwise, and why: of a polling place, or a whole village. */
export type LeftOut =
  | { readonly place: string; readonly why: PlaceWaits | PlaceDiffers }
  | { readonly village: string; readonly why: KeptBackReason; readonly stays: boolean };

/**
 * Why a try to publish failed: the facts hold something that is no village's and cannot be public; the portal refused; or the machine could not
 * write or read.
 */
export type FailedFor = 'facts' | 'portal' | 'machine';

/** What migrations 0080 and 0089 make. */
export interface PublishTables {
  readonly publication: {
    election: string;
    number: number;
    area: string;
    state: 'writing' | 'published';
    snapshot: string;
    facts: string;
    at: Moment;
    published_at: Moment | null;
    left_out: JsonColumn<readonly LeftOut[]>;
  };
  readonly publishing: {
    number: GeneratedAlways<number>;
    election: string;
    area: string;
    is_open: boolean;
    reason: string;
    account: string;
    at: Moment;
  };
  readonly publication_failed: {
    election: string;
    area: string;
    why: FailedFor | null;
    at: Moment;
  };
}
