import { tps01 } from '@bilik/election/fixtures';
import { expect, test } from 'vitest';
import { expectArchivable } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderHelperStatement } from './helper-statement.ts';

test('a blank statement: one page, room to write, nobody’s name but the chair’s', () => {
  const pdf = new PdfReading(renderHelperStatement(tps01.definition));
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(1);
  const text = pdf.pages.join('');
  expect(text.match(/\.{40,}/g)?.length).toBeGreaterThanOrEqual(4);
  for (const { name } of tps01.voters) expect(text).not.toContain(name.replaceAll(' ', ''));
});
