import type {
  CheckpointProblem,
  Difference,
  Leak,
  ManifestProblem,
  SnapshotProblem,
} from '@bilik/publication';

/** Why nothing was published. The site that is there stays as it is. */
export type WriteProblem =
  | { readonly type: 'snapshot-missing'; readonly path: string }
  | { readonly type: 'snapshot-unreadable'; readonly problem: SnapshotProblem }
  | { readonly type: 'snapshot-does-not-hold'; readonly differences: readonly Difference[] }
  /** It does not follow the one that is published. */
  | { readonly type: 'snapshot-out-of-order'; readonly expected: number; readonly given: number }
  | { readonly type: 'snapshot-of-other-history' }
  /** It changes what is published, and no correction says so. */
  | { readonly type: 'snapshot-changes-in-silence'; readonly differences: readonly Difference[] }
  | { readonly type: 'file-missing'; readonly sha256: string }
  | { readonly type: 'file-differs'; readonly sha256: string }
  | { readonly type: 'leak'; readonly leaks: readonly Leak[] }
  /** Words that name a person's number, however it is written: where they stand in the snapshot. */
  | { readonly type: 'words-not-public'; readonly fields: readonly string[] }
  | { readonly type: 'folder-is-no-site'; readonly path: string }
  /** The site that is there is not as it was written: nobody builds on it. */
  | {
      readonly type: 'site-damaged';
      readonly path: string;
      readonly problem:
        | CheckpointProblem
        | ManifestProblem
        | { readonly type: 'log-differs' }
        | { readonly type: 'snapshot-differs' };
    }
  | { readonly type: 'check-page-not-built' };

const SHOWN = 5;

function shownOf(differences: readonly Difference[]): string {
  return differences
    .slice(0, SHOWN)
    .map(({ rule, field, written, expected }) => `${rule} at ${field}: ${written}, should be ${expected}`)
    .join('; ');
}

/** What happened, what did not, and what to do next. */
export function explainProblem(problem: WriteProblem): string {
  const nothing = 'Nothing was published; the site is as it was.';
  switch (problem.type) {
    case 'snapshot-missing':
      return `There is no snapshot at ${problem.path}. ${nothing} Give the folder that holds snapshot.json.`;
    case 'snapshot-unreadable':
      return `The snapshot cannot be read: ${JSON.stringify(problem.problem)}. ${nothing} Make it again.`;
    case 'snapshot-does-not-hold':
      return `The snapshot contradicts itself in ${problem.differences.length} places: ${shownOf(problem.differences)}. ${nothing} Correct its source and make it again.`;
    case 'snapshot-changes-in-silence':
      return `The snapshot changes what is published in ${problem.differences.length} places, and no correction says so: ${shownOf(problem.differences)}. ${nothing} Correct the results with a reason, and make it again.`;
    case 'snapshot-out-of-order':
      return `Snapshot ${problem.given} was given, and ${problem.expected} is next. ${nothing} Publish them in order.`;
    case 'snapshot-of-other-history':
      return `The snapshot names another one before it than the one that is published. ${nothing} Make it from what is published.`;
    case 'file-missing':
      return `The file ${problem.sha256} is named and not in the folder. ${nothing} Put it into files/.`;
    case 'file-differs':
      return `The file ${problem.sha256} has other bytes than its name says. ${nothing} Copy it again.`;
    case 'leak': {
      const shown = problem.leaks
        .slice(0, SHOWN)
        .map(({ rule, path, at, shown: what }) => `${rule} in ${path} at byte ${at}: ${what}`);
      return `Something would become public that must not: ${shown.join('; ')}. ${nothing} Take it out of its source.`;
    }
    case 'words-not-public':
      return `A person's number (NIK or telephone) would become public: ${problem.fields.slice(0, SHOWN).join(', ')}. ${nothing} Take it out of its source.`;
    case 'folder-is-no-site':
      return `${problem.path} is there and is no site of ours. ${nothing} Give an empty or new folder.`;
    case 'site-damaged':
      return `The site is not as it was written: ${problem.path}, ${JSON.stringify(problem.problem)}. ${nothing} Restore it from a copy, then publish again.`;
    case 'check-page-not-built':
      return `The checking page is not built. ${nothing} Run: npm run build:pages`;
  }
}
