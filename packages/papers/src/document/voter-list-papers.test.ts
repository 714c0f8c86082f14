import { maskNik } from '@bilik/election';
import { tps01 } from '@bilik/election/fixtures';
import { expect, test } from 'vitest';
import { expectArchivable } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import {
  renderFinalListStatement,
  renderPostedVoterList,
  renderRegistrationNotice,
  renderVoterListChanges,
  renderVoterRecapitulation,
} from './voter-list-papers.ts';

const { voters, definition } = tps01;
const { fingerprint } = definition.voterList;
const village = {
  ...{ village: 'Melati', subDistrict: 'Betung', regency: 'Kabupaten Banyuasin', title: 'Pilkades 2026' },
  ...{ isExercise: true, day: '2026-10-01' },
};
const [first] = voters;
if (first === undefined) throw new Error('fixture changed');

/** What stands on the paper without spaces; it is archivable, marked as an exercise, and the same bytes each time. */
function textOf(render: () => Uint8Array): string {
  const pdf = new PdfReading(render());
  expectArchivable(pdf);
  expect(render()).toEqual(render());
  const text = pdf.pages.join('');
  expect(text).toContain('LATIHAN');
  for (const { nik } of voters) expect(text).not.toContain(nik);
  return text;
}

test.each(['provisional', 'corrected', 'supplementary', 'final'] as const)(
  'a %s list as it is posted',
  (stage) => {
    const isFinal = stage === 'final';
    const text = textOf(() =>
      renderPostedVoterList({
        ...{ ...village, stage, place: 1, voters, fingerprint: isFinal ? fingerprint : null },
        posting: isFinal ? null : { from: '2026-10-01', until: '2026-10-03' },
      }),
    );
    for (const { name, nik } of voters) {
      expect(text).toContain(name.replaceAll(' ', ''));
      expect(text).toContain(maskNik(nik));
    }
    expect(text.match(/TMS/g)).toHaveLength(1);
    expect(text).toMatch(/Jumlah\.*10/);
    expect(text.includes(fingerprint)).toBe(isFinal);
    expect(text.includes('3Oktober2026')).toBe(!isFinal);
  },
);

test('changes say what was done to whom and by which evidence', () => {
  const changes = [{ name: 'Mat Tohir', kind: 'mark-ineligible', evidence: 'Akta kematian 2026' }] as const;
  const text = textOf(() => renderVoterListChanges({ ...village, changes }));
  expect(text).toContain('MatTohir');
  expect(text).toContain('ditandaiTMS');
  expect(text).toContain('Aktakematian2026');
  expect(textOf(() => renderVoterListChanges({ ...village, changes: [] }))).toContain('Tidakadaperubahan');
});

test('a recapitulation adds up, by polling place and by village', () => {
  const lines = [
    { name: 'TPS 01', places: 1, men: 150, women: 161 },
    { name: 'TPS 02', places: 1, men: 1204, women: 9 },
  ];
  for (const unit of ['place', 'village'] as const) {
    const text = textOf(() => renderVoterRecapitulation({ ...village, unit, stage: null, lines }));
    expect(text).toContain(`Jumlah${unit === 'village' ? '2' : ''}1.3541701.524`);
  }
});

test('the statement of the final list carries every fingerprint whole, and lines to sign', () => {
  const places = [{ number: 1, men: 5, women: 5, fingerprint }];
  const text = textOf(() =>
    renderFinalListStatement({
      ...village,
      places,
      fingerprint: 'ab'.repeat(32),
      lockedAt: '1 Oktober 2026 10.00 WIB',
    }),
  );
  expect(text).toContain(fingerprint);
  expect(text).toContain('ab'.repeat(32));
  expect(text.match(/Saksi/g)?.length).toBeGreaterThanOrEqual(2);
});

test('a notice tells one person where and under which number', () => {
  const text = textOf(() =>
    renderRegistrationNotice({ ...village, voter: first, place: 3, votingDate: '2026-12-01' }),
  );
  expect(text).toContain('TPS03');
  expect(text).toContain(maskNik(first.nik));
  expect(
    textOf(() =>
      renderRegistrationNotice({ ...village, voter: first, place: null, votingDate: '2026-12-01' }),
    ),
  ).toContain('belumdibagi');
});
