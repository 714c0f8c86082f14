import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { verifyCommand } from '../src/verify/verify-command.ts';

/** A folder for the files of one test file, taken away after its tests. */
export function folderOfFile(): {
  readonly folder: string;
  /** Writes a file. @returns its path */
  readonly file: (name: string, content: string | Uint8Array) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** Runs `bilik verify` in this process. @returns its exit code, and what it would have written */
export async function runVerify(
  ...parameters: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await verifyCommand(parameters);
    const text = (spy: typeof out) => spy.mock.calls.flat().join('\n');
    return { code, out: text(out), err: text(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
