import type { RegencyCode, Voter } from '@bilik/election';
import type { LivingPackage } from './living-package.ts';
import type { LivingPlace } from './living-place.ts';

/** What an exercise's center is filled with. Same order, same people, the passwords and keys apart. */
export interface ExerciseOrder {
  readonly regency: RegencyCode;
  readonly villages: number;
  readonly seed: number | string;
  readonly living: LivingPlace;
  readonly livingPackage: LivingPackage;
  /** The people of the living place, in the order of its list. */
  readonly livingList: readonly Voter[];
  /** Folder of the drawn candidates. */
  readonly portraits: string;
  /** Where what office people know is written: outside the center, as it is in their heads and phones. */
  readonly peopleFile: string;
}
