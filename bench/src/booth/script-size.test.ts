import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { scriptSizes } from './script-size.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every script of a page counts, and nothing else', () => {
  mkdirSync(join(folder, 'assets'));
  const worker = 'postMessage("siap");'.repeat(500);
  writeFileSync(join(folder, 'assets', 'worker.js'), worker);
  writeFileSync(join(folder, 'assets', 'index.js'), 'start()');
  writeFileSync(join(folder, 'assets', 'look.css'), 'a{}');
  writeFileSync(join(folder, 'index.html'), '<p>');
  const sizes = scriptSizes(folder);
  expect(sizes.map(({ file }) => file)).toEqual([join('assets', 'index.js'), join('assets', 'worker.js')]);
  expect(sizes[1]?.gzipBytes).toBe(gzipSync(worker).length);
  expect(sizes[1]?.gzipBytes).toBeLessThan(worker.length / 20);
});

test('a page without scripts has none', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect(scriptSizes(empty)).toEqual([]);
});
