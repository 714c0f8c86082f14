import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExerciseHome } from '../exercise/exercise-home.ts';
import { OfficePerson } from './office-line.ts';

/** Somebody of the exercise's regency: who they are, and what head and phone keep. */
export const ExercisePerson = OfficePerson.extend({
  name: z.string(),
  role: z.string(),
  area: z.string(),
  areaName: z.string(),
});
export type ExercisePerson = z.output<typeof ExercisePerson>;

/** What the office people know lies in the world outside; the center writes it when it is filled and never reads it again. */
export function officePeoplePath(home: ExerciseHome): string {
  return join(home.outside, 'office-people.json');
}

/** @returns nobody before the center was filled */
export function readOfficePeople(home: ExerciseHome): readonly ExercisePerson[] {
  const path = officePeoplePath(home);
  return existsSync(path) ? z.array(ExercisePerson).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** The same without what else is known of them, as the line takes them. @throws when this exercise has nobody of the name */
export function personOf(people: readonly ExercisePerson[], account: string): OfficePerson {
  const found = people.find((person) => person.account === account);
  if (found === undefined) throw new Error(`the exercise has no office person ${account}`);
  return { account, password: found.password, codeSecret: found.codeSecret };
}
