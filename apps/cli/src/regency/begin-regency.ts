import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseHome } from '../exercise/exercise-home.ts';
import { centerCommand } from './center-of-exercise.ts';

/** Whether an exercise was prepared with a regency: its package names the center's key. */
export function hasRegency(home: ExerciseHome): boolean {
  return existsSync(join(home.center, 'center.json'));
}

/** Begins the regency of a new exercise: its folder and keys, no database yet. @returns the key that the polling place's package names, Base64 */
export async function beginRegency(home: ExerciseHome): Promise<string> {
  return (await centerCommand(home.center, ['begin-exercise'])).trim();
}

/** Removes the database of an exercise's regency before its folder is emptied: the server may run, and its tables may lie elsewhere. */
export async function forgetRegency(home: ExerciseHome): Promise<void> {
  if (hasRegency(home)) await centerCommand(home.center, ['begin-exercise']);
}
