import { createHash } from 'node:crypto';
import {
  type CivilDate,
  type CivilTime,
  civilClock,
  civilDate,
  civilTime,
  defaultRulePack,
  type ElectionDefinition,
  END_OF_DAY,
  parseElectionDefinition,
  type RulePack,
  rulePackFingerprintText,
  type Voter,
  villageCodeSchema,
  voterListText,
} from '@bilik/election';
import { hallPeople } from './hall-people.ts';

/** How large an exercise is. */
export interface ExerciseSize {
  readonly booths: number;
  readonly desks: number;
  /** Cards in the pile: one a voter and a reserve. */
  readonly cards: number;
}

/** Cards for a list: one a voter, and a reserve for slips that are voided. @param voters 1 to 4,800 */
export function cardsFor(voters: number): number {
  return voters + Math.max(5, Math.ceil(voters / 4));
}

/** A picture that lies beside the definition: its file name and SHA-256 in hex. */
export interface CandidatePhoto {
  readonly file: string;
  readonly fingerprint: string;
}

/** Areas are real (Kemendagri codes); every person is invented. */
export const EXERCISE_AREA = {
  regency: { code: '16.07', name: 'Banyuasin' },
  subDistrict: { code: '16.07.01', name: 'Banyuasin I' },
  village: { code: '16.07.01.2003', name: 'Merah Mata' },
  hamlets: [
    { number: 1, name: 'Dusun I' },
    { number: 2, name: 'Dusun II' },
    { number: 3, name: 'Dusun III' },
  ],
} as const;

/** The simultaneous election to which the polling place belongs. */
export const EXERCISE_EVENT = 'banyuasin-2026-latihan';

/** The voting day of exercises that no person opens by hand: the same lists and papers whenever they run. */
export const EXERCISE_VOTING_DATE = '2026-12-12';

/** On which day and between which hours an exercise votes, by the clock of its village: WIB. */
export interface ExerciseVoting {
  readonly date: CivilDate;
  readonly opens: CivilTime;
  readonly closes: CivilTime;
}

const USUAL_VOTING: ExerciseVoting = {
  ...{ date: civilDate(EXERCISE_VOTING_DATE), opens: civilTime('07:00'), closes: civilTime('13:00') },
};

/**
 * The voting of an exercise that somebody opens now: today, so that its results come on the day of voting and after all that stands before it, and all day:
 * whoever begins in the evening, or goes on after lunch, finds a desk that checks voters in. On later days no hour of it is over.
 */
export function votingNow(nowMs: number): ExerciseVoting {
  return { date: civilClock(nowMs, 'WIB').date, opens: civilTime('00:00'), closes: END_OF_DAY };
}

/** Candidates in order of number, each with the drawing that stands for a photo. */
export const EXERCISE_CANDIDATES = [
  { name: 'Hj. Nurhayati, S.Pd.', portrait: 'ibu-1.svg' },
  { name: 'Muhammad Yusuf Effendi', portrait: 'bapak-2.svg' },
  { name: 'Sulaiman bin Abdullah', portrait: 'bapak-3.svg' },
] as const;

/** The center names its contests so: results of this place meet the others'. */
const CONTEST = 'village-head';
const BOARD = [
  'Rahmat Hidayat',
  'Lina Sari',
  'Joko Susilo',
  'Wati Ningsih',
  'Andi Pratama',
  'Hj. Maimunah',
] as const;
/** One a candidate. */
const WITNESSES = ['Suhartini', 'Abdul Hamid', 'Rosmala Dewi'];

const TRUSTEES = [
  { id: 'pemegang-1', name: 'Kartini', interest: 'panitia pemilihan' },
  { id: 'pemegang-2', name: 'M. Ridwan', interest: 'BPD' },
  { id: 'pemegang-3', name: 'Suhartini', interest: 'saksi nomor 1' },
  { id: 'pemegang-4', name: 'Abdul Hamid', interest: 'saksi nomor 2' },
  { id: 'pemegang-5', name: 'Rosmala Dewi', interest: 'saksi nomor 3' },
];

export const EXERCISE_THRESHOLD = 3;
export const EXERCISE_TRUSTEES: readonly {
  readonly id: string;
  readonly name: string;
  readonly interest: string;
}[] = TRUSTEES;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Hamlets as the list names them, in the order in which they first appear. */
function hamletsOf(voters: readonly Voter[]): readonly { readonly number: number; readonly name: string }[] {
  return [...new Set(voters.map(({ hamlet }) => hamlet))].map((name, index) => ({ number: index + 1, name }));
}

/** The definition of the exercise's one polling place. @param photos one a candidate, in order of number */
export function exerciseDefinition(
  voters: readonly Voter[],
  photos: readonly CandidatePhoto[],
  size: ExerciseSize,
  rulePack: RulePack = defaultRulePack,
  voting: ExerciseVoting = USUAL_VOTING,
): ElectionDefinition {
  const { village } = EXERCISE_AREA;
  const listed = voters.filter((voter) => voter.ineligible === null);
  const definition = parseElectionDefinition({
    format: 'bilik/v1/election-definition',
    kind: 'exercise',
    event: EXERCISE_EVENT,
    title: {
      id: 'Latihan Pemilihan Kepala Desa Serentak Banyuasin',
      en: 'Exercise: village-head elections of Banyuasin',
    },
    area: { ...EXERCISE_AREA, hamlets: hamletsOf(voters) },
    pollingPlace: {
      id: `${village.code}-001`,
      number: 1,
      name: 'Melati',
      address: `Balai Desa ${village.name}`,
    },
    voting: { ...voting, zone: 'WIB' },
    contests: [
      {
        id: CONTEST,
        office: 'village-head',
        title: { id: `Kepala Desa ${village.name}`, en: `Head of ${village.name} village` },
        candidates: EXERCISE_CANDIDATES.map(({ name }, index) => {
          const photo = photos[index];
          return { number: index + 1, name, ...(photo === undefined ? {} : { photo }) };
        }),
      },
    ],
    rulePack: {
      id: rulePack.id,
      version: rulePack.version,
      fingerprint: sha256(rulePackFingerprintText(rulePack)),
    },
    voterList: {
      fingerprint: sha256(voterListText(villageCodeSchema.parse(village.code), voters)),
      registered: {
        L: listed.filter((voter) => voter.sex === 'L').length,
        P: listed.filter((voter) => voter.sex === 'P').length,
      },
    },
    people: hallPeople(BOARD, WITNESSES, CONTEST),
    trustees: { threshold: EXERCISE_THRESHOLD, members: TRUSTEES },
    tokenCards: size.cards,
    booths: size.booths,
    desks: size.desks,
  });
  if (!definition.ok)
    throw new Error(`The exercise's definition is wrong: ${JSON.stringify(definition.error)}`);
  return definition.value;
}
