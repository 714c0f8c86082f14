import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteFinding, SiteNote } from '@bilik/publication/check';
import { afterAll, vi } from 'vitest';
import { portalCommand } from '../src/portal/portal-command.ts';
import { LOG_KEY } from './made-site.ts';

/** Runs `bilik portal` in this process. @returns its exit code, and what it would have written */
export async function runPortal(
  ...parameters: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await portalCommand(parameters);
    return { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** What `bilik portal check --json` finds of a site whose key is known. */
export async function findingsOf(
  root: string,
  ...more: string[]
): Promise<{
  readonly code: number;
  readonly findings: readonly SiteFinding[];
  readonly notes: readonly SiteNote[];
}> {
  const { code, out } = await runPortal('check', root, '--key', LOG_KEY, '--json', ...more);
  const { findings, notes } = JSON.parse(out);
  return { code, findings, notes };
}

/** Findings as `rule fault place`. */
export const named = (findings: readonly SiteFinding[]): readonly string[] =>
  findings.map(({ rule, fault, at }) => `${rule} ${fault} ${at}`);

/** A file of a site on this machine. */
export const place = (root: string, path: string): string => join(root, ...path.split('/'));

/** Puts another text into a file. @throws when the file does not have the old one */
export function rewrite(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(place(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(place(root, path), text.replace(from, to));
}

/** Copies of sites with something done to them, taken away after the tests of a file. */
export function copiesOfSites(): {
  readonly work: string;
  readonly changed: (from: string, change: (root: string) => void) => string;
} {
  const work = mkdtempSync(join(tmpdir(), 'bilik-portal-check-'));
  afterAll(() => rmSync(work, { recursive: true }));
  let copies = 0;
  return {
    work,
    changed(from, change) {
      copies += 1;
      const root = join(work, `site-${copies}`);
      cpSync(from, root, { recursive: true });
      change(root);
      return root;
    },
  };
}
