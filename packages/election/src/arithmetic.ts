import { type OptionKey, optionWords } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';
import { type ContestFigures, type PollingPlaceFigures, sumOfVotes, votesOf } from './figures.ts';
import { mobileGroupRules } from './mobile-group-rules.ts';
import { atMost, equal, type RuleOutcome, type RuleSeverity } from './rule-outcome.ts';

/** All sums of one polling place. */
export interface ArithmeticReport {
  readonly outcomes: readonly RuleOutcome[];
  /** Rules of severity `electronic` that fail, those of a hand count that is the result among them. Not empty: the record is held. */
  readonly holdReasons: readonly RuleOutcome[];
  /** Slip rules that fail. */
  readonly slipDifferences: readonly RuleOutcome[];
  /** Rules whose figures do not exist yet. They neither hold the record nor differ. */
  readonly notYetKnown: readonly RuleOutcome[];
}

/** All that the arithmetic asks of a rule pack: do blank votes count as invalid, or apart. */
export interface BlankVoteRule {
  readonly settings: { readonly blankVote: { readonly value: 'invalid' | 'separate' } };
}

/** Looks at every sum of the polling place (domain.md, "Arithmetic that must hold per TPS"). */
export function checkArithmetic(figures: PollingPlaceFigures, rulePack: BlankVoteRule): ArithmeticReport {
  const outcomes = [
    ...peopleRules(figures),
    ...figures.contests.flatMap((contest) => contestRules(figures, contest, rulePack)),
    ...cardRules(figures),
    ...slipRules(figures),
    ...mobileGroupRules(figures, rulePack),
  ];
  const those = (severity: RuleSeverity, verdict: RuleOutcome['verdict']) =>
    outcomes.filter((outcome) => outcome.severity === severity && outcome.verdict === verdict);
  return {
    outcomes,
    holdReasons: those('electronic', 'fails'),
    slipDifferences: those('slip', 'fails'),
    notYetKnown: outcomes.filter(({ verdict }) => verdict === 'unknown'),
  };
}

/** Whether the record must be held: some electronic sum fails. */
export function mustHold(report: ArithmeticReport): boolean {
  return report.holdReasons.length > 0;
}

/**
 * The reasons to hold the record as a signed result names them: the rule's id, and its contest where it has one. Each once, however
 * many options of a contest fail by it.
 */
export function holdReasonNames({ holdReasons }: ArithmeticReport): readonly string[] {
  return [...new Set(holdReasons.map(({ id, contest }) => (contest === null ? id : `${id}:${contest}`)))];
}

function peopleRules(figures: PollingPlaceFigures) {
  const { registered, checkIns, users, casts, abandoned, openCases, mobileGroup } = figures;
  const { DPT, added } = checkIns;
  return [
    equal('users-are-check-ins', users, DPT.L + DPT.P + added.L + added.P, {
      id: 'pengguna hak pilih = jumlah kehadiran menurut daftar dan jenis kelamin',
      en: 'users of the right = check-ins by list and sex',
    }),
    atMost('men-within-list', DPT.L, registered.L, {
      id: 'laki-laki DPT yang hadir ≤ laki-laki terdaftar',
      en: 'men of the final list checked in ≤ men registered',
    }),
    atMost('women-within-list', DPT.P, registered.P, {
      id: 'perempuan DPT yang hadir ≤ perempuan terdaftar',
      en: 'women of the final list checked in ≤ women registered',
    }),
    mobileGroup === undefined
      ? equal('users-are-casts-and-abandoned', users, casts + abandoned, {
          id: 'pengguna hak pilih = suara masuk + hak suara yang ditinggalkan',
          en: 'users of the right = casts + abandoned',
        })
      : equal('users-are-casts-and-abandoned', users, casts + abandoned + mobileGroup.checkIns, {
          id: 'pengguna hak pilih = suara masuk + hak suara yang ditinggalkan + pemilih kelompok keliling',
          en: 'users of the right = casts + abandoned + voters of the mobile group',
        }),
    equal('no-open-cases', openCases, 0, { id: 'tidak ada kasus terbuka', en: 'no case is open' }),
  ];
}

function contestRules(
  { users, casts, resultSource }: PollingPlaceFigures,
  { contest, options, valid, invalid, total }: ContestFigures,
  rulePack: BlankVoteRule,
): readonly RuleOutcome[] {
  const blank = votesOf(options, 'blank');
  const blankIsInvalid = rulePack.settings.blankVote.value === 'invalid';
  const isHandCount = resultSource === 'slip-count';
  return [
    equal(
      'casts-are-options',
      casts,
      sumOfVotes(options),
      { id: 'suara masuk = suara semua pilihan + suara kosong', en: 'casts = votes of all options + blank' },
      // slips that are missing stop no village, even where they are the result; slips that are too many do, by the rule below
      { contest, severity: isHandCount ? 'slip' : 'electronic' },
    ),
    ...(isHandCount
      ? [
          atMost(
            'slip-votes-within-casts',
            sumOfVotes(options),
            casts,
            {
              id: 'suara menurut hitungan tangan struk ≤ suara masuk',
              en: 'votes of the slip count ≤ casts',
            },
            { contest },
          ),
        ]
      : []),
    equal(
      'valid-are-candidates',
      valid,
      sumOfVotes(options) - blank,
      {
        id: 'suara sah = jumlah suara calon dan kolom kosong',
        en: 'valid = votes of candidates and empty column',
      },
      { contest },
    ),
    equal(
      'invalid-follow-rule',
      invalid,
      blankIsInvalid ? blank : 0,
      blankIsInvalid
        ? { id: 'suara tidak sah = suara kosong', en: 'invalid = blank' }
        : {
            id: 'suara tidak sah = 0 (suara kosong dihitung terpisah)',
            en: 'invalid = 0 (blank counts apart)',
          },
      { contest },
    ),
    equal(
      'valid-and-invalid-are-total',
      valid + invalid + (blankIsInvalid ? 0 : blank),
      total,
      blankIsInvalid
        ? { id: 'sah + tidak sah = jumlah', en: 'valid + invalid = total' }
        : { id: 'sah + tidak sah + suara kosong = jumlah', en: 'valid + invalid + blank = total' },
      { contest },
    ),
    atMost(
      'total-at-most-users',
      total,
      users,
      { id: 'jumlah suara ≤ pengguna hak pilih', en: 'total ≤ users of the right' },
      { contest },
    ),
  ];
}

function cardRules({ tokens, casts }: PollingPlaceFigures): readonly RuleOutcome[] {
  const { pool, issued, used, voided, returned } = tokens;
  return [
    equal(
      'cards-issued-are-used-voided-returned',
      issued,
      returned === null ? null : used + voided + returned,
      {
        id: 'kartu dibagikan = dipakai + dibatalkan + kembali',
        en: 'cards issued = used + voided + returned',
      },
    ),
    equal('cards-used-are-casts', used, casts, {
      id: 'kartu dipakai = suara masuk',
      en: 'cards used = casts',
    }),
    atMost('cards-within-pool', issued, pool, {
      id: 'kartu dibagikan ≤ kartu yang disiapkan',
      en: 'cards issued ≤ cards prepared',
    }),
  ];
}

function slipRules({
  casts,
  slips,
  slipBox,
  contests,
  resultSource,
}: PollingPlaceFigures): readonly RuleOutcome[] {
  // a hand count that is the result has no other figures beside it: it must at least be the sum of its own piles
  const severityOfPiles = resultSource === 'slip-count' ? 'electronic' : 'slip';
  const inBox = slipBox?.inBox ?? null;
  const counted = (contest: string) =>
    slipBox?.contests.find((box) => box.contest === contest)?.options ?? null;
  return [
    // what a booth says it printed is about paper: a slip that was pulled out, and that two people looked for in vain, holds no record
    equal(
      'slips-printed-are-casts-and-spoiled',
      slips.printed,
      casts + slips.spoiled,
      {
        id: 'struk tercetak = suara masuk + struk batal',
        en: 'slips printed = casts + spoiled slips',
      },
      { severity: 'slip' },
    ),
    equal(
      'slips-in-box-and-spoiled-are-printed',
      inBox === null ? null : inBox + slips.spoiled,
      slips.printed,
      {
        id: 'struk di kotak + struk batal = struk tercetak',
        en: 'slips in box + spoiled slips = slips printed',
      },
      { severity: 'slip' },
    ),
    equal(
      'slips-in-box-are-casts',
      inBox,
      casts,
      { id: 'struk di kotak = suara masuk', en: 'slips in box = casts' },
      { severity: 'slip' },
    ),
    ...contests.flatMap(({ contest, options }) => {
      const box = counted(contest);
      return [
        equal(
          'slips-of-options-are-slips-in-box',
          box === null ? null : sumOfVotes(box),
          inBox ?? 0,
          { id: 'jumlah struk semua pilihan = struk di kotak', en: 'slips of all options = slips in box' },
          { contest, severity: severityOfPiles },
        ),
        ...options.map(({ key, votes }) =>
          equal(
            'slips-of-option-are-votes',
            box === null ? null : votesOf(box, key),
            votes,
            slipsOfOption(key),
            { contest, option: key, severity: severityOfPiles },
          ),
        ),
      ];
    }),
  ];
}

function slipsOfOption(key: OptionKey): Bilingual {
  const { id, en } = optionWords(key);
  // what is counted for the blank vote is called "suara" by itself
  const votes = key === 'blank' ? id : `suara ${id}`;
  return { id: `struk ${id} = ${votes}`, en: `slips of ${en} = votes of ${en}` };
}
