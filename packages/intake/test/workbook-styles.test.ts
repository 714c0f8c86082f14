import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/index.ts';
import { openWorkbookArchive } from '../src/source/workbook-archive.ts';
import { outline, readHere, smallList, xlsx } from './small-list.ts';

const WHOLE = unzipSync(xlsx({ DPT: smallList() }));
const STYLES = 'xl/styles.xml';

/** The small list with these styles, or with none. */
function listWith(styles: string | null): Uint8Array {
  const { [STYLES]: _, ...others } = WHOLE;
  return zipSync(styles === null ? others : { ...others, [STYLES]: Buffer.from(styles) });
}

/** The styles that the parser is given. */
function stylesOf(file: Uint8Array): string {
  const archive = openWorkbookArchive(file, DEFAULT_LIMITS);
  if (!archive.ok) throw new Error(archive.error.kind);
  const parts = Object.entries(archive.value).filter(([path]) => path === STYLES);
  return parts.map(([, part]) => Buffer.from(part).toString('utf8')).join();
}

describe('a cell’s fill, which the parser would look for in vain and fail over, is plain', () => {
  test.each([
    ['no styles at all', null],
    ['styles without fills', '<styleSheet><cellXfs><xf numFmtId="0" fillId="7"/></cellXfs></styleSheet>'],
    [
      'fills of the theme’s colours, and one that is not there',
      `<x:styleSheet xmlns:x="a"><x:fills count="1"><x:fill><x:patternFill><x:fgColor theme="4"/></x:patternFill></x:fill></x:fills><x:cellXfs><x:xf numFmtId="0" fillId='3'/></x:cellXfs></x:styleSheet>`,
    ],
  ])('%s', async (_, styles) => {
    const file = listWith(styles);
    const given = stylesOf(file);
    expect(given.match(/<fill>/g)).toHaveLength(1);
    expect(given).not.toContain('theme');
    expect([...given.matchAll(/fillId="(\d+)"/g)].map(([, number]) => number)).toEqual(['0']);
    const reading = await readHere(file);
    expect(outline(reading)).toEqual([]);
    expect(reading.voters).toHaveLength(4);
  });

  test('what tells a day from a number stays', () => {
    const dates = '<cellXfs><xf numFmtId="14" fillId="2"/></cellXfs>';
    expect(stylesOf(listWith(`<styleSheet><fills/>${dates}</styleSheet>`))).toContain('numFmtId="14"');
  });
});
