/** Most lines that a list of the office gives at once; its screen says so when there are as many. */
export const LIST_LIMITS = {
  /** Sealed results of an election: those that are here whole, then those that were begun, newest first. */
  deliveries: 2000,
  /** Polling places that vote by machine. */
  machinePlaces: 2000,
  /** Polling places of an election; the largest regencies have some 4,000. */
  places: 10_000,
  accounts: 5000,
  /** What the public sent and nobody has looked at comes first. */
  evidence: 200,
} as const;
