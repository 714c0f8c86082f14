import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// Pages that promise something by naming a file or a test. A test that is renamed or taken away breaks its promise here, not in silence.

const ROOT = join(import.meta.dirname, '..');
const PAGES = [
  'docs/attacks.md',
  'docs/attacks-center.md',
  'docs/asvs-level-2.md',
  'docs/asvs-center.md',
  'docs/bad-input.md',
];

/** A file of this tree in code letters, and the title of a test in it, when one follows. */
const NAMED = /`((?:apps|packages|test|docs|scripts|bench)\/[^`\s]+\.[a-z]+)`(?: “([^”]+)”)?/g;

interface Promised {
  readonly file: string;
  readonly title: string | undefined;
}

function promisesOf(text: string): Promised[] {
  return [...text.matchAll(NAMED)].map(([, file = '', title]) => ({ file, title }));
}

/** What a promise names and the tree has not. */
function broken({ file, title }: Promised): string | undefined {
  const path = join(ROOT, file);
  if (!existsSync(path)) return `${file} is not there`;
  if (title === undefined) return undefined;
  // a title stands in quotes of code, where a quote in it may be escaped
  const source = readFileSync(path, 'utf8').replaceAll('\\`', '`').replaceAll("\\'", "'");
  return source.includes(title) ? undefined : `${file} has no test “${title}”`;
}

test.each(PAGES)('%s names files and tests that there are', (page) => {
  const promises = promisesOf(readFileSync(join(ROOT, page), 'utf8'));
  expect(promises.length).toBeGreaterThan(15);
  expect(promises.flatMap((promise) => broken(promise) ?? [])).toEqual([]);
});

test('a file that is gone and a title that was changed are found', () => {
  const page = '- `test/gone.test.ts` “does it”\n- `test/docs-name-tests.test.ts` “does something ' + 'else”';
  expect(promisesOf(page).map(broken)).toEqual([
    'test/gone.test.ts is not there',
    `test/docs-name-tests.test.ts has no test “does something ${'else'}”`,
  ]);
});

const numbered = (kind: string, to: number) =>
  Array.from({ length: to }, (_, index) => `${kind}${index + 1}`);

/** The sections of a page by the number of their attack. */
function attacksOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return new Map(
    text.split(/^### /m).flatMap((section) => {
      const name = /^([PI][0-9]+)\. /.exec(section)?.[1];
      return name === undefined ? [] : [[name, section] as const];
    }),
  );
}

const POLLING_PLACE = attacksOf('docs/attacks.md');
const CENTER = attacksOf('docs/attacks-center.md');

describe('every attack', () => {
  test('has its section, in order, at the polling place or at the center', () => {
    expect([...POLLING_PLACE.keys()]).toEqual([...numbered('P', 11), ...numbered('I', 12)]);
    const atCenter = [...CENTER.keys()];
    const known = [...numbered('P', 14), ...numbered('I', 19)];
    expect(atCenter).toEqual(known.filter((name) => atCenter.includes(name)));
    const all = new Set([...POLLING_PLACE.keys(), ...atCenter]);
    expect(known.filter((name) => !all.has(name))).toEqual([]);
  });

  test.each([
    ...POLLING_PLACE,
    ...[...CENTER].map(([name, section]) => [`${name} at the center`, section] as const),
  ])('%s fails in a test, by its title', (_name, section) => {
    const titled = promisesOf(section).filter(({ title }) => title !== undefined);
    expect(titled.length).toBeGreaterThan(0);
  });
});
