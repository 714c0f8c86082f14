import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fingerprint, fingerprintSchema } from '@bilik/election';
import { z } from 'zod';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist') return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx|mjs|css|json|typ)$/.test(name) ? [path] : [];
  });
}

/** Version and SHA-256 over path and content of every source file of Bilik: what the minutes name as the software that ran. */
export function softwareFingerprint(): { readonly version: string; readonly fingerprint: Fingerprint } {
  const hash = createHash('sha256');
  const files = ['packages', 'apps'].flatMap((folder) => sourceFiles(join(ROOT, folder))).sort();
  for (const file of files) {
    hash.update(`${relative(ROOT, file)}\0`);
    hash.update(createHash('sha256').update(readFileSync(file)).digest());
  }
  const manifest = z
    .looseObject({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  return { version: manifest.version, fingerprint: fingerprintSchema.parse(hash.digest('hex')) };
}
