import { type Manifest, readLogEntry } from '../site/index.ts';
import type { SiteFault, SiteFinding } from './finding.ts';

/** A manifest, and where it stands. */
export interface NotedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly path: string;
}

/** Reads the log along with the publications, the first first. */
export interface FollowedLog {
  /** The entries from the publication before up to this one: its new files, then its manifest, and nothing else. */
  follow(publication: NotedManifest): SiteFinding[];
  /** A publication cannot be read: what its entries may be, nobody knows. */
  skip(): void;
}

/**
 * Every entry of a log belongs to a publication of the site. One that does not is a publication that was signed, perhaps cosigned and shown, and
 * then taken out of the history: the log proves that it was there.
 */
export function followLog(entries: readonly Uint8Array[]): FollowedLog {
  const noted = entries.map(readLogEntry);
  const known = new Set<string>();
  let next = 0;
  let isJudged = true;
  return {
    follow({ manifest, hash, path }) {
      const findings: SiteFinding[] = [];
      const say = (fault: SiteFault, at: string, detail?: string) =>
        findings.push({ rule: 'history', fault, at, ...(detail === undefined ? {} : { detail }) });
      const own = noted[manifest.logSize];
      if (
        manifest.logSize < next ||
        own?.kind !== 'manifest' ||
        own.sha256 !== hash ||
        own.number !== manifest.number
      ) {
        say('not-in-log', path);
        isJudged = false;
        return findings;
      }
      const evidence = new Map(manifest.files.filter(isEvidence).map((file) => [file.sha256, file]));
      for (; next < manifest.logSize; next += 1) {
        const entry = noted[next];
        if (entry?.kind === 'file') known.add(entry.sha256);
        const isOfThis = entry?.kind === 'file' && evidence.get(entry.sha256)?.bytes === entry.bytes;
        if (isOfThis || !isJudged) continue;
        const what = entry === undefined ? '' : JSON.stringify(entry);
        say('foreign-entry', `tile/entries#${next}`, what);
      }
      next += 1;
      isJudged = true;
      for (const file of manifest.files) {
        if (isEvidence(file) && !known.has(file.sha256)) say('not-in-log', file.path);
      }
      return findings;
    },
    skip() {
      isJudged = false;
    },
  };
}

const isEvidence = ({ path }: Manifest['files'][number]): boolean => path.startsWith('berkas/');
