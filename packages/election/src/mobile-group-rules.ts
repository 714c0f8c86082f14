import type { ContestFigures, PollingPlaceFigures } from './figures.ts';
import { sumOfVotes, votesOf } from './figures.ts';
import { atMost, equal, type RuleOutcome } from './rule-outcome.ts';

/**
 * The sums of the mobile groups' paper; none where no group left. Paper that is missing is published, as a missing slip is: one
 * pocketed ballot must not stop a village. Paper that is too many, a result that is no sum of its parts, or more votes than people
 * would put votes into the result that nobody was handed: they hold the record.
 */
export function mobileGroupRules(
  { users, contests, mobileGroup }: PollingPlaceFigures,
  { settings: { blankVote } }: { readonly settings: { readonly blankVote: { readonly value: string } } },
): readonly RuleOutcome[] {
  if (mobileGroup === undefined) return [];
  const { checkIns, taken, used, unused, spoiled, counted } = mobileGroup;
  return [
    equal(
      'mobile-ballots-taken-are-used-unused-spoiled',
      taken,
      used + unused + spoiled,
      {
        id: 'surat suara keliling dibawa = dipakai + tidak dipakai + rusak',
        en: 'mobile ballots taken = used + unused + spoiled',
      },
      { severity: 'slip' },
    ),
    atMost('mobile-ballots-used-and-spoiled-within-taken', used + spoiled, taken, {
      id: 'surat suara keliling dipakai + rusak ≤ dibawa',
      en: 'mobile ballots used + spoiled ≤ taken',
    }),
    atMost('mobile-marks-within-taken', checkIns, taken, {
      id: 'pemilih kelompok keliling yang tercatat hadir ≤ surat suara keliling dibawa',
      en: 'voters marked present for the mobile group ≤ mobile ballots taken',
    }),
    atMost(
      'mobile-ballots-used-within-check-ins',
      used,
      checkIns,
      {
        id: 'surat suara keliling dipakai ≤ pemilih kelompok keliling yang tercatat hadir',
        en: 'mobile ballots used ≤ voters marked present for the mobile group',
      },
      { severity: 'slip' },
    ),
    equal(
      'mobile-ballots-in-box-are-used',
      counted?.inBox ?? null,
      used,
      {
        id: 'surat suara keliling di kotak = dipakai',
        en: 'mobile ballots in the box = used',
      },
      { severity: 'slip' },
    ),
    // spoiled ballots come back to the table and not into the box
    atMost('mobile-ballots-in-box-within-used', counted?.inBox ?? null, used, {
      id: 'surat suara keliling di kotak ≤ dipakai',
      en: 'mobile ballots in the box ≤ used',
    }),
    atMost('mobile-ballots-in-box-within-check-ins', counted?.inBox ?? null, checkIns, {
      id: 'surat suara keliling di kotak ≤ pemilih kelompok keliling yang tercatat hadir',
      en: 'mobile ballots in the box ≤ voters marked present for the mobile group',
    }),
    ...(counted?.contests ?? []).flatMap((result) =>
      resultRules(
        result,
        contests.find(({ contest }) => contest === result.contest),
        { inBox: counted?.inBox ?? 0, users, blankIsInvalid: blankVote.value === 'invalid' },
      ),
    ),
  ];
}

function resultRules(
  { contest, options, valid, invalid, total }: ContestFigures,
  electronic: ContestFigures | undefined,
  { inBox, users, blankIsInvalid }: { inBox: number; users: number; blankIsInvalid: boolean },
): readonly RuleOutcome[] {
  const blank = votesOf(options, 'blank');
  return [
    ...options.map(({ key, votes }) =>
      atMost(
        'electronic-votes-within-result',
        electronic === undefined ? 0 : votesOf(electronic.options, key),
        votes,
        { id: 'suara elektronik pilihan ini ≤ hasil', en: 'electronic votes of this option ≤ the result' },
        { contest, option: key },
      ),
    ),
    equal(
      'paper-votes-are-mobile-ballots-in-box',
      total - (electronic?.total ?? 0),
      inBox,
      {
        id: 'hasil − suara elektronik = surat suara keliling di kotak',
        en: 'result − electronic votes = mobile ballots in the box',
      },
      { contest },
    ),
    equal(
      'result-valid-are-candidates',
      valid,
      sumOfVotes(options) - blank,
      {
        id: 'suara sah dengan surat suara = jumlah suara calon dan kolom kosong',
        en: 'valid votes with paper = votes of candidates and empty column',
      },
      { contest },
    ),
    equal(
      'result-valid-and-invalid-are-total',
      valid + invalid + (blankIsInvalid ? 0 : blank),
      total,
      {
        id: 'sah + tidak sah dengan surat suara = jumlah',
        en: 'valid + invalid with paper = total',
      },
      { contest },
    ),
    atMost(
      'result-at-most-users',
      total,
      users,
      { id: 'hasil ≤ pengguna hak pilih', en: 'result ≤ users of the right' },
      { contest },
    ),
  ];
}
