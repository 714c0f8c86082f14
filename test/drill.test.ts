import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { phrase } from '@bilik/words';
import { afterAll, expect, test } from 'vitest';
import { DRILL_STEPS } from '../apps/cli/src/drill/drill-steps.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

afterAll(removeFolders);

const BILIK = join(import.meta.dirname, '..', 'apps', 'cli', 'bilik.mjs');

test('bilik drill --auto: every fault happens to real processes, is handled as the drill says, and is seen to be', () => {
  const home = join(newFolder(), 'drill');
  const { status, stdout, stderr } = spawnSync(process.execPath, [BILIK, 'drill', '--auto', '--home', home], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  for (const step of DRILL_STEPS) {
    expect(stdout).toContain(phrase('id', `drill.${step}.happens`));
    expect(stdout).toContain(phrase('id', 'drill.done', { text: phrase('id', `drill.${step}.done`) }));
  }
  const count = DRILL_STEPS.length;
  expect(stdout).toContain(phrase('id', 'drill.summary', { done: count, count }));
});

test('a fault that does not exist is none: usage, and nothing is opened', () => {
  const { status, stderr } = spawnSync(process.execPath, [BILIK, 'drill', '--only', 'flood'], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('stick-pulled');
});
