import { civilTime, type FigureRow } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { definitionWith } from '../../test/melati.ts';
import { expectArchivable, FINGERPRINT, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderZeroReport } from './zero-report.ts';

describe('the zero report', () => {
  const counter = (key: string, value = 0): FigureRow => ({
    key,
    label: { id: `Hitungan ${key}`, en: `Count ${key}` },
    value,
  });
  const report = {
    definition: definitionWith({}),
    at: civilTime('06:45'),
    counters: [counter('casts'), counter('slips')],
    selfTest: null,
    logicTest: { runs: [], skipped: null },
    software: { version: 'bilik 0.1.0', fingerprint: FINGERPRINT },
    electionHash: 'ElectionHashOf43Characters',
    fingerprint: 'ab'.repeat(32),
    qrText: null,
  };

  test('fits one page, archivable, same bytes twice, names each option with 0', () => {
    const bytes = renderZeroReport(report);
    expect(renderZeroReport(report)).toEqual(bytes);
    const pdf = new PdfReading(bytes);
    expectArchivable(pdf);
    expect(pdf.pageCount).toBe(1);
    const text = pdf.pages.join('');
    for (const words of [
      'LAPORAN NOL',
      'pukul 06.45 WIB',
      'Hitungan casts',
      '1. Siti Aminah 0',
      'Suara kosong 0',
      'Rahmat Hidayat',
      'mewakili 1. Siti Aminah',
      // what the board shows is compared with the paper
      'Sidik laporan nol ini',
      'ab'.repeat(32),
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test('is refused when anything is not zero', () => {
    const counters = [counter('casts', 1), counter('slips')];
    expect(() => renderZeroReport({ ...report, counters })).toThrow('not zero: casts = 1');
  });
});
