import { civilTime } from '@bilik/election';
import { expect, test } from 'vitest';
import { definitionWith } from '../../test/melati.ts';
import { expectArchivable, FINGERPRINT, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { type RestartReport, renderRestartReport } from './restart-report.ts';

const report: RestartReport = {
  definition: definitionWith({}),
  restart: {
    device: 'station',
    at: civilTime('10:12'),
    cause: 'machine-restarted',
    castsBefore: 123,
    castsAfter: 123,
  },
  number: 2,
  epoch: 1,
  counters: [{ key: 'open-cases', label: { id: 'Kasus terbuka', en: 'Open cases' }, value: 1 }],
  software: { version: 'bilik 0.1.0', fingerprint: FINGERPRINT },
};
const textOf = (changed: Partial<RestartReport['restart']> = {}): string =>
  new PdfReading(renderRestartReport({ ...report, restart: { ...report.restart, ...changed } })).pages.join(
    '',
  );

test('the restart report fits one page, archivable, same bytes twice, with a sentence for the crowd', () => {
  const bytes = renderRestartReport(report);
  expect(renderRestartReport(report)).toEqual(bytes);
  const pdf = new PdfReading(bytes);
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(1);
  const text = pdf.pages.join('');
  for (const words of [
    'LAPORAN MULAI ULANG',
    'pukul 10.12 WIB',
    'sebelum mati tersimpan 123 suara, sesudah menyala 123 suara',
    'misalnya karena listrik',
    'Rahmat Hidayat',
  ]) {
    expect(text).toContain(squeezed(words));
  }
  expect(text).toMatch(/Kasusterbuka\.+1/);
});

test('figures that differ are said as they are, and so is a cause that nobody knows', () => {
  expect(textOf({ castsAfter: 122 })).toContain(
    squeezed('tercatat 123 suara, sesudah menyala terhitung 122 suara'),
  );
  expect(textOf({ cause: null })).toContain(squeezed('tidak diketahui'));
  expect(textOf({ castsAfter: 122 })).not.toContain(squeezed('tidak ada yang hilang'));
});
