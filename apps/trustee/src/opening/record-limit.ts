import { BLOCK_BYTES, ballotLengthLimit, type Election, type Trustees } from '@bilik/ballot';

/** Cards of one polling place, at most, as its definition allows: each gives at most one ballot. */
export const MOST_CARDS = 6000;

/** One card in the list of credentials: 617 digits, quotation marks, comma. */
const CREDENTIAL_BYTES = 620;
/** An event, or any of the small objects beside it: less than half of this is ever written. */
const SMALL_OBJECT_BYTES = BLOCK_BYTES;
const MEGABYTE = 1024 * 1024;
const HEADROOM = 1.1;

/**
 * The longest record that a polling place of this election can have, in bytes, with a tenth to spare, in whole megabytes. What is larger
 * is no record of this election and need not even be stored.
 *
 * Counted from the archive's form: each object stands behind a header of one block and is filled up to whole blocks of 512 bytes. A ballot
 * has its longest text and an event; there are as many as cards. Sum, shares and result each say less than a ballot, and there is one
 * share for each trustee. One question of four answers: 66 MB. The most that a definition allows, four contests of six answers: 275 MB.
 * @source format §14.1, §10.1
 */
export function recordLimitBytes({ election, trustees }: { election: Election; trustees: Trustees }): number {
  const small = stored(SMALL_OBJECT_BYTES);
  const ballot = stored(ballotLengthLimit(election)) + small;
  const setup =
    stored(Buffer.byteLength(election.text)) +
    stored(Buffer.byteLength(trustees.text)) +
    stored(MOST_CARDS * CREDENTIAL_BYTES) +
    4 * small;
  const opening = (trustees.owners.length + 2) * (ballot + small);
  const longest = setup + MOST_CARDS * ballot + opening;
  return Math.ceil((longest * HEADROOM) / MEGABYTE) * MEGABYTE;
}

/** Bytes of a record of the archive with this many bytes of content. */
function stored(contentBytes: number): number {
  return BLOCK_BYTES + Math.ceil(contentBytes / BLOCK_BYTES) * BLOCK_BYTES;
}
