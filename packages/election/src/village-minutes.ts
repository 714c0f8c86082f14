import { ballotOptions, optionLabel } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';
import type { ElectionKind } from './definition.ts';
import { votesOf } from './figures.ts';
import { citationsOf, type OptionRow } from './minutes.ts';
import { basisPoints } from './percentage.ts';
import { fail, type Result, succeed } from './result.ts';
import type { Citation } from './rule-pack.ts';
import {
  decideVillage,
  type PlaceResult,
  type VillageInput,
  type VillageInputError,
  type VillageOutcome,
} from './winner.ts';

/** The village's minutes of one contest: all places side by side, the sum, and the outcome with its reasons. */
export interface VillageMinutes {
  readonly kind: ElectionKind;
  readonly title: Bilingual;
  readonly contestTitle: Bilingual;
  /** Stays blank for stamping. */
  readonly documentNumber: null;
  /** By polling place, ascending. */
  readonly places: readonly PlaceResult[];
  /** How many places are in, of how many. */
  readonly coverage: { readonly given: number; readonly expected: number };
  readonly registered: number;
  readonly users: number;
  readonly turnoutBasisPoints: number | null;
  /** In ballot order; slips are counted per polling place and stay null here. */
  readonly totals: readonly OptionRow[];
  readonly outcome: VillageOutcome;
  readonly outcomeText: Bilingual;
  readonly citations: readonly Citation[];
}

/** Puts the village's minutes together and decides. @errors results that do not belong together, as in `decideVillage` */
export function assembleVillageMinutes(
  input: VillageInput & { readonly kind: ElectionKind },
): Result<VillageMinutes, readonly VillageInputError[]> {
  const { kind, contest, expected, results, rulePack } = input;
  const decided = decideVillage(input);
  if (!decided.ok) return fail(decided.error);
  const options = ballotOptions(contest);
  const votesFor = (key: OptionRow['key']) =>
    results.reduce((total, result) => total + votesOf(result.options, key), 0);
  const valid = options.reduce(
    (total, { kind: option, key }) => total + (option === 'blank' ? 0 : votesFor(key)),
    0,
  );
  const registered = results.reduce((total, result) => total + result.registered, 0);
  const users = results.reduce((total, result) => total + result.users, 0);
  return succeed({
    kind,
    title: { id: 'Berita Acara Hasil Pemilihan', en: 'Minutes of the result' },
    contestTitle: contest.title,
    documentNumber: null,
    places: [...results].sort((left, right) => (left.place < right.place ? -1 : 1)),
    coverage: { given: results.length, expected: new Set(expected).size },
    registered,
    users,
    turnoutBasisPoints: basisPoints(users, registered),
    totals: options.map((option) => ({
      key: option.key,
      label: optionLabel(option),
      votes: votesFor(option.key),
      basisPoints: option.kind === 'blank' ? null : basisPoints(votesFor(option.key), valid),
      paper: null,
      slips: null,
    })),
    outcome: decided.value,
    outcomeText: outcomeText(decided.value),
    citations: citationsOf(rulePack, ['winner', 'blankVote', 'ties', 'quorum', 'emptyColumnWin', 'clocks']),
  });
}

/** The outcome in one sentence; the steps say why. */
function outcomeText(outcome: VillageOutcome): Bilingual {
  switch (outcome.type) {
    case 'winner':
      return {
        id: `Calon terpilih: nomor urut ${outcome.candidate}.`,
        en: `Elected: candidate number ${outcome.candidate}.`,
      };
    case 'empty-column-wins':
      return { id: 'Calon tunggal tidak terpilih.', en: 'The single candidate is not elected.' };
    case 'second-round':
      return {
        id: `Putaran kedua: nomor urut ${outcome.among.join(', ')}.`,
        en: `Second round: candidates ${outcome.among.join(', ')}.`,
      };
    case 'people-decide':
      return {
        id: 'Aturan tidak memutuskan; panitia memutuskan dengan berita acara.',
        en: 'The rules do not decide; the committee decides with minutes.',
      };
    case 'incomplete':
      return {
        id: 'Hasil belum lengkap; pemenang belum dapat ditentukan.',
        en: 'The result is not complete; no winner can be named yet.',
      };
  }
}
