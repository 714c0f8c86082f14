import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The processes of a polling place and of the regency. */
export type App = 'station' | 'booth' | 'trustee' | 'reader' | 'center' | 'portal';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** The file with which a process begins. @throws when this installation is not whole */
export function appMain(app: App): string {
  const main = join(ROOT, 'apps', app, 'src', 'main.ts');
  if (!existsSync(main)) throw new Error(`${main} is missing: this installation is not whole`);
  return main;
}

/** Builds the pages whose sources changed; a moment when none did. Asks no network. */
export function buildPages(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build-pages.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
