import { expect, test } from 'vitest';
import { definitionWith } from '../../test/melati.ts';
import { expectArchivable, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderAnnouncement } from './announcement.ts';

/** The widest of its digits, so that no other fingerprint takes more lines. */
const WIDE = 'd46d'.repeat(16);

test('the paper for the door is one page whatever the fingerprints are, and says each of them whole', () => {
  const key = `${'W'.repeat(43)}=`;
  const pdf = new PdfReading(
    renderAnnouncement({
      definition: definitionWith({ kind: 'exercise' }),
      version: 12,
      madeOn: '2026-12-01',
      words: Array.from({ length: 8 }, () => 'semangka'),
      fingerprint: WIDE,
      electionUuid: 'EhVSVNBj5aVGqD',
      electionFingerprint: WIDE,
      listFingerprint: WIDE,
      keys: { issuer: key, station: key, receiver: key },
      trustees: Array.from({ length: 5 }, (_, index) => ({ name: `Orang ${index}`, keyFingerprint: WIDE })),
    }),
  );
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(1);
  const [text = ''] = pdf.pages;
  expect(text.split(squeezed(WIDE))).toHaveLength(1 + 3 + 5);
  expect(text.split(key)).toHaveLength(1 + 3);
});
