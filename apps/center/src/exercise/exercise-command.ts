import { resolve } from 'node:path';
import { regencyCodeSchema } from '@bilik/election';
import { publicKeyOf } from '@bilik/transfer';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import { forgetStore } from '../database/embedded/forget-store.ts';
import { receiverKey } from '../intake/receiver-key.ts';
import { openKeys } from '../keys.ts';
import { type CenterAnswer, keepKind } from '../open-center.ts';
import type { CommandReport } from '../set-up/set-up-command.ts';
import { fillExercise } from './fill-exercise.ts';
import { readLivingList, readLivingPlace } from './living-place.ts';

const path = z
  .string()
  .min(1)
  .transform((given) => resolve(given));

/** What the command line of `center exercise` names. */
export const ExerciseFiles = z.object({
  /** Folder with the parts of the living polling place's package. */
  place: path,
  /** Its sealed package. */
  package: path,
  /** The people of its list, as JSON. */
  list: path,
  /** Folder of drawn candidates: `bapak-1.jpg` to `ibu-3.jpg`, 600 × 800. */
  portraits: path,
  /** Where the office people's passwords are written. */
  people: path,
});
export type ExerciseFiles = z.output<typeof ExerciseFiles>;

/** Whoever opens an exercise again meets the same invented people. */
const SEED = 16;
const MOST_VILLAGES = 280;

/**
 * `center begin-exercise`: makes an exercise's folder, without a database yet. What the database of an earlier folder in this place left behind
 * is removed.
 * @returns the key that the package of its polling place names, Base64 @errors 'center-other-kind'
 */
export async function beginExercise(home: string): Promise<CenterAnswer<{ readonly receiver: string }>> {
  const kept = keepKind(home, 'exercise');
  if (!kept.ok) return kept;
  await forgetStore(home);
  return { ok: true, value: { receiver: publicKeyOf(receiverKey(openKeys(home))) } };
}

/** `center exercise`: fills an empty exercise, or goes on where the last try ended. Says each step as a line, for the process that started it. */
export async function exerciseCommand(
  parts: CenterParts,
  files: ExerciseFiles,
  villages: number,
): Promise<CommandReport> {
  if (parts.kind !== 'exercise') {
    return {
      done: false,
      lines: [
        'Folder ini milik pemilihan sebenarnya. Tidak ada yang diisi.',
        'This folder belongs to a real election. Nothing was filled in.',
      ],
    };
  }
  if (!Number.isInteger(villages) || villages < 2 || villages > MOST_VILLAGES) {
    return {
      done: false,
      lines: [`--villages 2 … ${MOST_VILLAGES}. Tidak ada yang diisi. / Nothing was filled in.`],
    };
  }
  const living = readLivingPlace(files.place);
  const order = {
    ...{ villages, seed: SEED, living, livingList: readLivingList(files.list), peopleFile: files.people },
    portraits: files.portraits,
    livingPackage: { folder: files.place, file: files.package },
    regency: regencyCodeSchema.parse(living.definition.area.regency.code),
  };
  const isNew = await fillExercise(parts, order, (step) => console.log(`center exercise ${step}`));
  return { done: true, lines: [isNew ? 'center exercise filled' : 'center exercise filled-before'] };
}
