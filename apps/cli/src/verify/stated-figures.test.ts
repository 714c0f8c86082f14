import { parseSignedResult, type SignedResult } from '@bilik/transfer';
import { expect, test } from 'vitest';
import { ELECTION, FIGURES } from '../../test/made-record.ts';
import { resultText } from '../../test/made-result.ts';
import { describeStated } from './stated-figures.ts';

function stated(change: Partial<SignedResult> = {}): SignedResult {
  const parsed = parseSignedResult(resultText());
  if (!parsed.ok) throw new Error('the made result is none');
  return { ...parsed.value, ...change };
}

test('a hand count of the slips is called one, and stands beside the record’s own questions and answers', () => {
  const figures = { ...stated().figures, resultSource: 'slip-count' as const };
  const said = describeStated(stated({ figures }), ELECTION, 'id');
  expect(said).toContain('!! HITUNGAN TANGAN STRUK');
  expect(said).toContain('Kepala Desa Melati');
  expect(said).toMatch(
    /4 suara {2}1\. Sari\n +2 suara {2}2\. Budi\n +0 suara {2}3\. Wayan\n +1 suara {2}SUARA KOSONG/,
  );
  // of an opened sum the votes are the record's, and are not said a second time
  expect(describeStated(stated(), ELECTION, 'id')).not.toContain('Sari');
});

test('people and cards are said as the station’s word, in both languages', () => {
  const { users } = FIGURES;
  expect(describeStated(stated(), ELECTION, 'en')).toContain(`came ${users} · casts 7 · abandoned 1`);
  expect(describeStated(stated(), ELECTION, 'id')).toContain('kartu disiapkan 12 · dipakai 7 · batal 1');
});
