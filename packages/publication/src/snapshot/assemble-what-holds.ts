import { canonicalText } from '@bilik/election';
import { z } from 'zod';
import { findLeaks } from '../leak/find-leaks.ts';
import { assembleSnapshot, type SnapshotFacts, type VillageFacts } from './assemble.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { Difference } from './difference.ts';
import { contradictions } from './follow-on.ts';
import { isCounted } from './is-counted.ts';
import { wordsNotPublic } from './public-words.ts';
import type { PublishedCorrection, PublishedVillage, Snapshot } from './schema.ts';
import { rulePackFingerprint } from './snapshot-text.ts';

/** Why a village is not published as it is now. */
export const KEPT_BACK_REASONS = [
  /** A name or a reason holds a person's number, or words that must not be public. */
  'text-not-public',
  /** Candidates, registered voters or rules are others than those of its published result. */
  'candidates-changed',
  'voters-changed',
  'rules-changed',
  /** It is not in the event any more, and has a published result or nobody said that it left. */
  'gone',
  /** Anything else that does not fit together, or changes what is published without a correction. */
  'contradicts',
] as const;
export type KeptBackReason = (typeof KEPT_BACK_REASONS)[number];

/** A village that is not published as it is now. */
export interface KeptBack {
  readonly village: string;
  readonly why: KeptBackReason;
  /** Where in the snapshot, for whoever looks for the cause. */
  readonly at: string;
  /** It stays as it was published; otherwise it was never published and is out. */
  readonly stays: boolean;
}

/** What is wrong is no village's, so that none of them can be kept back for it. */
export class NothingHolds extends Error {}

interface Problem extends Pick<KeptBack, 'why' | 'at'> {
  /** Villages in the places of everything that is wrong, the first first. */
  readonly named: readonly string[];
}

/**
 * Assembles a snapshot that may be published. A village that contradicts itself, changes in silence what is published of it, or says what must
 * not be public stays as it was published, or out: one village never stops the others. Where villages hold each by itself and not together,
 * they are kept back one at a time, the one that is named first, until the others hold.
 * @throws NothingHolds when what is wrong is no village's: the names of event or regency, the rules; and when no village is left
 */
export function assembleWhatHolds(facts: SnapshotFacts): {
  readonly snapshot: Snapshot;
  readonly keptBack: readonly KeptBack[];
} {
  const unread = unreadOf(facts);
  const whole = judge(withoutKeptBack(facts, unread));
  if (whole.ok) return { snapshot: whole.snapshot, keptBack: unread };
  const stays = publishedIn(facts.previous);
  const keepBack = (village: string, { why, at }: Omit<Problem, 'named'>): KeptBack => ({
    ...{ village, why, at, stays: stays.has(village) },
  });
  const alone = [
    ...unread,
    ...facts.villages.flatMap(({ code }) => {
      const problem = problemOf(factsOfVillage(facts, code));
      return problem === undefined ? [] : [keepBack(code, problem)];
    }),
    ...goneOf(facts).map((village) => keepBack(village, { why: 'gone', at: `villages.${village}` })),
  ];
  const together: KeptBack[] = [];
  let judged = judge(withoutKeptBack(facts, alone));
  while (!judged.ok) {
    const { problem } = judged;
    const village = nextToKeepBack(facts, [...alone, ...together], problem);
    if (village === undefined)
      throw new NothingHolds(`nothing is published: ${problem.why} at ${problem.at}`);
    together.push(keepBack(village, problem));
    judged = judge(withoutKeptBack(facts, [...alone, ...together]));
  }
  // whoever was kept back before the one that it hung on goes on
  for (const one of together.slice(0, -1)) {
    const others = together.filter((other) => other !== one);
    const again = judge(withoutKeptBack(facts, [...alone, ...others]));
    if (!again.ok) continue;
    together.splice(together.indexOf(one), 1);
    judged = again;
  }
  return { snapshot: judged.snapshot, keptBack: [...alone, ...together] };
}

const publishedIn = (previous: Snapshot | undefined): ReadonlySet<string> =>
  new Set(previous?.villages.map(({ code }) => code));

function unreadOf({ unread = [], previous }: SnapshotFacts): KeptBack[] {
  const published = publishedIn(previous);
  return unread.map((village) => ({
    ...{ village, why: 'contradicts', at: `villages.${village}`, stays: published.has(village) },
  }));
}

const VILLAGE_CODE = /\d{2}\.\d{2}\.\d{2}\.\d{4}/g;

/**
 * Which village is kept back for what is wrong with all together. The one that is named; where none is, it is room that is missing, and the
 * one goes that takes most of it.
 * @returns undefined when nobody is left, or when a village alone has the same wrong with it: then it is everybody's
 */
function nextToKeepBack(
  facts: SnapshotFacts,
  keptBack: readonly KeptBack[],
  { why, at, named }: Problem,
): string | undefined {
  const kept = new Set(keptBack.map(({ village }) => village));
  const left = facts.villages.filter(({ code }) => !kept.has(code));
  const [one] = left;
  if (one === undefined) return undefined;
  const meant = named.find((code) => left.some((village) => village.code === code));
  if (meant !== undefined) return meant;
  const alone = judge(factsOfVillage(facts, one.code));
  if (!alone.ok && alone.problem.why === why && alone.problem.at === at) return undefined;
  const roomOf = ({ code }: VillageFacts) =>
    JSON.stringify(factsOfVillage({ ...facts, previous: undefined }, code)).length;
  const rooms = left.map((village) => ({ code: village.code as string, room: roomOf(village) }));
  return rooms.reduce((most, village) => (village.room > most.room ? village : most)).code;
}

type Judged =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problem: Problem };

function judge(facts: SnapshotFacts): Judged {
  const assembled = assembleOrName(facts);
  if (!assembled.ok) return assembled;
  const { snapshot } = assembled;
  const problem = problemIn(snapshot, facts.previous, snapshot);
  return problem === undefined ? assembled : { ok: false, problem };
}

function problemOf(facts: SnapshotFacts): Problem | undefined {
  const assembled = assembleOrName(facts);
  if (!assembled.ok) return assembled.problem;
  const { villages, corrections } = assembled.snapshot;
  // the texts of its own: those of event and rules are everybody's
  return problemIn(assembled.snapshot, facts.previous, { villages, corrections });
}

function assembleOrName(facts: SnapshotFacts): Judged {
  try {
    return { ok: true, snapshot: assembleSnapshot(facts) };
  } catch (error) {
    // whatever it is: of one village it is that village's, and the office reads where
    const at =
      error instanceof z.ZodError ? (error.issues[0]?.path ?? []).join('.') : `${error}`.slice(0, 200);
    return { ok: false, problem: { why: 'contradicts', at, named: [] } };
  }
}

function problemIn(
  snapshot: Snapshot,
  previous: Snapshot | undefined,
  texts: Partial<Snapshot>,
): Problem | undefined {
  const [leak] = findLeaks('snapshot.json', new TextEncoder().encode(canonicalText(texts)));
  if (leak !== undefined) return { why: 'text-not-public', at: `${leak.rule}: ${leak.shown}`, named: [] };
  const [words] = wordsNotPublic(texts);
  if (words !== undefined)
    return { why: 'text-not-public', at: words, named: words.match(VILLAGE_CODE) ?? [] };
  const differences = [
    ...(previous === undefined ? [] : contradictions(previous, snapshot)),
    ...checkSnapshot(snapshot),
  ];
  const [first] = differences;
  const named = differences.flatMap(({ field }) => field.match(VILLAGE_CODE) ?? []);
  return first && { why: reasonOf(first), at: first.field, named };
}

function reasonOf({ rule, field }: Difference): KeptBackReason {
  if (rule !== 'silent') return 'contradicts';
  if (field.endsWith('.contest.candidates')) return 'candidates-changed';
  if (field.endsWith('.registered')) return 'voters-changed';
  return field.endsWith('.rulePack') ? 'rules-changed' : 'contradicts';
}

/** The facts of one village alone, after what was published of it alone. */
function factsOfVillage(facts: SnapshotFacts, code: string): SnapshotFacts {
  const { previous } = facts;
  return {
    ...facts,
    villages: facts.villages.filter((village) => village.code === code),
    subDistricts: facts.subDistricts.filter((subDistrict) => code.startsWith(`${subDistrict.code}.`)),
    corrections: facts.corrections.filter(({ place }) => isOf(place, code)),
    previous: previous && {
      ...previous,
      villages: previous.villages.filter((village) => village.code === code),
      corrections: previous.corrections.filter(({ place }) => isOf(place, code)),
    },
  };
}

const isOf = (place: string, village: string): boolean => place.startsWith(`${village}-`);

/** Villages that are published and not among the facts, without having left the event or with a published result. */
function goneOf({ previous, villages, unread = [], left = [] }: SnapshotFacts): readonly string[] {
  const known = new Set<string>([...villages.map(({ code }) => code), ...unread]);
  const hasLeft = new Set<string>(left.map(({ code }) => code));
  return (previous?.villages ?? [])
    .filter((village) => !known.has(village.code) && (isCounted(village) || !hasLeft.has(village.code)))
    .map(({ code }) => code);
}

function withoutKeptBack(facts: SnapshotFacts, keptBack: readonly KeptBack[]): SnapshotFacts {
  if (keptBack.length === 0) return facts;
  const { previous } = facts;
  const codes = new Set(keptBack.map(({ village }) => village));
  const isKeptBack = (place: string) => codes.has(place.slice(0, -4));
  const staying = (previous?.villages ?? []).filter(({ code }) => codes.has(code));
  const villages = [
    ...facts.villages.filter(({ code }) => !codes.has(code)),
    ...staying.map((village) => asPublished(village, previous)),
  ];
  // a name that only villages need that are kept back is the one that was published
  const isNeeded = (code: string) =>
    facts.villages.some((village) => !codes.has(village.code) && village.code.startsWith(`${code}.`));
  const subDistricts = new Map(
    [
      ...facts.subDistricts,
      ...(previous?.subDistricts ?? []),
      ...facts.subDistricts.filter(({ code }) => isNeeded(code)),
    ].map(({ code, name }) => [code as string, name]),
  );
  const corrections: readonly PublishedCorrection[] = [
    ...facts.corrections.filter(({ place }) => !isKeptBack(place)),
    ...(previous?.corrections ?? []).filter(({ place }) => isKeptBack(place)),
  ];
  const published = new Map(previous?.files.map((file) => [file.sha256, file]));
  return {
    ...facts,
    villages,
    subDistricts: [...subDistricts]
      .filter(([code]) => villages.some((village) => village.code.startsWith(`${code}.`)))
      .map(([code, name]) => ({ code, name })),
    corrections: [...corrections],
    withheld: Object.fromEntries(
      Object.entries(facts.withheld ?? {}).filter(([place]) => !isKeptBack(place)),
    ),
    fileFacts(sha256) {
      const known = published.get(sha256);
      return known === undefined ? facts.fileFacts(sha256) : { bytes: known.bytes, media: known.media };
    },
  };
}

/** What was published of a village, as facts. */
function asPublished(village: PublishedVillage, previous: Snapshot | undefined): VillageFacts {
  const rulePack = previous?.rulePacks.find((pack) => rulePackFingerprint(pack) === village.rulePack);
  if (rulePack === undefined) throw new Error(`the published snapshot has no rules of ${village.code}`);
  const { totals: _totals, outcome: _outcome, state: _state, fallen: _fallen, ...facts } = village;
  return { ...facts, rulePack };
}
