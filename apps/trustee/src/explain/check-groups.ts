/** What a person is told was checked; each stands for several rules of the verifier. */
export const CHECKS = ['intact', 'election', 'cards', 'ballots', 'once', 'void', 'sum'] as const;
export type Check = (typeof CHECKS)[number];

export type CheckOutcome = 'passed' | 'failed' | 'skipped';

/** Rules of a check by their whole id, or by the part before the dot. */
const RULES_OF: Readonly<Record<Check, readonly string[]>> = {
  intact: ['archive', 'chain'],
  election: ['election', 'trustees'],
  cards: ['credentials'],
  ballots: [
    'ballots.form',
    'ballots.election',
    'ballots.credential',
    'ballots.members',
    'ballots.signature',
    'ballots.proofs',
  ],
  once: ['ballots.once', 'ballots.unrepeated', 'ballots.order'],
  void: ['ballots.void'],
  sum: ['tally'],
};

/** The check to which a rule belongs; rules about shares, results and posted files concern nobody before the opening. */
export function checkOfRule(rule: string): Check | undefined {
  const family = rule.slice(0, rule.indexOf('.'));
  return CHECKS.find((check) => RULES_OF[check].includes(rule) || RULES_OF[check].includes(family));
}

/** What became of each check: failed when one of its rules failed, passed only when all were applied and hold. */
export function checkOutcomes(
  rules: readonly { readonly rule: string; readonly outcome: CheckOutcome }[],
): readonly { readonly check: Check; readonly outcome: CheckOutcome }[] {
  return CHECKS.map((check) => {
    const outcomes = rules.filter(({ rule }) => checkOfRule(rule) === check).map(({ outcome }) => outcome);
    if (outcomes.includes('failed')) return { check, outcome: 'failed' };
    const isWhole = outcomes.length > 0 && outcomes.every((outcome) => outcome === 'passed');
    return { check, outcome: isWhole ? 'passed' : 'skipped' };
  });
}
