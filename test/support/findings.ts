/** What was found when a day was held against what everybody had been told; each line says where. */
export interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unexplained: readonly string[];
}
