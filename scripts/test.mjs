// `npm test`: every check and every test, in the order in which a failure is cheapest to see. Its last line counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const COUNTS = 'artefacts/tests.json';

const STEPS = [
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['lint', 'npm', ['run', '--silent', 'check:lint']],
  ['imports', 'npm', ['run', '--silent', 'check:imports']],
  ['pages', 'node', ['scripts/build-pages.mjs']],
  [
    'tests',
    'vitest',
    ['run', '--project=!long', '--reporter=default', '--reporter=json', `--outputFile.json=${COUNTS}`],
  ],
];

function countLine() {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(COUNTS, 'utf8'));
  return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
}

mkdirSync('artefacts', { recursive: true });
for (const [name, program, parameters] of STEPS) {
  console.log(`\n== ${name}`);
  const run = spawnSync(program, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error(`\nnpm test: stopped at ${name}.`);
    process.exit(run.status ?? 1);
  }
}
console.log(`\n${countLine()}`);
