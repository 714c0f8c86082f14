import { canonicalText } from '@bilik/election';
import { z } from 'zod';
import { findLeaks } from '../leak/find-leaks.ts';
import { assembleSnapshot, type SnapshotFacts, type VillageFacts } from './assemble.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { Difference } from './difference.ts';
import { contradictions } from './follow-on.ts';
import type { PublishedCorrection, PublishedVillage, Snapshot } from './schema.ts';
import { rulePackFingerprint, snapshotText } from './snapshot-text.ts';
import { isCounted } from './what-stays.ts';

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

type Problem = Pick<KeptBack, 'why' | 'at'>;

/**
 * Assembles a snapshot that may be published. A village that contradicts itself, changes in silence what is published of it, or says what must
 * not be public stays as it was published, or out: one village never stops the others.
 * @throws when what is wrong is no village's: the names of event or regency, the rules
 */
export function assembleWhatHolds(facts: SnapshotFacts): {
  readonly snapshot: Snapshot;
  readonly keptBack: readonly KeptBack[];
} {
  const whole = judge(facts);
  if (whole.ok) return { snapshot: whole.snapshot, keptBack: [] };
  const { previous } = facts;
  const published = new Map(previous?.villages.map((village) => [village.code as string, village]));
  const keptBack = [
    ...facts.villages.flatMap(({ code }): KeptBack[] => {
      const problem = problemOf(factsOfVillage(facts, code));
      return problem === undefined ? [] : [{ village: code, ...problem, stays: published.has(code) }];
    }),
    ...goneOf(facts).map((village) => ({
      ...{ village, why: 'gone' as const, at: `villages.${village}`, stays: true },
    })),
  ];
  const judged = judge(withoutKeptBack(facts, keptBack));
  if (!judged.ok) throw new Error(`nothing is published: ${judged.problem.why} at ${judged.problem.at}`);
  return { snapshot: judged.snapshot, keptBack };
}

type Judged =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problem: Problem };

function judge(facts: SnapshotFacts): Judged {
  const assembled = assembleOrName(facts);
  if (!assembled.ok) return assembled;
  const { snapshot } = assembled;
  const problem = problemIn(snapshot, facts.previous, snapshotText(snapshot));
  return problem === undefined ? assembled : { ok: false, problem };
}

function problemOf(facts: SnapshotFacts): Problem | undefined {
  const assembled = assembleOrName(facts);
  if (!assembled.ok) return assembled.problem;
  const { villages, corrections } = assembled.snapshot;
  // the texts of its own: those of event and rules are everybody's
  return problemIn(assembled.snapshot, facts.previous, canonicalText({ villages, corrections }));
}

function assembleOrName(facts: SnapshotFacts): Judged {
  try {
    return { ok: true, snapshot: assembleSnapshot(facts) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const at = error.issues[0]?.path.join('.') ?? '';
    return { ok: false, problem: { why: 'contradicts', at } };
  }
}

function problemIn(snapshot: Snapshot, previous: Snapshot | undefined, text: string): Problem | undefined {
  const [leak] = findLeaks('snapshot.json', new TextEncoder().encode(text));
  if (leak !== undefined) return { why: 'text-not-public', at: `${leak.rule}: ${leak.shown}` };
  const [difference] = [
    ...(previous === undefined ? [] : contradictions(previous, snapshot)),
    ...checkSnapshot(snapshot),
  ];
  return difference && { why: reasonOf(difference), at: difference.field };
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
function goneOf({ previous, villages, left = [] }: SnapshotFacts): readonly string[] {
  const known = new Set<string>(villages.map(({ code }) => code));
  const hasLeft = new Set<string>(left.map(({ code }) => code));
  return (previous?.villages ?? [])
    .filter((village) => !known.has(village.code) && (isCounted(village) || !hasLeft.has(village.code)))
    .map(({ code }) => code);
}

function withoutKeptBack(facts: SnapshotFacts, keptBack: readonly KeptBack[]): SnapshotFacts {
  const { previous } = facts;
  const codes = new Set(keptBack.map(({ village }) => village));
  const isKeptBack = (place: string) => codes.has(place.slice(0, -4));
  const staying = (previous?.villages ?? []).filter(({ code }) => codes.has(code));
  const villages = [
    ...facts.villages.filter(({ code }) => !codes.has(code)),
    ...staying.map((village) => asPublished(village, previous)),
  ];
  const subDistricts = new Map(
    [...(previous?.subDistricts ?? []), ...facts.subDistricts].map(({ code, name }) => [
      code as string,
      name,
    ]),
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
