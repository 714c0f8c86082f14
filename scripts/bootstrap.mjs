// Makes a fresh clone ready: packages by `npm ci`, and for the tests the programs that others wrote.
// Runs on Node 20 without any package. Does nothing when the lock file is the one last installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.bilik-lock');

/**
 * The card reader's package is compiled where a compiler is, and left out elsewhere: nothing but a reader needs it.
 * @param withReader whether an installation without it is not enough
 */
function installPackages(withReader) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isInstalled = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock;
  if (isInstalled && (!withReader || existsSync(join(root, 'node_modules', 'smartcard')))) return;
  console.log('Bilik: installing packages (npm ci) …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...ownHeaders(), ...process.env },
  });
  writeFileSync(stampFile, lock);
}

/** Headers that came with this Node: a compiler that looks for them elsewhere would ask the network. */
function ownHeaders() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: prefix } : {};
}

/** What the tests compare us with or plug in: a program or a file, and the Debian package that holds it. */
const TOOLS = [
  { program: 'belenios-tool', package: 'belenios-tool' },
  { program: 'chromium', package: 'chromium' },
  { program: 'pdftoppm', package: 'poppler-utils' },
  { program: 'espeak-ng', package: 'espeak-ng' },
  { program: 'certutil', package: 'libnss3-tools' },
  { program: 'strace', package: 'strace' },
  { program: 'pcscd', package: 'pcscd' },
  { program: 'g++', package: 'g++' },
  { program: 'make', package: 'make' },
  { program: 'python3', package: 'python3' },
  { file: '/usr/include/PCSC/winscard.h', package: 'libpcsclite-dev' },
  { file: '/usr/lib/pcsc/drivers/serial/libifdvpcd.so', package: 'vsmartcard-vpcd' },
];

function isOnPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const inSystemFolder = ['/usr/sbin', '/sbin'].some((folder) => existsSync(join(folder, program)));
  return inSystemFolder || spawnSync(finder, [program], { stdio: 'ignore' }).status === 0;
}

function isHere({ program, file }) {
  return file === undefined ? isOnPath(program) : existsSync(file);
}

function installTools() {
  const missing = TOOLS.filter((tool) => !isHere(tool)).map((tool) => tool.package);
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

const withTools = process.argv.includes('--tools');
if (withTools) installTools();
installPackages(withTools);
