import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium on Linux looks for authorities that one user trusts. */
const STORE = ['.pki', 'nssdb'];
const NAME = 'Bilik TPS';

/** `certutil` is missing, or did not take the authority; `reason` is its own word. */
export interface TrustStoreProblem {
  readonly type: 'certutil-failed';
  readonly reason: string;
}

/**
 * Makes Chromium of one user trust one authority for web pages and for nothing else (NSS, trust `C,,`). One of an earlier package goes.
 * @param home of the user under whom the browser runs
 */
export function trustAuthority(
  home: string,
  authorityFile: string,
):
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly error: TrustStoreProblem } {
  const folder = join(home, ...STORE);
  const certutil = (...parameters: string[]): void => {
    execFileSync('certutil', ['-d', `sql:${folder}`, ...parameters], { stdio: 'pipe' });
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(join(folder, 'cert9.db'))) certutil('-N', '--empty-password');
    else forgetEarlier(certutil);
    certutil('-A', '-n', NAME, '-t', 'C,,', '-i', authorityFile);
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, error: { type: 'certutil-failed', reason: wordOf(error) } };
  }
}

/** There may be none of that name. */
function forgetEarlier(certutil: (...parameters: string[]) => void): void {
  try {
    certutil('-D', '-n', NAME);
  } catch {
    // nothing to forget
  }
}

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const said = 'stderr' in error && error.stderr instanceof Uint8Array ? String(error.stderr).trim() : '';
  return said === '' ? error.message : said;
}
