import {
  type Checkpoint,
  checkSnapshot,
  DIFFERENCE_RULES,
  findLeaks,
  type NoteKey,
  type Snapshot,
  wordsNotPublic,
} from '@bilik/publication';
import {
  type CheckedHistory,
  checkEvidenceNames,
  checkLog,
  checkManifestFiles,
  checkSeen,
  checkWitnesses,
  type Publication,
  type SiteFinding,
  type SiteNote,
  type SiteRule,
  walkHistory,
} from '@bilik/publication/check';
import { onlyAbsent } from './absent-files.ts';
import { checkPages } from './check-pages.ts';
import { partsChecker } from './check-parts.ts';
import { openSiteFiles, type SiteFolder } from './site-files.ts';

/** What to check a site with. */
export interface SiteCheck {
  readonly root: string;
  /** The log's key. */
  readonly key: NoteKey;
  /** A checkpoint of this log that somebody kept. */
  readonly seen?: Checkpoint;
  /** Who must have cosigned. */
  readonly witnesses: readonly NoteKey[];
  readonly language: 'id' | 'en';
}

/** What was found. */
export interface SiteReport {
  readonly findings: readonly SiteFinding[];
  /** What could not be compared. */
  readonly notes: readonly SiteNote[];
  /** Rules for which there was nothing to check, or that an earlier fault made pointless. */
  readonly skipped: readonly SiteRule[];
  readonly snapshot?: Snapshot;
  /** Files that are not there, when nothing else is wrong: the copy was cut, and the site may be right. */
  readonly absent?: readonly string[];
  readonly facts: {
    readonly number: number;
    readonly entries: number;
    readonly files: number;
    readonly places: number;
    readonly records: number;
  };
}

/** Rules by which the files are those that were signed. */
const SIGNED: readonly SiteRule[] = ['checkpoint', 'log', 'history', 'manifest'];

/** Checks a whole site from its files alone, and believes nothing in them but the log's key. */
export async function checkSite(request: SiteCheck): Promise<SiteReport> {
  const { root, key, seen, witnesses, language } = request;
  const { files, findings: fileFindings } = openSiteFiles(root);
  const log = checkLog(files, key);
  const publications = await checkPublications(files, walkHistory(files, key, log.entries, language));
  const { manifest, snapshot } = publications.history;
  const findings: SiteFinding[] = [
    ...fileFindings,
    ...log.findings,
    ...publications.history.findings,
    ...publications.findings,
    ...(manifest === undefined ? [] : checkManifestFiles(files, manifest)),
    ...(seen === undefined ? [] : checkSeen(log, seen)),
    ...checkWitnesses(log, witnesses),
    ...checkLeaks(files),
  ];
  const notes = [...publications.notes];
  // pages that are not the signed ones are named already; and of data that contradict themselves no page is right
  const areSigned = !findings.some(({ rule }) => SIGNED.includes(rule));
  let holds = false;
  if (snapshot !== undefined) {
    const differences = checkSnapshot(snapshot);
    holds = differences.length === 0;
    findings.push(
      ...differences.map(({ rule, field, written, expected }): SiteFinding => {
        const detail = `${DIFFERENCE_RULES[rule][language]}: ${written} ≠ ${expected}`;
        return { rule: 'snapshot', fault: 'differs', at: field, detail };
      }),
    );
    if (areSigned && holds) {
      const pages = await checkPages(files, key, snapshot.number);
      findings.push(...pages.findings);
      notes.push(...pages.notes);
    }
  }
  const skipped: SiteRule[] = [
    ...(seen === undefined ? (['seen'] as const) : []),
    ...(witnesses.length === 0 ? (['witnesses'] as const) : []),
    ...(log.entries === undefined ? (['log'] as const) : []),
    ...(manifest === undefined ? (['manifest'] as const) : []),
    ...(snapshot === undefined ? (['snapshot', 'records', 'codes'] as const) : []),
    ...(areSigned && holds ? [] : (['pages'] as const)),
  ];
  const absent = onlyAbsent(files, findings, {
    ...(manifest && { manifest }),
    ...(snapshot && { snapshot }),
    logSize: log.checkpoint?.size ?? 0,
  });
  const failed = new Set(findings.map(({ rule }) => rule));
  return {
    findings,
    notes,
    skipped: skipped.filter((rule) => !failed.has(rule)),
    ...(snapshot && { snapshot }),
    ...(absent && { absent }),
    facts: {
      number: manifest?.number ?? 0,
      entries: log.checkpoint?.size ?? 0,
      files: files.paths.length,
      places: snapshot?.regency.totals.coverage.counted ?? 0,
      records: publications.records,
    },
  };
}

/** What is checked of each publication while it is in memory: its list of files, its words, the records and codes behind its figures. */
async function checkPublications(
  files: SiteFolder,
  walk: Generator<Publication, CheckedHistory>,
): Promise<{
  readonly history: CheckedHistory;
  readonly findings: readonly SiteFinding[];
  readonly notes: readonly SiteNote[];
  readonly records: number;
}> {
  const findings: SiteFinding[] = [];
  const notes: SiteNote[] = [];
  const checkParts = partsChecker(files);
  const saidWords = new Set<string>();
  let records = 0;
  let step = walk.next();
  for (; step.done !== true; step = walk.next()) {
    const publication = step.value;
    const parts = await checkParts(publication);
    const words = checkWords(publication).filter(({ at }) => !saidWords.has(at));
    for (const { at } of words) saidWords.add(at);
    findings.push(...checkEvidenceNames(publication), ...words, ...parts.findings);
    notes.push(...parts.notes);
    records = parts.records;
  }
  return { history: step.value, findings, notes, records };
}

/** What people wrote, whatever page it came to stand on. */
function checkWords({ snapshot, manifest: { number }, isNewest }: Publication): SiteFinding[] {
  return wordsNotPublic(snapshot).map(
    (at): SiteFinding => ({
      ...{ rule: 'leaks', fault: 'person-number', at },
      ...(isNewest ? {} : { detail: `(${number})` }),
    }),
  );
}

/** Every public byte, whatever the file is called. */
function checkLeaks(files: SiteFolder): SiteFinding[] {
  return files.paths.flatMap((path) =>
    findLeaks(path, files.bytes(path) ?? new Uint8Array(0)).map(
      ({ rule, at, shown }): SiteFinding => ({
        rule: 'leaks',
        fault: 'leak',
        at: path,
        detail: `${rule} ${shown}`,
        values: { at },
      }),
    ),
  );
}
