import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder that is removed when the tests of the file have ended. */
export function temporaryHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-trustee-'));
  folders.push(folder);
  return folder;
}

/** A copy of a home as it lies on the disk now. */
export function copiedHome(home: string): string {
  const copy = temporaryHome();
  cpSync(home, copy, { recursive: true });
  return copy;
}
