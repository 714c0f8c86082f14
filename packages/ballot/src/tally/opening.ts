import type { Ciphertext } from '../ballot/ciphertext.ts';
import type { Election } from '../election/election.ts';
import { modularInverse } from '../group/bigint-engine.ts';
import type { Group } from '../group/group.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { TrusteeItem, Trustees } from '../trustee/list.ts';
import { countFinder } from './count-search.ts';
import { type CheckedShare, checkShare, type OwnedShare, type ShareFault } from './partial-decryption.ts';
import type { Counts } from './result.ts';
import type { CiphertextTable } from './sum.ts';

/** A share that was left out, and why. */
export interface RefusedShare {
  readonly owner: number;
  readonly fault: ShareFault | { readonly type: 'repeated' };
}

/** The opened sum. */
export interface Opening {
  readonly counts: Counts;
  /** Shares that hold, at most one an owner, by owner: only these belong into the record (the tool refuses others). */
  readonly shares: readonly OwnedShare[];
  /** Shares that were skipped, and why. */
  readonly refused: readonly RefusedShare[];
  /** Numbers of the trustees without a valid share. */
  readonly missing: readonly number[];
}

export type OpeningFault =
  | {
      readonly type: 'too-few-shares';
      readonly refused: readonly RefusedShare[];
      readonly missing: readonly number[];
    }
  /** The tally does not open to a count of votes: it is not the sum that it claims to be. */
  | { readonly type: 'count-out-of-range'; readonly question: number; readonly choice: number };

export interface OpeningInput {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: CiphertextTable;
  /** Largest possible count, in votes: the tally's total weight. */
  readonly totalWeight: number;
  /** From any trustees, in any order; each is checked here. */
  readonly shares: readonly OwnedShare[];
}

/** Owners whose shares are combined, each with its exponent. */
type Coefficients = readonly { readonly share: CheckedShare; readonly exponent: bigint }[];

/**
 * Checks the shares, skips and names bad ones, and opens the sum with the others (format §13). Search for a count takes
 * about √totalWeight steps. Variable time: shares and result are public.
 */
export function combineShares(input: OpeningInput): Result<Opening, OpeningFault> {
  const { election, trustees, tally, totalWeight } = input;
  const { group } = election;
  const { valid, refused } = checkShares(input);
  const missing = trustees.owners.map(({ owner }) => owner).filter((owner) => !valid.has(owner));
  const coefficients = chooseShares(group, trustees, valid);
  if (coefficients === undefined) return fail({ type: 'too-few-shares', refused, missing });

  const findCount = countFinder(group, totalWeight);
  const counts: number[][] = [];
  for (const [question, row] of tally.entries()) {
    const questionCounts: number[] = [];
    for (const [choice, ciphertext] of row.entries()) {
      const count = findCount(decrypt(group, ciphertext, coefficients, question, choice));
      if (count === undefined) return fail({ type: 'count-out-of-range', question, choice });
      questionCounts.push(count);
    }
    counts.push(questionCounts);
  }
  const shares = [...valid.values()]
    .map(({ owner, text }) => ({ owner, text }))
    .sort((left, right) => left.owner - right.owner);
  return succeed({ counts, shares, refused, missing });
}

function checkShares({ election, trustees, tally, shares }: OpeningInput) {
  const valid = new Map<number, CheckedShare>();
  const refused: RefusedShare[] = [];
  for (const share of shares) {
    const { owner } = share;
    const checked = checkShare({ election, trustees, tally, share });
    if (!checked.ok) refused.push({ owner, fault: checked.error });
    else if (valid.has(owner)) refused.push({ owner, fault: { type: 'repeated' } });
    else valid.set(owner, checked.value);
  }
  return { valid, refused };
}

/** For every item of the list its share, or the first `threshold` ones with Lagrange's coefficients. */
function chooseShares(
  group: Group,
  { items, owners }: Trustees,
  valid: ReadonlyMap<number, CheckedShare>,
): Coefficients | undefined {
  const chosen: { share: CheckedShare; exponent: bigint }[] = [];
  for (const [itemIndex, item] of items.entries()) {
    const needed = sharesNeeded(item);
    const available = owners
      .filter((owner) => owner.item === itemIndex)
      .flatMap(({ owner }, index) => {
        const share = valid.get(owner);
        return share === undefined ? [] : [{ share, index: index + 1 }];
      })
      .slice(0, needed);
    if (available.length < needed) return undefined;
    const indexes = available.map(({ index }) => index);
    for (const { share, index } of available) {
      const exponent = item.kind === 'single' ? 1n : lagrangeCoefficient(group, index, indexes);
      chosen.push({ share, exponent });
    }
  }
  return chosen;
}

function sharesNeeded(item: TrusteeItem): number {
  return item.kind === 'single' ? 1 : item.threshold;
}

/** λ_j = Π k·(k−j)⁻¹ mod q over the other indexes k (format §13). */
function lagrangeCoefficient({ q }: Group, index: number, indexes: readonly number[]): bigint {
  let numerator = 1n;
  let denominator = 1n;
  for (const other of indexes) {
    if (other === index) continue;
    numerator = (numerator * BigInt(other)) % q;
    denominator = (denominator * BigInt(other - index)) % q;
  }
  return (numerator * modularInverse(denominator, q)) % q;
}

/** β / Π F^λ = g^count. */
function decrypt(
  group: Group,
  { beta }: Ciphertext,
  coefficients: Coefficients,
  question: number,
  choice: number,
): bigint {
  const factors = coefficients.map(({ share }) => share.factors[question]?.[choice] ?? 1n);
  const exponents = coefficients.map(({ exponent }) => exponent);
  return group.multiply(beta, group.invert(group.productOfPowers(factors, exponents)));
}
