import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, sha256Hex } from '@bilik/transfer';
import { officeKeyPath } from '../../apps/cli/src/exercise/exercise-package.ts';
import { signManifest } from '../../packages/transfer/src/package/manifest.ts';
import { must } from './answers.ts';
import type { PreparedHome } from './prepared-home.ts';

/**
 * Has the exercise's office sign what now lies in the station's `place/`, as if the package had brought it: a test that changes a file
 * means another package, not a thief.
 */
export function signAnew({ home }: Pick<PreparedHome, 'home'>): void {
  const folder = join(home.station, 'place');
  const path = join(folder, 'manifest.json');
  const { members, signature: _, ...facts } = must(readManifest(readFileSync(path, 'utf8')));
  const there = new Set(readdirSync(folder));
  const described = members
    .filter(({ name }) => there.has(name))
    .map((member) => {
      const content = readFileSync(join(folder, member.name));
      const hash = sha256Hex(content);
      return member.sealed
        ? { ...member, opened: hash }
        : { ...member, bytes: Math.max(1, content.length), sha256: hash };
    });
  writeFileSync(
    path,
    signManifest({ ...facts, members: described }, readFileSync(officeKeyPath(home), 'utf8')),
  );
}
