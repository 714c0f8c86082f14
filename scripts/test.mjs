// `npm test`: every check and every test, in the order in which a failure is cheapest to see.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['lint', 'npm', ['run', '--silent', 'check:lint']],
  ['imports', 'npm', ['run', '--silent', 'check:imports']],
  ['pages', 'node', ['scripts/build-pages.mjs']],
  ['tests', 'vitest', ['run']],
];

for (const [name, program, parameters] of STEPS) {
  console.log(`\n== ${name}`);
  const run = spawnSync(program, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error(`\nnpm test: stopped at ${name}.`);
    process.exit(run.status ?? 1);
  }
}
