import { hexSha256 } from '@bilik/publication';
import type { CopyFolder } from './copy-folder.ts';
import type { AskProblem, SiteServer } from './site-server.ts';

/** Requests at once: few enough for the office's own machine. */
const AT_ONCE = 6;
/** A file that is larger than this is no file of a site, whatever a signed list says. */
const FILE_LIMIT = 512 * 1024 * 1024;
/** After so many failures one after the other the rest is left to the next run. */
const FAILURES_IN_A_ROW = 12;

/** A file of the site, as signed lists name it. */
export interface WantedFile {
  readonly path: string;
  readonly sha256: string;
  /** Bytes at most. */
  readonly limit: number;
}

/** A file that did not come. */
export interface FileFault {
  readonly path: string;
  readonly problem:
    | AskProblem
    /** It came, and is not what was signed. */
    | { readonly type: 'other-bytes' }
    /** The server had stopped answering before. */
    | { readonly type: 'not-asked' }
    | { readonly type: 'not-written'; readonly why: string };
}

/** Fetches what the copy does not hold yet. Only bytes of the right hash are written. */
export async function fetchFiles(
  server: SiteServer,
  copy: CopyFolder,
  wanted: readonly WantedFile[],
): Promise<readonly FileFault[]> {
  const faults: FileFault[] = [];
  const waiting = wanted.values();
  let failures = 0;
  const work = async () => {
    for (const file of waiting) {
      if (copy.holds(file.path, file.sha256)) continue;
      const problem: FileFault['problem'] | undefined =
        failures >= FAILURES_IN_A_ROW ? { type: 'not-asked' } : await fetchOne(server, copy, file);
      if (problem !== undefined) faults.push({ path: file.path, problem });
      failures = hasStopped(problem) ? failures + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults.sort((left, right) => (left.path < right.path ? -1 : 1));
}

async function fetchOne(
  server: SiteServer,
  copy: CopyFolder,
  { path, sha256, limit }: WantedFile,
): Promise<FileFault['problem'] | undefined> {
  const answer = await server.ask(path, Math.min(limit, FILE_LIMIT));
  if (!answer.ok) return answer.error;
  if (hexSha256(answer.value) !== sha256) return { type: 'other-bytes' };
  const why = copy.write(path, answer.value);
  return why === undefined ? undefined : { type: 'not-written', why };
}

/** Whether another request to this server, or another file on this disk, is likely in vain. */
function hasStopped(problem: FileFault['problem'] | undefined): boolean {
  switch (problem?.type) {
    case 'interrupted':
    case 'not-asked':
    case 'not-written':
      return true;
    case 'answered':
      return problem.status === 429 || problem.status >= 500;
    default:
      return false;
  }
}
