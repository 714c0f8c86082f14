import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that is removed when the test ends. */
export function temporaryHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-trustee-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
