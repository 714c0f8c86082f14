import {
  deriveCredential,
  type Election,
  parseCardCode,
  parseElection,
  parseProvedBallot,
  repeatProvedBallot,
} from '@bilik/ballot';

/** Loaded when a card or a proof is checked for the first time: the arithmetic of the record, run in this page. */
let electionRead: Promise<Election> | undefined;

async function readElection(): Promise<Election> {
  const response = await fetch('/api/record/election.json', { cache: 'no-store' });
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
 * The public half of a card, in decimal digits: all that leaves this page.
 * @param code 24 digits whose check digit is right
 * @throws TypeError when the station does not give the election
 */
export async function cardPublicKey(code: string): Promise<string> {
  const { group, uuid } = await election();
  return deriveCredential(group, uuid, code).publicKey.toString();
}

/** A proved ballot made once more. */
export interface RepeatedBallot {
  /** 43 characters, as on the tracker slip. */
  readonly tracker: string;
  /** Position of the chosen answer, for each contest. */
  readonly answers: readonly number[];
  /** Public half of its card, in decimal digits. */
  readonly credential: string;
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
  const { answers, publicKey } = proved.value;
  return {
    ok: true,
    value: { tracker: repeated.value.tracker, answers, credential: publicKey.toString() },
  };
}
