import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const BILIK = join(import.meta.dirname, '..', '..', 'bilik.mjs');
const home = mkdtempSync(join(tmpdir(), 'bilik-regency-'));
afterAll(async () => {
  // as root its database lies elsewhere
  await bilik(['center', 'forget', '--home', join(home, 'out', 'center'), '--word', 'center']);
  rmSync(home, { recursive: true, force: true });
});

const bilik = (words: readonly string[]) =>
  promisify(execFile)(process.execPath, [BILIK, ...words], { maxBuffer: 16 * 1024 * 1024 }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );

test('two villages, one by machine and one on paper, from list to decree by command; the site and the record that are left hold, a changed figure does not', async () => {
  const out = join(home, 'out');
  const { code, said } = await bilik([
    ...['rehearse', 'regency', '--villages', '2', '--electronic', '1', '--voters', '400', '--seed', '3'],
    ...['--out', out, '--json'],
  ]);
  const report = JSON.parse(said.split('\n').find((line) => line.startsWith('{')) ?? '{}');
  expect([code, report.wrong, report.ends], said).toEqual([0, [], { decreed: 2 }]);
  expect(report.places).toEqual({ electronic: 1, paper: 1 });
  expect(report.casts).toBeGreaterThan(150);
  expect(readdirSync(join(out, 'records')).filter((name) => name.endsWith('.bel'))).toHaveLength(1);
  expect((await bilik(['portal', 'check', join(out, 'portal')])).code).toBe(0);
  // the detector: one digit of a published figure
  const changed = join(home, 'changed');
  cpSync(join(out, 'portal'), changed, { recursive: true });
  const file = readdirSync(changed, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.csv'),
  );
  if (file === undefined) throw new Error('no open data');
  const text = readFileSync(join(changed, file), 'utf8');
  writeFileSync(
    join(changed, file),
    text.replace(/([1-9])(?=[^0-9]*$)/, (digit) => String((Number(digit) % 9) + 1)),
  );
  expect((await bilik(['portal', 'check', changed])).code).toBe(1);
});

test('a folder that is not empty is left as it is', async () => {
  const full = join(home, 'full');
  cpSync(import.meta.filename, join(full, 'something'));
  const { code } = await bilik(['rehearse', 'regency', '--out', full]);
  expect([code, readdirSync(full)]).toEqual([2, ['something']]);
});
