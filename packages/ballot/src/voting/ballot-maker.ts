import { chooseAnswers } from '../ballot/choices.ts';
import { type EncryptedBallot, encryptBallot, warmTables } from '../ballot/encrypt.ts';
import { type CardCodeFault, parseCardCode } from '../credential/card-code.ts';
import { type Credential, deriveCredential } from '../credential/credential.ts';
import type { Election } from '../election/election.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';
import { type CardQuestion, signCardQuestion } from './card-question.ts';
import { writeProvedBallot } from './proved-ballot.ts';

/** A ballot as it leaves the voter's device; how to open it stays inside. */
export interface MadeBallot {
  readonly text: string;
  readonly hash: string;
  readonly tracker: string;
}

/**
 * What happens with one voter's card and choice on the voting device itself: the only place where both are known. It keeps the
 * last ballot's seed until the next voter, so that the voter may have that ballot proved instead of cast.
 */
export interface BallotMaker {
  /** Builds a part of the tables; call until it returns true, before the first voter comes. */
  readonly warm: (maxProducts?: number) => boolean;
  /** @returns the card's public key in decimal digits. @errors 'not-digits' · 'wrong-length' · 'mistyped' */
  readonly readCard: (code: string) => Result<string, CardCodeFault>;
  /** Signs, with the card that was read, the question whether a ballot may be cast with it. @param nonce the station's, 64 hex digits */
  readonly askToCast: (nonce: string) => CardQuestion;
  /** Encrypts a choice with the card that was read. @param answers for each question the position of the answer, from 0 */
  readonly make: (answers: readonly number[]) => MadeBallot;
  /** Opens the last ballot as one line of text. Throws when there is none: it is opened only in place of casting. */
  readonly prove: () => string;
  /** Forgets card, choice and seed. */
  readonly forget: () => void;
}

export function openBallotMaker(election: Election, random: RandomSource): BallotMaker {
  let credential: Credential | undefined;
  let made: { readonly ballot: EncryptedBallot; readonly answers: readonly number[] } | undefined;
  return {
    warm: (maxProducts) => warmTables(election, maxProducts),
    readCard(code) {
      const parsed = parseCardCode(code);
      if (!parsed.ok) return parsed;
      credential = deriveCredential(election.group, election.uuid, parsed.value);
      return { ok: true, value: credential.publicKey.toString() };
    },
    askToCast(nonce) {
      if (credential === undefined) throw new Error('A question was asked before a card was read');
      return signCardQuestion({ election, credential, purpose: 'cast', nonce, random });
    },
    make(answers) {
      if (credential === undefined) throw new Error('A ballot was asked for before a card was read');
      const ballot = encryptBallot({
        election,
        credential,
        choices: chooseAnswers(election, answers),
        random,
      });
      made = { ballot, answers };
      return { text: ballot.text, hash: ballot.hash, tracker: ballot.tracker };
    },
    prove() {
      if (made === undefined || credential === undefined) throw new Error('There is no ballot to prove');
      const { ballot, answers } = made;
      const { publicKey } = credential;
      return writeProvedBallot({
        electionUuid: election.uuid,
        publicKey,
        signature: ballot.signature,
        seed: ballot.seed,
        answers,
      });
    },
    forget() {
      credential = undefined;
      made = undefined;
    },
  };
}
