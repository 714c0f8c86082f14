import type { Difference } from './difference.ts';
import type { PublishedCorrection, Snapshot } from './schema.ts';

const nameOf = ({ place, version }: PublishedCorrection): string => `${place} ${version}`;

/**
 * Corrections with the moments at which they are published: one that is public keeps its own; a new one that waited, or that was noted by a clock
 * that ran behind, gets that of the publication before, because until then the public saw the figures that it replaces; one that was noted by a
 * clock that ran ahead gets that of the snapshot that says it.
 * @param now of the snapshot that is being made
 */
export function datedCorrections(
  corrections: readonly PublishedCorrection[],
  previous: Pick<Snapshot, 'at' | 'corrections'> | undefined,
  now: string,
): PublishedCorrection[] {
  const published = new Map(previous?.corrections.map((one) => [nameOf(one), one.at]));
  const lastOf = new Map<string, string>();
  return corrections
    .toSorted((one, other) => one.version - other.version)
    .map((one) => {
      const earliest = [one.at, previous?.at ?? '', lastOf.get(one.place) ?? ''].toSorted().at(-1);
      const noted = earliest ?? one.at;
      const at = published.get(nameOf(one)) ?? (noted < now ? noted : now);
      lastOf.set(one.place, at);
      return { ...one, at };
    });
}

/** A new correction is not dated before the publication whose figures it replaces. */
export function momentsDiffer(before: Snapshot, after: Snapshot): Difference[] {
  const published = new Set(before.corrections.map(nameOf));
  return after.corrections
    .filter((one) => !published.has(nameOf(one)) && one.at < before.at)
    .map(({ place, at }) => ({
      ...{ rule: 'silent', field: `corrections.${place}.at` },
      ...{ written: at, expected: `≥ ${before.at}` },
    }));
}
