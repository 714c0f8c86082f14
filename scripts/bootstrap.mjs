// Makes a fresh clone ready: packages by `npm ci`, and for the tests the two programs that others wrote.
// Runs on Node 20 without any package. Does nothing when the lock file is the one last installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.bilik-lock');

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return;
  console.log('Bilik: installing packages (npm ci) …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(stampFile, lock);
}

/** Programs the tests compare us with, by the Debian package that holds each. */
const TOOLS = [
  { program: 'belenios-tool', package: 'belenios-tool' },
  { program: 'chromium', package: 'chromium' },
];

function isOnPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [program], { stdio: 'ignore' }).status === 0;
}

function installTools() {
  const missing = TOOLS.filter((tool) => !isOnPath(tool.program)).map((tool) => tool.package);
  if (missing.length === 0) return;
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const mayInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  if (!mayInstall) {
    console.error(
      `Bilik: the tests need ${missing.join(' and ')}. Nothing was tested. Type this, then try again:`,
    );
    console.error(`  sudo sh -c '${line}'`);
    process.exit(1);
  }
  console.log(`Bilik: installing ${missing.join(' and ')} for the tests …`);
  execFileSync('sh', ['-c', line], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

installPackages();
if (process.argv.includes('--tools')) installTools();
