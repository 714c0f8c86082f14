import type { Confirmation } from './confirmation.ts';
import { fail, type Result, succeed } from './result.ts';

/** A witness who is present and whose signature is not on the paper, with the word given for it. */
export interface NotSigned {
  /** Id of the witness. */
  readonly person: string;
  readonly reason: string;
}

/** Why the printed minutes do not count as signed. */
export type SignaturesError =
  /** The paper has no line for this person: not of the board or a witness, or not declared present. */
  | { readonly type: 'no-line-to-sign'; readonly person: string }
  | { readonly type: 'signatures-missing'; readonly members: number }
  /** A witness who was present neither signed nor is it said why not. */
  | { readonly type: 'witness-without-word'; readonly person: string };

/**
 * Whether the printed minutes are signed by those who must: the chair and enough members. Witnesses may sign; of one who was present
 * and did not, the paper's line stays empty and a word says why.
 * @param request.signers in the roles that the definition gives them
 * @param request.members how many members must sign besides the chair
 */
export function decideMinutesSignatures(request: {
  readonly signers: readonly Confirmation[];
  readonly notSigned: readonly NotSigned[];
  readonly members: number;
  readonly boardPresent: readonly string[];
  readonly witnessesPresent: readonly string[];
}): Result<undefined, SignaturesError> {
  const { signers, notSigned, members, boardPresent, witnessesPresent } = request;
  const lineless =
    signers.find(({ person }) => !boardPresent.includes(person) && !witnessesPresent.includes(person)) ??
    notSigned.find(({ person }) => !witnessesPresent.includes(person));
  if (lineless !== undefined) return fail({ type: 'no-line-to-sign', person: lineless.person });
  const signed = (role: Confirmation['role']) => signers.filter((signer) => signer.role === role).length;
  if (signed('chair') < 1 || signed('member') < members) return fail({ type: 'signatures-missing', members });
  const isAccounted = (witness: string) =>
    signers.some(({ person }) => person === witness) !== notSigned.some(({ person }) => person === witness);
  const silent = witnessesPresent.find((witness) => !isAccounted(witness));
  return silent === undefined ? succeed(undefined) : fail({ type: 'witness-without-word', person: silent });
}
