import { type DataRecord, decodeText } from '../archive/index.ts';
import type { Election } from '../election/election.ts';
import { parseEncryptedTally, parseSizedTally } from '../tally/encrypted-tally.ts';
import { combineShares } from '../tally/opening.ts';
import { type CheckedShare, checkShare, parseOwnedShare } from '../tally/partial-decryption.ts';
import { type Counts, parseResult } from '../tally/result.ts';
import type { BallotSum } from '../tally/sum.ts';
import type { Trustees } from '../trustee/list.ts';
import { MAX_SHARES, type RecordOutline } from './outline.ts';
import type { Finding, RuleBook } from './rules.ts';
import { recordOf } from './setup.ts';

/** Compares the tally of the record with the sum recomputed from the ballots. */
export function checkTally(
  data: readonly DataRecord[],
  election: Election,
  sum: BallotSum,
  book: RuleBook,
): void {
  const [tallyRecord, sizedRecord] = data;
  if (!tallyRecord || !sizedRecord) throw new Error('EncryptedTally has its data records');
  book.checked('tally.sum', 'tally.size');

  const tally = parseEncryptedTally(election, decodeText(tallyRecord.content) ?? '');
  if (!tally.ok) {
    const path = 'path' in tally.error ? tally.error.path : '';
    book.add({ rule: 'tally.sum', fault: tally.error.type, values: { path }, ...recordOf(tallyRecord) });
  } else if (!sameCiphertexts(tally.value, sum.ciphertexts)) {
    book.add({ rule: 'tally.sum', fault: 'sum-differs', ...recordOf(tallyRecord) });
  }

  const sized = parseSizedTally(decodeText(sizedRecord.content) ?? '');
  const report = (fault: Finding['fault'], values: Finding['values'] = {}) =>
    book.add({ rule: 'tally.size', fault, values, ...recordOf(sizedRecord) });
  if (!sized.ok) {
    report(sized.error.type, { path: 'path' in sized.error ? sized.error.path : '' });
    return;
  }
  const { ballotCount, totalWeight, encryptedTallyHash } = sized.value;
  if (encryptedTallyHash !== tallyRecord.hash) report('tally-reference-wrong');
  if (ballotCount !== sum.ballotCount) {
    report('count-differs', { written: ballotCount, found: sum.ballotCount });
  }
  if (totalWeight !== sum.totalWeight) {
    report('weight-differs', { written: totalWeight, found: sum.totalWeight });
  }
}

function sameCiphertexts(left: BallotSum['ciphertexts'], right: BallotSum['ciphertexts']): boolean {
  const flat = (sum: BallotSum['ciphertexts']) =>
    sum.flatMap((answers) => [
      BigInt(answers.length),
      ...answers.flatMap(({ alpha, beta }) => [alpha, beta]),
    ]);
  const [first, second] = [flat(left), flat(right)];
  return first.length === second.length && first.every((value, index) => value === second[index]);
}

/** What the trustees' part of a record is checked against. */
interface OpeningContext {
  readonly election: Election;
  readonly trustees: Trustees;
  /** Recomputed from the ballots; what the record says of it is not used. */
  readonly sum: BallotSum;
}

/** Checks every partial decryption, also those beyond the threshold: a wrong one is never right to publish. */
export function checkShares(
  { shares, shareCount }: Pick<RecordOutline, 'shares' | 'shareCount'>,
  { election, trustees, sum }: OpeningContext,
  book: RuleBook,
): CheckedShare[] {
  const valid: CheckedShare[] = [];
  const seen = new Set<number>();
  book.checked('shares.owner', 'shares.valid');
  if (shareCount > MAX_SHARES) {
    book.add({ rule: 'shares.owner', fault: 'too-many-shares', values: { limit: MAX_SHARES } });
  }
  for (const [shareRecord, ownedRecord] of shares) {
    if (!shareRecord || !ownedRecord) throw new Error('PartialDecryption has its data records');
    const owned = parseOwnedShare(decodeText(ownedRecord.content) ?? '');
    if (!owned.ok) {
      book.add({ rule: 'shares.owner', fault: owned.error.type, ...recordOf(ownedRecord) });
      continue;
    }
    const { owner, payload } = owned.value;
    const name = trustees.owners.find((trustee) => trustee.owner === owner)?.name;
    const place = { trustee: { owner, ...(name === undefined ? {} : { name }) }, ...recordOf(ownedRecord) };
    if (payload !== shareRecord.hash) {
      book.add({ rule: 'shares.owner', fault: 'share-reference-wrong', ...place });
      continue;
    }
    if (seen.has(owner)) {
      book.add({ rule: 'shares.owner', fault: 'owner-repeated', ...place });
      continue;
    }
    seen.add(owner);
    const share = { owner, text: decodeText(shareRecord.content) ?? '' };
    const checked = checkShare({ election, trustees, tally: sum.ciphertexts, share });
    if (checked.ok) {
      valid.push(checked.value);
      continue;
    }
    const { type, ...values } = checked.error;
    const rule = type === 'unknown-owner' ? 'shares.owner' : 'shares.valid';
    book.add({ rule, fault: type, values, ...place, ...recordOf(shareRecord) });
  }
  return valid;
}

/** Whether the valid shares open the sum, and the result says what they open. @returns the counts that they open */
export function checkResult(
  data: readonly DataRecord[] | undefined,
  { election, trustees, sum }: OpeningContext,
  shares: readonly CheckedShare[],
  book: RuleBook,
): Counts | undefined {
  const place = data?.[0] === undefined ? {} : recordOf(data[0]);
  const { ciphertexts, totalWeight } = sum;
  const opening = combineShares({ election, trustees, tally: ciphertexts, totalWeight, shares });
  if (data !== undefined) book.checked('shares.enough', 'result.counts');
  if (!opening.ok) {
    // Before a result is written, too few shares are only not yet enough.
    if (opening.error.type !== 'too-few-shares') {
      const { type, ...values } = opening.error;
      book.add({ rule: 'result.counts', fault: type, values, ...place });
    } else if (data !== undefined) {
      const values = { missing: opening.error.missing.join(', ') };
      book.add({ rule: 'shares.enough', fault: 'too-few-shares', values, ...place });
    }
    return undefined;
  }
  const { counts } = opening.value;
  if (data?.[0] === undefined) return counts;
  const result = parseResult(election, decodeText(data[0].content) ?? '');
  if (!result.ok) {
    const path = 'path' in result.error ? result.error.path : '';
    book.add({ rule: 'result.counts', fault: result.error.type, values: { path }, ...place });
  } else if (JSON.stringify(result.value) !== JSON.stringify(counts)) {
    book.add({
      rule: 'result.counts',
      fault: 'result-differs',
      values: { written: JSON.stringify(result.value), found: JSON.stringify(counts) },
      ...place,
    });
  }
  return counts;
}
