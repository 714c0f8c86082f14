import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildPages, findForeign, findPages, scriptBytes } from './build-pages.mjs';
import { findOutside } from './single-file.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bilik-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a page is built once, and not again while nothing changed', async () => {
  const [page] = await buildPages({ only: ['ui/gallery'], into: join(folder, 'built') });
  if (page === undefined) throw new Error('The gallery was not built.');
  const builtAt = () => statSync(join(page.output, 'index.html')).mtimeMs;
  const before = builtAt();
  const said: string[] = [];
  await buildPages({ only: ['ui/gallery'], into: join(folder, 'built'), say: (line) => said.push(line) });
  expect(builtAt()).toBe(before);
  expect(said).toEqual([]);

  const stampFile = `${page.output}.build.json`;
  writeFileSync(stampFile, readFileSync(stampFile, 'utf8').replace(/"hash": "[0-9a-f]{4}/, '"hash": "ffff'));
  await buildPages({ only: ['ui/gallery'], into: join(folder, 'built'), say: (line) => said.push(line) });
  expect(said).toHaveLength(1);
  expect(builtAt()).toBeGreaterThan(before);
  expect(findForeign(page.output)).toEqual([]);
  expect(scriptBytes(page)).toBeGreaterThan(1000);
});

test('a page that does not exist is named, with those that do', async () => {
  await expect(buildPages({ only: ['station/kantin'] })).rejects.toThrow(/station\/kantin.*ui\/gallery/);
  expect(findPages().map(({ name }) => name)).toContain('ui/gallery');
});

test.each([
  ['page.html', '<script src="https://cdn.example/a.js"></script>', 'https://cdn.example/a.js'],
  ['page.html', '<link rel="stylesheet" href="//cdn.example/a.css">', '//cdn.example/a.css'],
  ['page.html', '<script>start()</script>', 'inline'],
  ['page.html', '<p style="color:red">', 'inline'],
  ['page.html', '<body onload="start()">', 'inline'],
  ['look.css', '@font-face{src:url(https://fonts.example/a.woff2)}', 'https://fonts.example/a.woff2'],
  ['look.css', '@import "http://fonts.example/a.css"', 'http://fonts.example/a.css'],
])('%s with %s is refused', (name, text, named) => {
  writeFileSync(join(folder, name), text);
  expect(findForeign(folder).join()).toContain(named);
  rmSync(join(folder, name));
});

test('a closed page is not refused', () => {
  writeFileSync(
    join(folder, 'page.html'),
    '<script type="module" src="./assets/a.js"></script><a href="#main">',
  );
  writeFileSync(
    join(folder, 'look.css'),
    'a{background:url("data:image/png;base64,AA==")}b{src:url(./a.woff2)}',
  );
  expect(findForeign(folder)).toEqual([]);
});

test('a page for phones is one file that asks for nothing, and its policy lets only its own bytes run', async () => {
  const [page] = await buildPages({ only: ['cli/verify-code'], into: join(folder, 'single') });
  if (page === undefined) throw new Error('The page was not built.');
  expect(readdirSync(page.output)).toEqual(['periksa-qr.html']);
  const text = readFileSync(join(page.output, page.file), 'utf8');
  expect(findOutside(text)).toEqual([]);
  expect(text).not.toMatch(/unsafe-inline|unsafe-eval|connect-src/);
  // one that somebody may send by a messenger, in a village
  expect(scriptBytes(page)).toBeLessThan(140_000);
});

test.each([
  ['<img src="https://cdn.example/a.png">', 'asks for https://cdn.example/a.png'],
  ['<style>a{background:url(./a.png)}</style>', 'asks for ./a.png'],
  ['<p>', 'has no policy'],
])('a single file with %s is refused', (text, named) => {
  expect(findOutside(text)).toContain(named);
});
