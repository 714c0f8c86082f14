import { civilClock, civilDateSchema, type Zone } from '@bilik/election';
import {
  isPublicText,
  type PublishedCorrection,
  type PublishedOutcome,
  type VillageFacts,
} from '@bilik/publication';
import { outcomeFactSchema, standingOf } from '../outcome/outcome-fact.ts';
import type { PlaceHistory, PlaceVersion } from './place-versions.ts';
import type { PlaceWaits } from './tables.ts';

/** In place of words that must not be public: the office keeps them, and the figures are published all the same. */
const KEPT_BACK = 'Alasannya memuat keterangan yang tidak boleh diumumkan; tersimpan lengkap di kantor.';

/** Of a reason in a snapshot. */
const MOST_LETTERS = 400;

/**
 * A reason as the public reads it. One that names a NIK or a phone number would be refused by the portal, and with it everything else that
 * waits to be published.
 */
export function publicReason(reason: string): string {
  return isPublicText(reason) ? reason.trim() || '–' : KEPT_BACK;
}

/** What the public reads of a place that is left out. */
export const LEFT_OUT: Readonly<Record<PlaceWaits, string>> = {
  'photo-with-metadata':
    'Foto lembar hasil memuat keterangan yang tidak boleh diumumkan; hasil terbit lagi dengan foto yang bersih.',
  'photo-missing': 'Foto lembar hasil belum ada; hasil terbit lagi dengan fotonya.',
  'code-missing': 'Kode lembar hasil belum ada; hasil terbit lagi dengan kodenya.',
  'files-not-public':
    'Berkas hasil memuat keterangan yang tidak boleh diumumkan; hasil terbit lagi dengan berkas yang bersih.',
  'result-unreadable': 'Berkas hasil tidak terbaca; hasil terbit lagi bila sudah diperiksa.',
};

/** Every version of a place but the first, with what it replaced and why. */
export function correctionsOf(
  place: string,
  { versions }: PlaceHistory,
  figuresOf: (version: PlaceVersion) => PublishedCorrection['before'],
): readonly PublishedCorrection[] {
  return versions.slice(1).flatMap((version, index) => {
    const before = versions[index];
    return before === undefined
      ? []
      : [
          {
            ...{ place, version: index + 2, reason: publicReason(version.reason ?? '') },
            at: `${version.at.toISOString().slice(0, 19)}Z`,
            before: figuresOf(before),
            after: figuresOf(version),
          },
        ];
  });
}

/**
 * What people determined, if the figures are still those that they determined, and if everything that it rests on is public: a village
 * whose place is left out for want of evidence is determined at the office, and not yet in public.
 * @param rows facts about the village's outcome, in order @param standingChanges numbers of the changes that stand in its places
 * @param outcome what the rules say of the published figures @param rules fingerprint of their rule pack
 */
export function determinationOf(
  rows: readonly { readonly fact: unknown; readonly at: Date }[],
  standingChanges: readonly number[],
  {
    outcome,
    rules,
    zone,
  }: {
    readonly outcome: PublishedOutcome | undefined;
    readonly rules: string;
    readonly zone: Zone;
  },
): VillageFacts['determination'] {
  const facts = rows.map(({ fact, at }) => ({ fact: outcomeFactSchema.parse(fact), at }));
  const standing = standingOf(
    facts.map(({ fact }) => fact),
    standingChanges.toSorted((left, right) => left - right),
    rules,
  );
  const determined = facts.findLast(({ fact }) => fact.type === 'determined');
  const decided = decisionOf(outcome, standing.chosen);
  if (standing.stage === 'provisional' || standing.isStale || determined === undefined) return null;
  if (decided === undefined) return null;
  const isDecreed = standing.stage === 'decreed';
  return {
    ...decided,
    // a morning in Jayapura is the evening before in UTC
    on: isDecreed ? civilDateSchema.parse(standing.date) : civilClock(determined.at.getTime(), zone).date,
    document: isDecreed ? publicDocument(standing.number) : minutesDocument(standing.minutes),
  };
}

/**
 * Why people took back what was determined, as the public reads it; undefined where they did not, or where what was determined since fell for
 * another reason.
 */
export function reopenedWhy(
  rows: readonly { readonly fact: unknown }[],
  determination: VillageFacts['determination'],
): string | undefined {
  const facts = rows.map(({ fact }) => outcomeFactSchema.parse(fact));
  const last = facts.findLastIndex(({ type }) => type === 'reopened');
  const reopened = facts[last];
  const determinedSince = facts.slice(last + 1).some(({ type }) => type === 'determined');
  if (reopened?.type !== 'reopened' || (determination === null && determinedSince)) return undefined;
  return publicReason(reopened.reason).slice(0, MOST_LETTERS);
}

/** Letters and digits of a hash by which minutes are called. */
const CALLED_BY = 16;

/** The committee's minutes by the beginning of their hash; where that looks like somebody's number by chance, by the next part that does not. */
function minutesDocument(minutes: string): string {
  const parts = minutes.match(new RegExp(`.{${CALLED_BY}}`, 'g')) ?? [];
  const named = parts.map((part) => `Berita acara ${part}`).find(isPublicText);
  return named ?? 'Berita acara';
}

/** The number of a decree as it was typed; without it the day tells which decree is meant. */
function publicDocument(number: string): string {
  return isPublicText(number) ? number : 'Keputusan bupati';
}

/** Who is elected, and why where the rules end; undefined while neither rules nor people have said so. */
function decisionOf(
  outcome: PublishedOutcome | undefined,
  chosen: { readonly candidate: number; readonly reason: string } | null,
): Pick<NonNullable<VillageFacts['determination']>, 'candidate' | 'reason'> | undefined {
  switch (outcome?.type) {
    case 'winner':
      return { candidate: outcome.candidate, reason: null };
    case 'empty-column-wins':
      return { candidate: null, reason: null };
    case 'people-decide': {
      if (chosen === null || !outcome.among.includes(chosen.candidate)) return undefined;
      return { candidate: chosen.candidate, reason: bothLanguages(publicReason(chosen.reason)) };
    }
    default:
      return undefined;
  }
}

const bothLanguages = (text: string) => ({ id: text, en: text });
