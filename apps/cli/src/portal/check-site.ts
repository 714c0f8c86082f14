import {
  type Checkpoint,
  checkSnapshot,
  DIFFERENCE_RULES,
  findLeaks,
  type NoteKey,
  type Snapshot,
} from '@bilik/publication';
import type { SiteFinding, SiteRule } from '@bilik/publication/check';
import {
  checkHistory,
  checkLog,
  checkManifestFiles,
  checkSeen,
  checkWitnesses,
} from '@bilik/publication/check';
import { checkPages } from './check-pages.ts';
import { checkPart } from './check-part.ts';
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
  /** Rules for which there was nothing to check, or that an earlier fault made pointless. */
  readonly skipped: readonly SiteRule[];
  readonly snapshot?: Snapshot;
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
  const history = checkHistory(files, key, log.entries, language);
  const { manifest, snapshot } = history;
  const findings: SiteFinding[] = [
    ...fileFindings,
    ...log.findings,
    ...history.findings,
    ...(manifest === undefined ? [] : checkManifestFiles(files, manifest, log.entries)),
    ...(seen === undefined ? [] : checkSeen(log, seen)),
    ...checkWitnesses(log, witnesses),
    ...checkLeaks(files),
  ];
  let records = 0;
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
      ...(areSigned && holds ? checkPages(files, key) : []),
    );
    for (const village of snapshot.villages) {
      for (const place of village.places) {
        for (const part of place.result?.parts ?? []) {
          records += part.evidence.record === null ? 0 : 1;
          findings.push(...(await checkPart(files, { snapshot, village, place, part })));
        }
      }
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
  const failed = new Set(findings.map(({ rule }) => rule));
  return {
    findings,
    skipped: skipped.filter((rule) => !failed.has(rule)),
    ...(snapshot && { snapshot }),
    facts: {
      number: manifest?.number ?? 0,
      entries: log.checkpoint?.size ?? 0,
      files: files.paths.length,
      places: snapshot?.regency.totals.coverage.counted ?? 0,
      records,
    },
  };
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
