import { type PollingPlaceId, partsOfPollingPlaceId } from './area.ts';
import { ballotOptions, candidateKey, optionLabel } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';
import type { Contest } from './definition.ts';
import { type OptionVotes, votesOf } from './figures.ts';
import type { RulePackSettings } from './rule-pack.ts';
import type { PeopleDecideWhy, UnitVotes } from './winner.ts';

/** One step of the written explanation of a result. */
export interface ExplanationStep {
  /** Phrase key, as in `winner.largestUnit`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The step rendered. */
  readonly sentence: Bilingual;
  /** Ids of citations of the rule pack that this step rests on. */
  readonly cites: readonly string[];
}

/** Words for what the resolver does, one function a kind of step. */
export type Explain = ReturnType<typeof explain>;

/** The explanation of one contest. Lists are sorted, so that equal results read the same whatever order they came in. */
export function explain(contest: Contest) {
  const nameOf = (number: number) => {
    const candidate = contest.candidates.find((one) => one.number === number);
    return `${number} (${candidate?.name ?? '?'})`;
  };
  const namesOf = (numbers: readonly number[]) => numbers.map(nameOf).join(', ');
  const votesText = (unit: UnitVotes, numbers: readonly number[]) =>
    numbers.map((number) => `${number}: ${votesOf(unit.options, candidateKey(number))}`).join(', ');

  return {
    incomplete(given: number, missing: readonly PollingPlaceId[]): ExplanationStep {
      const places = missing.map((place) => `TPS ${partsOfPollingPlaceId(place).number}`).join(', ');
      return step('winner.incomplete', { given, missing: places }, [], {
        id: `Baru ${given} TPS masuk; belum ada hasil dari ${places}. Pemenang belum dapat ditentukan.`,
        en: `${given} polling places are in; no result yet from ${places}. No winner can be named yet.`,
      });
    },
    totals(totals: readonly OptionVotes[], places: number): ExplanationStep {
      const list = (language: keyof Bilingual) =>
        ballotOptions(contest)
          .map((option) => `${optionLabel(option)[language]}: ${votesOf(totals, option.key)}`)
          .join('; ');
      return step(
        'winner.totals',
        { places, ...Object.fromEntries(totals.map(({ key, votes }) => [key, votes])) },
        [],
        {
          id: `Jumlah suara dari ${places} TPS: ${list('id')}.`,
          en: `Votes of ${places} polling places together: ${list('en')}.`,
        },
      );
    },
    quorum(
      isMet: boolean,
      users: number,
      registered: number,
      { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
      cites: readonly string[],
    ): ExplanationStep {
      return step(
        isMet ? 'winner.quorumMet' : 'winner.quorumNotMet',
        { users, registered, numerator, denominator },
        cites,
        isMet
          ? {
              id: `Kuorum ${numerator}/${denominator} tercapai: ${users} dari ${registered} pemilih hadir.`,
              en: `The quorum of ${numerator}/${denominator} is met: ${users} of ${registered} voters came.`,
            }
          : {
              id: `Kuorum ${numerator}/${denominator} tidak tercapai: ${users} dari ${registered} pemilih hadir. Panitia memutuskan dengan berita acara.`,
              en: `The quorum of ${numerator}/${denominator} is not met: ${users} of ${registered} voters came. The committee decides with minutes.`,
            },
      );
    },
    noVotes(): ExplanationStep {
      return step('winner.noVotes', {}, [], {
        id: 'Tidak ada satu suara sah pun. Panitia memutuskan dengan berita acara.',
        en: 'There is not one valid vote. The committee decides with minutes.',
      });
    },
    mostVotes(candidate: number, votes: number, cites: readonly string[]): ExplanationStep {
      return step('winner.mostVotes', { candidate, votes }, cites, {
        id: `Calon nomor ${nameOf(candidate)} memperoleh suara sah terbanyak: ${votes}.`,
        en: `Candidate ${nameOf(candidate)} has the most valid votes: ${votes}.`,
      });
    },
    tie(among: readonly number[], votes: number): ExplanationStep {
      return step('winner.tie', { among: among.join(','), votes }, [], {
        id: `Suara sama banyak, masing-masing ${votes}: calon nomor ${namesOf(among)}.`,
        en: `A tie at ${votes} votes each: candidates ${namesOf(among)}.`,
      });
    },
    winnerAfterTie(candidate: number): ExplanationStep {
      return step('winner.afterTie', { candidate }, [], {
        id: `Dengan demikian calon nomor ${nameOf(candidate)} menang.`,
        en: `So candidate ${nameOf(candidate)} wins.`,
      });
    },
    emptyColumn(
      rule: RulePackSettings['emptyColumnWin']['value'],
      candidate: number,
      votes: number,
      column: number,
      casts: number,
      cites: readonly string[],
    ): ExplanationStep {
      const words = EMPTY_COLUMN[rule];
      return step('winner.emptyColumn', { rule, candidate, votes, column, casts }, cites, {
        id: `Calon tunggal nomor ${nameOf(candidate)} memperoleh ${votes}, kolom kosong ${column}, dari ${casts} suara. ${words.id}`,
        en: `The single candidate ${nameOf(candidate)} has ${votes}, the empty column ${column}, of ${casts} casts. ${words.en}`,
      });
    },
    doesNotApply(
      kind: TieStepName,
      why: 'one-place' | 'several-places',
      cites: readonly string[],
    ): ExplanationStep {
      const reason =
        why === 'one-place'
          ? { id: 'desa ini hanya mempunyai satu TPS', en: 'this village has one polling place only' }
          : { id: 'desa ini mempunyai beberapa TPS', en: 'this village has several polling places' };
      return step('winner.stepDoesNotApply', { step: kind, why }, cites, {
        id: `Langkah "${TIE_STEPS[kind].id}" tidak berlaku: ${reason.id}.`,
        en: `The step "${TIE_STEPS[kind].en}" does not apply: ${reason.en}.`,
      });
    },
    figuresMissing(kind: TieStepName, cites: readonly string[]): ExplanationStep {
      return step('winner.figuresMissing', { step: kind }, cites, {
        id: `Langkah "${TIE_STEPS[kind].id}" memerlukan angka per wilayah yang tidak ada, atau terlalu kecil untuk dibuka.`,
        en: `The step "${TIE_STEPS[kind].en}" needs figures by area that do not exist, or are too small to be opened.`,
      });
    },
    unitLooksAt(
      units: readonly (UnitVotes & { readonly name: string })[],
      registered: number,
      among: readonly number[],
      leaders: readonly number[],
      cites: readonly string[],
    ): ExplanationStep {
      const list = [...units]
        .sort((left, right) => (left.name < right.name ? -1 : 1))
        .map((unit) => `${unit.name} (${votesText(unit, among)})`)
        .join('; ');
      return step(
        'winner.largestUnit',
        { units: list, registered, leaders: leaders.join(',') },
        cites,
        leaders.length === 1
          ? {
              id: `Dengan ${registered} pemilih terdaftar, ${list}: calon nomor ${namesOf(leaders)} lebih banyak.`,
              en: `With ${registered} registered voters, ${list}: candidate ${namesOf(leaders)} has more.`,
            }
          : {
              id: `Dengan ${registered} pemilih terdaftar, ${list}: masih sama, calon nomor ${namesOf(leaders)}.`,
              en: `With ${registered} registered voters, ${list}: still equal, candidates ${namesOf(leaders)}.`,
            },
      );
    },
    equalUnitsDisagree(
      units: readonly string[],
      registered: number,
      cites: readonly string[],
    ): ExplanationStep {
      return step('winner.equalUnitsDisagree', { units: units.join(', '), registered }, cites, {
        id: `${units.join(', ')} sama-sama mempunyai ${registered} pemilih terdaftar dan tidak sejalan; aturan tidak mengatakan mana yang terbesar.`,
        en: `${units.join(', ')} have ${registered} registered voters each and do not agree; the rule does not say which is the largest.`,
      });
    },
    unitsWon(
      unit: 'polling-place' | 'tally-area',
      won: ReadonlyMap<number, number>,
      remaining: readonly number[],
      cites: readonly string[],
    ): ExplanationStep {
      const list = [...won]
        .sort(([left], [right]) => left - right)
        .map(([number, count]) => `${number}: ${count}`)
        .join(', ');
      const [place, placeEn] = unit === 'polling-place' ? ['TPS', 'polling places'] : ['wilayah', 'areas'];
      return step('winner.unitsWon', { unit, won: list, remaining: remaining.join(',') }, cites, {
        id: `Banyaknya ${place} yang dimenangi (${list}); tersisa calon nomor ${namesOf(remaining)}.`,
        en: `Number of ${placeEn} won (${list}); there remain candidates ${namesOf(remaining)}.`,
      });
    },
    secondRound(among: readonly number[], withinDays: number, cites: readonly string[]): ExplanationStep {
      return step('winner.secondRound', { among: among.join(','), withinDays }, cites, {
        id: `Putaran kedua di antara calon nomor ${namesOf(among)} paling lambat ${withinDays} hari.`,
        en: `A second round among candidates ${namesOf(among)} within ${withinDays} days.`,
      });
    },
    peopleDecide(
      among: readonly number[],
      why: Extract<PeopleDecideWhy, 'tie-steps-exhausted' | 'figures-missing'>,
    ): ExplanationStep {
      return step('winner.peopleDecide', { among: among.join(','), why }, [], {
        id: `Aturan tidak memutuskan di antara calon nomor ${namesOf(among)}. Panitia memutuskan dengan berita acara; tidak diundi dan tidak menurut nomor.`,
        en: `The rules do not decide among candidates ${namesOf(among)}. The committee decides with minutes; not by lot and not by number.`,
      });
    },
  };
}

type TieStepName = 'largest-polling-place' | 'largest-tally-area' | 'more-units-won';

const TIE_STEPS: Readonly<Record<TieStepName, Bilingual>> = {
  'largest-polling-place': { id: 'TPS dengan pemilih terbanyak', en: 'polling place with most voters' },
  'largest-tally-area': {
    id: 'wilayah tempat tinggal dengan pemilih terbanyak',
    en: 'residence area with most voters',
  },
  'more-units-won': { id: 'lebih banyak wilayah dimenangi', en: 'more units won' },
};

const EMPTY_COLUMN: Readonly<Record<RulePackSettings['emptyColumnWin']['value'], Bilingual>> = {
  unknown: {
    id: 'Aturan menang terhadap kolom kosong belum ditetapkan; panitia memutuskan dengan berita acara.',
    en: 'The rule for winning over the empty column is not set; the committee decides with minutes.',
  },
  'more-than-column': {
    id: 'Calon menang bila suaranya lebih banyak daripada kolom kosong; bila sama, panitia memutuskan.',
    en: 'The candidate wins with more votes than the empty column; when equal, the committee decides.',
  },
  'more-than-half-of-casts': {
    id: 'Calon menang bila memperoleh lebih dari setengah dari seluruh suara masuk.',
    en: 'The candidate wins with more than half of all casts.',
  },
};

function step(
  key: string,
  values: ExplanationStep['values'],
  cites: readonly string[],
  sentence: Bilingual,
): ExplanationStep {
  return { key, values, sentence, cites };
}
