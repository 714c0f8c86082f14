import type { Published } from './published.ts';

/** In what a record is not as its polling place's page says. */
export type PublishedDifference = 'file' | 'place' | 'kind' | 'names' | 'votes';

/** What the record itself says. */
export interface RecordFacts {
  /** Hex SHA-256 of its file. */
  readonly file: string | undefined;
  readonly pollingPlace: string | undefined;
  readonly kind: string | undefined;
  /** The ballot's answers, in list order: candidates first. */
  readonly answers: readonly string[];
  readonly votes: readonly { readonly key: string; readonly count: number }[];
}

/** Compares a record with everything that is published of it: the same votes under other names are another result. */
export function differencesOf(
  published: Published,
  { file, pollingPlace, kind, answers, votes }: RecordFacts,
): readonly PublishedDifference[] {
  const stated = published.votes;
  const isSameVote =
    stated === undefined ||
    (votes.length === stated.length &&
      votes.every(({ key, count }, index) => stated[index]?.key === key && stated[index].count === count));
  const candidates = answers.filter((answer) => /^[1-9]\. /.test(answer));
  const isSameName =
    candidates.length === published.names.length &&
    published.names.every((name, index) => answers[index] === name);
  return [
    ...(file === published.record ? [] : (['file'] as const)),
    ...(pollingPlace === published.place ? [] : (['place'] as const)),
    ...(kind === published.kind ? [] : (['kind'] as const)),
    ...(isSameName ? [] : (['names'] as const)),
    ...(isSameVote ? [] : (['votes'] as const)),
  ];
}
