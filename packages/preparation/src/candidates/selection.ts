import { type Bilingual, bilingualSchema, type Frozen, lawTextSchema, slugSchema } from '@bilik/election';
import { z } from 'zod';

/** How more than five are brought down to five: published criteria with weights, and the order in which they break a tie. */
export const selectionRuleSchema = z
  .strictObject({
    format: z.literal('bilik/v1/selection-rule'),
    id: slugSchema,
    criteria: z
      .array(
        z.strictObject({
          id: slugSchema,
          name: bilingualSchema(120),
          weightPercent: z.int().min(1).max(100),
        }),
      )
      .min(1)
      .max(8)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'criterion-twice')
      .refine(
        (list) => list.reduce((sum, { weightPercent }) => sum + weightPercent, 0) === 100,
        'weights-are-not-100',
      ),
    /** Criteria that are compared, in this order, when weighted totals are equal. */
    tieOrder: z.array(slugSchema).max(8),
    basis: lawTextSchema(200),
  })
  .refine(
    ({ criteria, tieOrder }) =>
      new Set(tieOrder).size === tieOrder.length &&
      tieOrder.every((id) => criteria.some((criterion) => criterion.id === id)),
    'tie-order-unknown',
  );
export type SelectionRule = Frozen<z.infer<typeof selectionRuleSchema>>;

/** Weights of Tegal (second-hand); that ties go by the same order is our reading: ask the regency. */
export const defaultSelectionRule: SelectionRule = selectionRuleSchema.parse({
  format: 'bilik/v1/selection-rule',
  id: 'indonesia-default',
  criteria: [
    {
      id: 'experience',
      name: { id: 'Pengalaman di pemerintahan desa', en: 'Experience in village government' },
      weightPercent: 35,
    },
    { id: 'education', name: { id: 'Pendidikan', en: 'Education' }, weightPercent: 35 },
    { id: 'age', name: { id: 'Usia', en: 'Age' }, weightPercent: 30 },
  ],
  tieOrder: ['experience', 'education', 'age'],
  basis: {
    id: 'Tegal 2026-27, dari tangan kedua: pengalaman 35 %, pendidikan 35 %, usia 30 %',
    en: 'Tegal 2026-27, second-hand: 35 % experience, 35 % education, 30 % age',
  },
});

/** Scores of one candidate, 0 to 100 for every criterion. */
export interface ScoredCandidate {
  readonly id: string;
  readonly scores: Readonly<Record<string, number>>;
}

export interface RankedCandidate {
  readonly id: string;
  /** 0 to 10,000: hundredths of the weighted total. */
  readonly totalHundredths: number;
  /** Equal for those whom neither total nor tie order parts; the best is 1. */
  readonly rank: number;
}

/** Who goes on. `people-decide`: those tied at the last place, for as many places as are left; never by name, order or draw of ours. */
export type SelectionOutcome = {
  readonly ranked: readonly RankedCandidate[];
  readonly sentence: Bilingual;
} & (
  | { readonly type: 'selected'; readonly selected: readonly string[] }
  | {
      readonly type: 'people-decide';
      readonly selected: readonly string[];
      readonly tied: readonly string[];
      readonly places: number;
    }
  | { readonly type: 'scores-missing'; readonly missing: readonly { id: string; criterion: string }[] }
);

/**
 * The best `places` by weighted total, ties by the rule's order of criteria.
 * @param places at least 1
 * @returns the same for any order of `candidates`
 */
export function selectByScore(
  candidates: readonly ScoredCandidate[],
  rule: SelectionRule,
  places: number,
): SelectionOutcome {
  const missing = candidates.flatMap(({ id, scores }) =>
    rule.criteria
      .filter((criterion) => scores[criterion.id] === undefined)
      .map((criterion) => ({ id, criterion: criterion.id })),
  );
  if (missing.length > 0) {
    return {
      type: 'scores-missing',
      ranked: [],
      missing,
      sentence: {
        id: `${missing.length} nilai belum ada. Seleksi belum dapat dihitung. Lengkapi nilainya.`,
        en: `${missing.length} scores are missing. The selection cannot be computed yet. Fill them in.`,
      },
    };
  }
  const compare = (left: ScoredCandidate, right: ScoredCandidate) => compareScores(left, right, rule);
  const sorted = [...candidates].sort((left, right) => compare(left, right) || (left.id < right.id ? -1 : 1));
  const ranked = sorted.map((candidate) => ({
    id: candidate.id,
    totalHundredths: totalHundredths(candidate, rule),
    rank: sorted.findIndex((other) => compare(other, candidate) === 0) + 1,
  }));
  const lastRank = ranked[places - 1]?.rank;
  const next = ranked[places];
  if (next === undefined || lastRank === undefined || next.rank !== lastRank) {
    return {
      type: 'selected',
      ranked,
      selected: ranked.slice(0, places).map(({ id }) => id),
      sentence: {
        id: `${Math.min(places, ranked.length)} calon dengan nilai tertinggi terpilih.`,
        en: `The ${Math.min(places, ranked.length)} candidates with the highest scores are selected.`,
      },
    };
  }
  const selected = ranked.filter(({ rank }) => rank < lastRank).map(({ id }) => id);
  const tied = ranked.filter(({ rank }) => rank === lastRank).map(({ id }) => id);
  return {
    type: 'people-decide',
    ranked,
    selected,
    tied,
    places: places - selected.length,
    sentence: {
      id: `${tied.length} calon bernilai sama dalam semua kriteria untuk ${places - selected.length} tempat. Aturan tidak memisahkan mereka; orang memutuskan dengan berita acara.`,
      en: `${tied.length} candidates are equal in all criteria for ${places - selected.length} places. The rule does not part them; people decide, with minutes.`,
    },
  };
}

/** Negative when `left` is better: by total, then by the criteria of the tie order; 0 when nothing parts them. */
export function compareScores(left: ScoredCandidate, right: ScoredCandidate, rule: SelectionRule): number {
  const byTotal = totalHundredths(right, rule) - totalHundredths(left, rule);
  if (byTotal !== 0) return byTotal;
  for (const criterion of rule.tieOrder) {
    const difference = (right.scores[criterion] ?? 0) - (left.scores[criterion] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function totalHundredths({ scores }: ScoredCandidate, { criteria }: SelectionRule): number {
  return criteria.reduce((sum, { id, weightPercent }) => sum + (scores[id] ?? 0) * weightPercent, 0);
}
