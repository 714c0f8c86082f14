import type { Part } from '../tabulation/tables.ts';

/** One row of `result_change` as far as publishing goes. */
export interface ChangeRow {
  readonly number: number;
  readonly at: Date;
  readonly place: string;
  readonly part: Part;
  readonly withdrawn: boolean;
  readonly users: number;
  readonly valid: number;
  readonly invalid: number;
  readonly votes: Readonly<Record<string, number>>;
  readonly source_kind: 'record' | 'sheet' | 'internal' | 'evidence';
  readonly source: string;
  readonly reason: string | null;
}

/** A moment at which all parts of a place were in, and its figures were others than before. */
export interface PlaceVersion {
  /** By the place's parts, in their order. */
  readonly parts: readonly ChangeRow[];
  readonly at: Date;
  /** Null for the first. */
  readonly reason: string | null;
}

/** What stands of a place, and how it came to be so. */
export interface PlaceHistory {
  /** Oldest first. */
  readonly versions: readonly PlaceVersion[];
  /** Whether the last version still stands: no part was withdrawn since. */
  readonly stands: boolean;
  /** Reasons given since the last version; null while it stands. */
  readonly withdrawnReason: string | null;
}

/**
 * Replays the changes of one place.
 * @param parts of the place now @param changes of one contest, in order
 */
export function historyOf(parts: readonly Part[], changes: readonly ChangeRow[]): PlaceHistory {
  const standing = new Map<Part, ChangeRow>();
  const versions: PlaceVersion[] = [];
  let reasons: string[] = [];
  for (const change of changes) {
    if (change.reason !== null) reasons.push(change.reason);
    if (change.withdrawn) standing.delete(change.part);
    else standing.set(change.part, change);
    // before a machine gave way to paper, one result was the whole place's: what it was stays a version
    const needed: readonly Part[] = change.part === 'whole' ? ['whole'] : parts;
    const rows = needed.flatMap((part) => standing.get(part) ?? []);
    if (rows.length < needed.length) continue;
    const reason = versions.length === 0 ? null : reasons.join(' ').slice(0, 400);
    versions.push({ parts: rows, at: change.at, reason });
    reasons = [];
  }
  const stands = parts.every((part) => standing.has(part));
  return { versions, stands, withdrawnReason: stands ? null : reasons.join(' ').slice(0, 400) };
}

/** What a part's figures came from, version by version, the newest first. */
export function sourcesOf({ versions }: PlaceHistory, part: Part): readonly string[] {
  return versions
    .toReversed()
    .flatMap(({ parts }) => parts.filter((change) => change.part === part))
    .map(({ source }) => source);
}
