import { checkArithmetic, mustHold } from './arithmetic.ts';
import { ballotOptions, type OptionKey, optionLabel } from './ballot-option.ts';
import type { Bilingual } from './bilingual.ts';
import type { ElectionDefinition, ElectionKind } from './definition.ts';
import { type ContestFigures, type PollingPlaceFigures, type ResultSource, votesOf } from './figures.ts';
import { type MinutesRecord, type MissingField, missingFields } from './minutes-record.ts';
import { type PaperLine, paperLine, resultContests } from './mobile-group.ts';
import { basisPoints } from './percentage.ts';
import type { RuleOutcome } from './rule-outcome.ts';
import type { Citation, RulePack, RulePackSettings } from './rule-pack.ts';
import { type SecrecyWarning, secrecyWarnings } from './secrecy.ts';
import { judgeSlips, type SlipVerdict } from './slip-difference.ts';

/** A labelled number. */
export interface FigureRow {
  /** Stable key, as in `tokens.voided`. */
  readonly key: string;
  readonly label: Bilingual;
  readonly value: number;
}

/** A labelled number that people count by hand; null until somebody has. */
export interface HandCountedRow extends Omit<FigureRow, 'value'> {
  readonly value: number | null;
}

/** A labelled number of people; by sex where it is known so. */
export interface PeopleRow {
  readonly key: string;
  readonly label: Bilingual;
  readonly men: number | null;
  readonly women: number | null;
  readonly total: number;
}

/** One option: its votes, paper of mobile groups among them, and its slips side by side. */
export interface OptionRow {
  readonly key: OptionKey;
  readonly label: Bilingual;
  readonly votes: number;
  /** Share of the valid votes in basis points; null for the blank vote, and when there are no valid votes. */
  readonly basisPoints: number | null;
  /** Of these votes, those on a mobile group's paper; null where there are none, or too few for a line of their own. */
  readonly paper: number | null;
  /** Slips counted by hand; null until then, and where beside the total they would tell of few paper votes. */
  readonly slips: number | null;
}

/** One contest's table. */
export interface ContestRows {
  readonly contest: string;
  readonly title: Bilingual;
  /** In ballot order, never by votes. */
  readonly options: readonly OptionRow[];
  /** Valid, invalid, total. */
  readonly totals: readonly FigureRow[];
}

/** A line to be signed by hand: the name is printed, the signature stays blank. */
export interface SignatureBlank {
  readonly role: 'chair' | 'member' | 'witness';
  readonly name: string;
  /** For a witness, the candidate stood for; null otherwise. */
  readonly represents: string | null;
  /** Chair and members must sign; witnesses may. */
  readonly required: boolean;
}

/** The minutes (berita acara) of one polling place, ready to be laid out. No winner here: that is the village's to say. */
export interface PollingPlaceMinutes {
  readonly kind: ElectionKind;
  readonly title: Bilingual;
  /** Stays blank for stamping. */
  readonly documentNumber: null;
  readonly definition: ElectionDefinition;
  readonly record: MinutesRecord;
  readonly resultSource: ResultSource;
  /** Where the votes per option come from, in words. */
  readonly resultSourceText: Bilingual;
  /** Registered, check-ins by list, users, abandoned, casts. */
  readonly attendance: readonly PeopleRow[];
  /** Users over registered; null when nobody is registered. */
  readonly turnoutBasisPoints: number | null;
  readonly tokens: readonly HandCountedRow[];
  readonly slips: readonly FigureRow[];
  /** Paper of mobile groups; empty where none left. */
  readonly mobileBallots: readonly HandCountedRow[];
  readonly contests: readonly ContestRows[];
  readonly sums: readonly RuleOutcome[];
  /** Some sum of the result fails: the record is held with the failing sums as reasons. */
  readonly held: boolean;
  readonly slipVerdict: SlipVerdict;
  /** What the result will tell of how people voted; none while somebody can still vote. */
  readonly secrecyWarnings: readonly SecrecyWarning[];
  readonly signatures: readonly SignatureBlank[];
  /** How many members must sign besides the chair. */
  readonly memberSignatures: number;
  readonly citations: readonly Citation[];
  /** Not empty: the polling place cannot be sealed. Counting is not blocked. */
  readonly missing: readonly MissingField[];
}

/** Puts the minutes together. The same input gives the same minutes; figures that do not add up are shown, never repaired. */
export function assembleMinutes(input: {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly figures: PollingPlaceFigures;
  readonly record: MinutesRecord;
}): PollingPlaceMinutes {
  const { definition, rulePack, figures, record } = input;
  const report = checkArithmetic(figures, rulePack);
  const line = paperLine(figures, rulePack);
  return {
    kind: definition.kind,
    title: MINUTES_TITLE,
    documentNumber: null,
    definition,
    record,
    resultSource: figures.resultSource,
    resultSourceText: SOURCE_TEXTS[figures.resultSource],
    attendance: attendanceRows(figures),
    turnoutBasisPoints: basisPoints(figures.users, figures.registered.L + figures.registered.P),
    tokens: tokenRows(figures),
    slips: slipRows(figures),
    mobileBallots: mobileRows(figures),
    contests: figures.contests.map((contest) => contestRows(definition, figures, contest, line)),
    // beside the total, a single option's electronic votes would tell of few paper votes
    sums: report.outcomes.filter(
      ({ option, verdict }) => line !== 'merged' || option === null || verdict !== 'holds',
    ),
    held: mustHold(report),
    slipVerdict: judgeSlips(figures, rulePack),
    secrecyWarnings: record.closedAt === null ? [] : secrecyWarnings(figures, rulePack),
    signatures: signatureBlanks(definition, record),
    memberSignatures: rulePack.settings.memberSignatures.value,
    citations: citationsOf(
      rulePack,
      figures.mobileGroup === undefined ? MINUTES_SETTINGS : [...MINUTES_SETTINGS, 'mobileGroup'],
    ),
    missing: missingFields({
      definition,
      rulePack,
      record,
      resultSource: figures.resultSource,
      slipBoxCounted: figures.slipBox !== null,
      mobilePaperCounted: figures.mobileGroup?.counted !== null,
    }),
  };
}

/** The citations behind some settings, each once, in the order of the rule pack. */
export function citationsOf(
  rulePack: RulePack,
  settings: readonly (keyof RulePackSettings)[],
): readonly Citation[] {
  const cited = new Set(settings.flatMap((name) => rulePack.settings[name].cites));
  return rulePack.citations.filter(({ id }) => cited.has(id));
}

const MINUTES_TITLE: Bilingual = {
  id: 'Berita Acara Pemungutan dan Penghitungan Suara',
  en: 'Minutes of voting and counting',
};

/** What the minutes of a polling place rest on. */
const MINUTES_SETTINGS: readonly (keyof RulePackSettings)[] = [
  'blankVote',
  'hours',
  'extension',
  'nonDptVoters',
  'helper',
  'slipBoxCount',
  'slipDifference',
  'smallPollingPlace',
  'tooFewTrustees',
  'memberSignatures',
];

const SOURCE_TEXTS: Readonly<Record<ResultSource, Bilingual>> = {
  trustees: {
    id: 'Jumlah suara dibuka bersama oleh pemegang kunci.',
    en: 'The sum was opened by the trustees together.',
  },
  'slip-count': {
    id: 'Pemegang kunci kurang dari ambang: hasil diambil dari hitungan tangan struk menurut aturan.',
    en: 'Fewer trustees than the threshold: by rule, the result is the hand count of the slips.',
  },
};

function attendanceRows(figures: PollingPlaceFigures): readonly PeopleRow[] {
  const { registered, checkIns, users, abandoned, casts } = figures;
  const bySex = (
    key: string,
    id: string,
    en: string,
    { L, P }: { readonly L: number; readonly P: number },
  ) => ({
    key,
    label: { id, en },
    men: L,
    women: P,
    total: L + P,
  });
  const plain = (key: string, id: string, en: string, total: number) => ({
    key,
    label: { id, en },
    men: null,
    women: null,
    total,
  });
  return [
    bySex('registered', 'Pemilih terdaftar (DPT)', 'Registered voters', registered),
    bySex('checkIns.DPT', 'Hadir dari DPT', 'Checked in from the final list', checkIns.DPT),
    bySex('checkIns.added', 'Hadir di luar DPT', 'Checked in outside the final list', checkIns.added),
    plain('users', 'Pengguna hak pilih', 'Users of the right to vote', users),
    ...(figures.mobileGroup === undefined
      ? []
      : [
          plain(
            'mobile',
            'Di antaranya pemilih kelompok keliling',
            'Of these, voters of the mobile group',
            figures.mobileGroup.checkIns,
          ),
        ]),
    plain('abandoned', 'Hak suara yang ditinggalkan', 'Abandoned', abandoned),
    plain('casts', 'Suara masuk', 'Ballots cast', casts),
  ];
}

function tokenRows({ tokens }: PollingPlaceFigures): readonly HandCountedRow[] {
  return [
    { key: 'tokens.pool', label: { id: 'Kartu disiapkan', en: 'Cards prepared' }, value: tokens.pool },
    { key: 'tokens.issued', label: { id: 'Kartu dibagikan', en: 'Cards issued' }, value: tokens.issued },
    { key: 'tokens.used', label: { id: 'Kartu dipakai', en: 'Cards used' }, value: tokens.used },
    { key: 'tokens.voided', label: { id: 'Kartu dibatalkan', en: 'Cards voided' }, value: tokens.voided },
    { key: 'tokens.returned', label: { id: 'Kartu kembali', en: 'Cards returned' }, value: tokens.returned },
  ];
}

function slipRows({ slips, slipBox }: PollingPlaceFigures): readonly FigureRow[] {
  const counters = [
    { key: 'slips.printed', label: { id: 'Struk tercetak', en: 'Slips printed' }, value: slips.printed },
    { key: 'slips.spoiled', label: { id: 'Struk batal', en: 'Spoiled slips' }, value: slips.spoiled },
  ];
  if (slipBox === null) return counters;
  return [
    ...counters,
    { key: 'slips.inBox', label: { id: 'Struk di kotak', en: 'Slips in the box' }, value: slipBox.inBox },
  ];
}

/** Paper of mobile groups; nothing where none left. */
function mobileRows({ mobileGroup }: PollingPlaceFigures): readonly HandCountedRow[] {
  if (mobileGroup === undefined) return [];
  const { taken, used, unused, spoiled, counted } = mobileGroup;
  const row = (key: string, id: string, en: string, value: number | null) => ({
    key: `mobile.${key}`,
    label: { id: `Surat suara keliling ${id}`, en: `Mobile ballots ${en}` },
    value,
  });
  return [
    row('taken', 'dibawa', 'taken along', taken),
    row('used', 'dipakai', 'used', used),
    row('unused', 'tidak dipakai', 'unused', unused),
    row('spoiled', 'rusak', 'spoiled', spoiled),
    row('inBox', 'di kotak', 'in the box', counted?.inBox ?? null),
  ];
}

function contestRows(
  definition: ElectionDefinition,
  figures: PollingPlaceFigures,
  electronic: ContestFigures,
  line: PaperLine,
): ContestRows {
  const contest = definition.contests.find(({ id }) => id === electronic.contest);
  if (contest === undefined) throw new Error(`no contest ${electronic.contest} in the definition`);
  const result = resultContests(figures).find(({ contest: id }) => id === contest.id) ?? electronic;
  const box = figures.slipBox?.contests.find((counted) => counted.contest === contest.id)?.options ?? null;
  return {
    contest: contest.id,
    title: contest.title,
    options: ballotOptions(contest).map((option) => {
      const votes = votesOf(result.options, option.key);
      return {
        key: option.key,
        label: optionLabel(option),
        votes,
        basisPoints: option.kind === 'blank' ? null : basisPoints(votes, result.valid),
        paper: line === 'own-line' ? votes - votesOf(electronic.options, option.key) : null,
        slips: box === null || line === 'merged' ? null : votesOf(box, option.key),
      };
    }),
    totals: [
      { key: 'valid', label: { id: 'Suara sah', en: 'Valid votes' }, value: result.valid },
      { key: 'invalid', label: { id: 'Suara tidak sah', en: 'Invalid votes' }, value: result.invalid },
      { key: 'total', label: { id: 'Jumlah suara', en: 'Total' }, value: result.total },
    ],
  };
}

/** Everybody of the board and every witness who was present; while nobody has said who was, everybody who could be. */
function signatureBlanks(definition: ElectionDefinition, record: MinutesRecord): readonly SignatureBlank[] {
  const isPresent = (present: readonly string[] | null, id: string) => present?.includes(id) ?? true;
  const board = (role: 'chair' | 'member') =>
    definition.people
      .filter((person) => person.role === role && isPresent(record.boardPresent, person.id))
      .map(({ name }) => ({ role, name, represents: null, required: true }));
  const witnesses = definition.people.flatMap((person) => {
    if (person.role !== 'witness' || !isPresent(record.witnessesPresent, person.id)) return [];
    const contest = definition.contests.find(({ id }) => id === person.represents.contest);
    const candidate = contest?.candidates.find(({ number }) => number === person.represents.candidate);
    const represents = candidate === undefined ? null : `${candidate.number}. ${candidate.name}`;
    return [{ role: 'witness' as const, name: person.name, represents, required: false }];
  });
  return [...board('chair'), ...board('member'), ...witnesses];
}
