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
  expect(said).toContain('Kepala Desa / Village head');
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

/** TPS 01 Melati, where a group left with 4 ballots; `inBox` came out of the box, all for candidate 2. */
function withPaper(inBox: number, used: number): SignedResult['figures'] {
  const { figures } = stated();
  return {
    ...figures,
    users: figures.users + used,
    checkIns: { ...figures.checkIns, DPT: { ...figures.checkIns.DPT, L: figures.checkIns.DPT.L + used } },
    registered: { L: 20, P: 20 },
    mobileGroup: {
      checkIns: used,
      taken: 4,
      used,
      unused: 4 - used,
      spoiled: 0,
      counted: {
        inBox,
        contests: figures.contests.map(({ contest, options, valid, invalid, total }) => ({
          contest,
          options: options.map(({ key, votes }) => ({ key, votes: key === 'c2' ? votes + inBox : votes })),
          valid: valid + inBox,
          invalid,
          total: total + inBox,
        })),
      },
    },
  };
}

test('paper in the result is said with how much of it was in the box, and each sum that fails with both sides', () => {
  const said = (inBox: number, used: number, language: 'id' | 'en') =>
    describeStated(stated({ figures: withPaper(inBox, used) }), ELECTION, language);
  expect(said(3, 3, 'id')).toContain('!! 3 surat suara kelompok keliling dihitung dari kotak');
  expect(said(3, 3, 'en')).toContain('!! 3 ballots of the mobile group were counted out of the box');
  expect(said(3, 3, 'en')).not.toMatch(/HOLDS|DIFFER/);
  // one ballot was pocketed: published
  expect(said(2, 3, 'en')).toContain(
    '!! SLIPS OR PAPER DIFFER: mobile ballots in the box = used should be; written are 2 and 3.',
  );
  expect(said(2, 3, 'id')).toContain(
    '!! SELISIH PADA STRUK ATAU KERTAS: seharusnya surat suara keliling di kotak = dipakai; tertulis 2 dan 3.',
  );
  expect(said(2, 3, 'id')).not.toContain('MENAHAN HASIL');
  // ten came from nowhere: held
  expect(said(13, 3, 'en')).toContain(
    '!! HOLDS THE RESULT: mobile ballots in the box ≤ used should be; written are 13 and 3.',
  );
  expect(said(13, 3, 'id')).toMatch(
    /!! MENAHAN HASIL: seharusnya hasil ≤ .*; tertulis 20 dan 11 \(kepala-desa\)\./,
  );
});

test('slips that differ are said too, where no group left', () => {
  const { slipBox } = stated().figures;
  if (slipBox === null) throw new Error('the fixture has no slip box');
  const figures = { ...stated().figures, slipBox: { ...slipBox, inBox: 6 } };
  expect(describeStated(stated({ figures }), ELECTION, 'en')).toContain(
    '!! SLIPS OR PAPER DIFFER: slips in box = casts should be; written are 6 and 7.',
  );
  expect(describeStated(stated(), ELECTION, 'en')).not.toContain('!!');
});
