import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asDevice, speakAs } from '@bilik/ui/call';
import { expect, test } from 'vitest';

const PAGES = join(import.meta.dirname, '..', '..', 'pages');

/** Addresses behind the door that a line hands to the browser itself, which sends no header with a link or an event stream. */
const BARE = /(href=|useLive\()["'`{]*\/(papers|api)\//;

test('no page of the station links to a paper, a file or an event stream without saying as whom', () => {
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(50);
  const bare = files.flatMap((name) =>
    readFileSync(join(PAGES, name), 'utf8')
      .split('\n')
      .filter((line) => BARE.test(line))
      // this part says it itself
      .filter((line) => !line.includes('<PaperLink'))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(bare).toEqual([]);
  // planted: what the station answered with 401
  expect('<a href="/papers/daftar-hadir.pdf">').toMatch(BARE);
  expect("useLive('/api/live', ask)").toMatch(BARE);
});

test('an address that has a question keeps it', () => {
  speakAs('board-1');
  expect(asDevice('/papers/a.pdf')).toBe('/papers/a.pdf?device=board-1');
  expect(asDevice('/papers/a.pdf?nomor=2')).toBe('/papers/a.pdf?nomor=2&device=board-1');
});
