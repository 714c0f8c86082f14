interface BySex {
  readonly L: number;
  readonly P: number;
}

export interface CountedVoters {
  readonly checkIns: { readonly DPT: BySex; readonly added: BySex };
  /** Ballots released at the desks; the voters of a mobile group are checked in and take none. */
  readonly released: number;
}

/** Everybody who was checked in: `men` + `women`, of whom `mobile` vote with a mobile group and the others are somewhere in the hall. */
export function votersPresent({ checkIns: { DPT, added }, released }: CountedVoters): {
  readonly men: number;
  readonly women: number;
  readonly mobile: number;
} {
  const men = DPT.L + added.L;
  const women = DPT.P + added.P;
  return { men, women, mobile: men + women - released };
}
