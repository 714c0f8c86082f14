import { createReadStream, existsSync } from 'node:fs';
import { type CivilDate, civilDate, pollingPlaceId, type Voter, villageCodeSchema } from '@bilik/election';
import {
  explainProblem,
  findVillage,
  generateVoterList,
  importVoterList,
  type ListedPerson,
  type Village,
} from '@bilik/intake';
import { EXERCISE_AREA, EXERCISE_VOTING_DATE } from './exercise-village.ts';

/** Largest list of one polling place. */
const MOST_VOTERS = 5000;
/** How many problems of a list are shown before the rest is left to `bilik import`. */
const SHOWN_PROBLEMS = 8;

function exerciseVillage(): Village {
  const village = findVillage(EXERCISE_AREA.village.code);
  if (!village.ok)
    throw new Error(`The exercise's village is not in the area table: ${village.error.sentence.en}`);
  return village.value;
}

/** People who do not exist; same seed and voting day, same people. @param count 1 to 5,000 */
export function inventPeople(
  count: number,
  seed: number,
  votingDate: CivilDate = civilDate(EXERCISE_VOTING_DATE),
): readonly ListedPerson[] {
  return generateVoterList({
    village: exerciseVillage(),
    voters: count,
    seed,
    votingDate,
    hamlets: EXERCISE_AREA.hamlets.map(({ name }) => name),
  }).voters;
}

/**
 * The people of an office's list, for an exercise with it. Nobody enters half: a list with one error gives nobody.
 * @errors sentences in Indonesian and English that say what is wrong and what to do
 */
export async function peopleOfList(
  path: string,
  votingDate: CivilDate,
): Promise<
  | { readonly ok: true; readonly value: readonly ListedPerson[] }
  | { readonly ok: false; readonly error: string }
> {
  const refuse = (...lines: readonly string[]) => ({ ok: false, error: lines.join('\n') }) as const;
  if (!existsSync(path)) return refuse(`${path}: berkas tidak ada. / there is no such file.`);
  const read = await importVoterList(createReadStream(path), {
    purpose: 'exercise',
    votingDate,
  });
  if (!read.ok) {
    const { problems } = read.error;
    const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => {
      const { meaning, action } = explainProblem(problem);
      const place = [problem.sheet, problem.row === null ? null : `baris ${problem.row}`].filter(
        (part) => part !== null,
      );
      return `  ${place.join(', ')}: ${meaning.id} ${action.id}\n    ${meaning.en} ${action.en}`;
    });
    return refuse(
      `${path}: daftar ini belum dapat dipakai; tidak seorang pun masuk. / this list cannot be used yet; nobody entered.`,
      ...shown,
      `Semuanya / all of it: npx --no-install bilik import ${path} --exercise`,
    );
  }
  const people = read.value.voters;
  if (people.length > MOST_VOTERS) {
    return refuse(
      `${path}: ${people.length} orang; satu TPS paling banyak ${MOST_VOTERS}. / too many people for one polling place.`,
    );
  }
  return { ok: true, value: people };
}

/** The voter list of the exercise's one polling place, numbered in the order of the list. */
export function votersOfList(people: readonly ListedPerson[]): readonly Voter[] {
  const pollingPlace = pollingPlaceId(villageCodeSchema.parse(EXERCISE_AREA.village.code), 1);
  return people.map((person, index) => ({
    nik: person.nik,
    familyCard: person.familyCard,
    name: person.name,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    maritalStatus: person.maritalStatus,
    hamlet: person.hamlet,
    rt: person.rt,
    rw: person.rw,
    disability: person.disability,
    number: index + 1,
    listKind: 'DPT',
    pollingPlace,
    ineligible: null,
  }));
}
