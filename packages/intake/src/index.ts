export { type AreaCodeProblem, villageCodeProblem } from './areas/area-code.ts';
export {
  type AreaError,
  findRegency,
  findVillage,
  type Regency,
  type SubDistrict,
  subDistrictsOf,
  type Village,
  villagesOf,
} from './areas/areas.ts';
export { type ColumnField, FIELD_TITLES, type TitleMeaning } from './field/column-field.ts';
export { DEFAULT_LIMITS, type ImportLimits, type ImportOptions } from './import-options.ts';
export {
  type ImportRefusal,
  type ImportSummary,
  importVoterList,
  importVoterListInBatches,
  type ListSource,
  type VoterListImport,
} from './import-voter-list.ts';
export { type ImportedVoter, type ListedPerson, particularsOf, voterListOf } from './list/imported-voter.ts';
export type {
  ColumnPreview,
  ImportPreview,
  LeftOutReason,
  LeftOutRow,
  SheetPreview,
  VoterPreview,
} from './list/preview.ts';
export { PLACE_TABLE_LIMIT_CHARACTERS, type PlaceRow, readPlaceTable } from './places/place-table.ts';
export {
  type ColumnPlace,
  explainProblem,
  type FileProblemKind,
  type ImportProblem,
  isFileProblem,
  PROBLEM_KINDS,
  type ProblemKind,
  type ProblemSentences,
  severityOf,
} from './problem/problem.ts';
export type { ProblemSeverity } from './problem/wording.ts';
export {
  electingVillages,
  generateListsOf,
  generateRegencyLists,
  type SyntheticRegencyOrder,
  type SyntheticVillageList,
} from './synthetic/generate-regency-lists.ts';
export {
  generateVoterList,
  SYNTHETIC_NOTICE,
  type SyntheticListOrder,
  type SyntheticVoterList,
} from './synthetic/generate-voter-list.ts';
export { isNobodysNumber } from './synthetic/nobodys-number.ts';
export type { PlantedDuplicate, PlantedSlip } from './synthetic/planted-duplicates.ts';
export { SeededDraws } from './synthetic/seeded-draws.ts';
export { writeRegencyList } from './synthetic/write-regency-list.ts';
export { type ListStyle, PLAIN_STYLE, writeVoterList } from './synthetic/write-voter-list.ts';
