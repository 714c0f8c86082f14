import { type DataRecord, decodeText, type HexHash } from '../archive/index.ts';
import type { PublicCredentials } from '../credential/public-list.ts';
import type { BallotPlace, BallotWork } from './checkers.ts';
import type { Finding, RuleBook } from './rules.ts';

/** What can be told of a ballot without arithmetic. */
export interface ListedBallot extends BallotPlace {
  /** The credential that it names, in decimal digits; `undefined` when its start is not that of a ballot. */
  readonly credential: string | undefined;
}

/** Start of every ballot (format §10.1), with room for a credential of 617 digits. */
const START_BYTES = 1024;
const START =
  /^\{"election_uuid":"[1-9A-HJ-NP-Za-km-z]{14,}","election_hash":"[A-Za-z0-9+/]{43}","credential":"(0|[1-9][0-9]{0,616})",/;

/** Reads which credential a ballot names, from its first kilobyte. */
export function listBallot({ recordNumber, offset, hash, content }: DataRecord): ListedBallot {
  const start = decodeText(content.subarray(0, START_BYTES)) ?? '';
  return { recordNumber, offset, hash, credential: START.exec(start)?.[1] };
}

/** The part of a finding that names a ballot. */
export function placeOf({ recordNumber, offset, hash }: BallotPlace): Pick<Finding, 'record' | 'ballotHash'> {
  return { record: { number: recordNumber, offset, name: `${hash}.data.json` }, ballotHash: hash };
}

/** What rules of the list depend on. */
export interface BallotListRules {
  readonly profile: 'bilik' | 'belenios';
  /** Credentials that must not have a ballot in the record, in decimal digits. */
  readonly voidCredentials?: ReadonlySet<string>;
}

/** Turns the content of a listed ballot into work for a checker; `undefined` when there is no use in it. */
export type BallotPlan = (index: number, content: Uint8Array) => BallotWork | undefined;

/**
 * Checks the list of ballots as a whole: each under a listed credential, none twice, in order, none void.
 * @returns the plan for checking each ballot, by its place in the list
 */
export function checkBallotList(
  ballots: readonly ListedBallot[],
  credentials: PublicCredentials,
  { profile, voidCredentials }: BallotListRules,
  book: RuleBook,
): BallotPlan {
  const lastOf = new Map<string, number>();
  const seen = new Set<string>();
  let previous = '';
  for (const [index, ballot] of ballots.entries()) {
    const { credential, hash } = ballot;
    const place = placeOf(ballot);
    if (seen.has(hash)) book.add({ rule: 'ballots.unrepeated', fault: 'ballot-repeated', ...place });
    else if (profile === 'bilik' && hash < previous) {
      book.add({ rule: 'ballots.order', fault: 'ballot-order-wrong', ...place });
    }
    seen.add(hash);
    previous = hash;
    if (credential === undefined) {
      book.add({ rule: 'ballots.form', fault: 'not-canonical', ...place });
      continue;
    }
    if (!credentials.byKey.has(credential)) {
      book.add({ rule: 'ballots.credential', fault: 'unknown-credential', ...place });
    }
    if (voidCredentials?.has(credential)) {
      book.add({ rule: 'ballots.void', fault: 'credential-void', ...place });
    }
    if (profile === 'bilik' && lastOf.has(credential)) {
      book.add({ rule: 'ballots.once', fault: 'second-ballot', ...place });
    }
    lastOf.set(credential, index);
  }
  book.checked('ballots.unrepeated', 'ballots.credential');
  if (profile === 'bilik') book.checked('ballots.order', 'ballots.once');
  if (voidCredentials !== undefined) book.checked('ballots.void');

  return (index, content) => {
    const ballot = ballots[index];
    const listed = credentials.byKey.get(ballot?.credential ?? '');
    if (ballot?.credential === undefined || listed === undefined) return undefined;
    const { recordNumber, offset, hash, credential } = ballot;
    const { position, weight } = listed;
    return {
      recordNumber,
      offset,
      hash,
      credential,
      position,
      weight,
      content,
      counts: lastOf.get(credential) === index,
    };
  };
}

const utf8 = new TextEncoder();
const LIST_TAG = utf8.encode('bilik/v1/ballot-list');

/**
 * One hash for the list of ballots, to which a trustee binds its share: SHA-256, in hex, of the tag, the election's
 * fingerprint, and the hashes of all ballots in the order of the record; each field after its length in 8 bytes.
 */
export function ballotListDigest(
  fingerprint: string,
  ballots: readonly Pick<ListedBallot, 'hash'>[],
  hexHash: HexHash,
): string {
  const fields = [LIST_TAG, utf8.encode(fingerprint), utf8.encode(ballots.map(({ hash }) => hash).join(''))];
  const message = new Uint8Array(fields.reduce((length, field) => length + 8 + field.length, 0));
  const view = new DataView(message.buffer);
  let filled = 0;
  for (const field of fields) {
    view.setBigUint64(filled, BigInt(field.length));
    message.set(field, filled + 8);
    filled += 8 + field.length;
  }
  return hexHash(message);
}
