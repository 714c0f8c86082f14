import {
  type CardQuestion,
  deriveCredential,
  type Election,
  parseCardCode,
  parseElection,
  parseProvedBallot,
  repeatProvedBallot,
  signCardQuestion,
} from '@bilik/ballot';
import { asDevice } from '@bilik/ui/call';

/** Loaded when a card or a proof is checked for the first time: the arithmetic of the record, run in this page. */
let electionRead: Promise<Election> | undefined;

async function readElection(): Promise<Election> {
  const response = await fetch(asDevice('/api/record/election.json'), { cache: 'no-store' });
  if (response.status !== 200) throw new TypeError(`the election object answered ${response.status}`);
  const parsed = parseElection(await response.text());
  if (!parsed.ok) throw new TypeError('the election object does not parse');
  return parsed.value;
}

/** The election of this polling place, fetched once. @throws TypeError when the station does not give it */
function election(): Promise<Election> {
  electionRead ??= readElection().catch((error: unknown) => {
    electionRead = undefined;
    throw error;
  });
  return electionRead;
}

/** A typing slip, seen before anything is asked. */
export function isMistyped(code: string): boolean {
  return !parseCardCode(code).ok;
}

/**
 * The question what a card is good for, signed with the card: all that leaves this page.
 * @param code 24 digits whose check digit is right
 * @param nonce as the station gave it
 * @throws TypeError when the station does not give the election
 */
export async function cardQuestion(code: string, nonce: string): Promise<CardQuestion> {
  const read = await election();
  return signCardQuestion({
    election: read,
    credential: deriveCredential(read.group, read.uuid, code),
    purpose: 'check',
    nonce,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
}

/** A proved ballot made once more. */
export interface RepeatedBallot {
  /** 43 characters, as on the tracker slip. */
  readonly tracker: string;
  /** Position of the chosen answer, for each contest. */
  readonly answers: readonly number[];
  /** The ballot itself, signed by its card: by it the station says whether that card is void. */
  readonly text: string;
}

export type ProofFault = 'not-a-proof' | 'other-election' | 'no-such-answer';

/** Encrypts the proved choice again, in this page. @throws TypeError when the station does not give the election */
export async function repeatProof(
  text: string,
): Promise<
  { readonly ok: true; readonly value: RepeatedBallot } | { readonly ok: false; readonly error: ProofFault }
> {
  const proved = parseProvedBallot(text);
  if (!proved.ok) return { ok: false, error: proved.error.type };
  const repeated = repeatProvedBallot(await election(), proved.value);
  if (!repeated.ok) return { ok: false, error: repeated.error.type };
  const { tracker, text: ballot } = repeated.value;
  return { ok: true, value: { tracker, answers: proved.value.answers, text: ballot } };
}
