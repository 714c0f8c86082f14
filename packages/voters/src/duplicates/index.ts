export { type BirthDateLikeness, birthDateLikeness } from './birth-date-likeness.ts';
export { DUPLICATE_RANKS, explainLikeness, type LikenessLine } from './explanation.ts';
export {
  type DuplicatePair,
  type DuplicateSearch,
  findDuplicates,
  splitByVillage,
} from './find-duplicates.ts';
export type { ComparedPerson, DuplicateRank, Likeness } from './likeness.ts';
export { type NameLikeness, nameLikeness } from './name-likeness.ts';
export { type NameWords, wordsOfName } from './name-words.ts';
