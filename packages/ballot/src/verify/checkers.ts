import { decodeText } from '../archive/index.ts';
import { type BallotFault, type CheckedBallot, checkBallot } from '../ballot/check.ts';
import type { Election } from '../election/election.ts';
import { parseElection } from '../election/parse.ts';
import { bigintEngine } from '../group/bigint-engine.ts';
import { withWindowBits } from '../group/create-group.ts';
import type { PowerEngine } from '../group/engine.ts';
import type { Group } from '../group/group.ts';
import { findNonMembers } from '../group/membership.ts';
import type { RandomSource } from '../random.ts';
import { addBallot, type BallotSum, emptySum } from '../tally/sum.ts';
import { MAX_FINDINGS_PER_RULE } from './rules.ts';

/** Which ballot of the record is meant. */
export interface BallotPlace {
  /** Number of its data record in the archive. */
  readonly recordNumber: number;
  /** Offset of that record, in bytes. */
  readonly offset: number;
  /** Hex SHA-256 of the ballot. */
  readonly hash: string;
}

/** A ballot to be checked. Plain values, so that it can be posted to a worker. */
export interface BallotWork extends BallotPlace {
  /** The exact bytes of the record; given away to the checker. */
  readonly content: Uint8Array;
  /** The credential that the ballot names, in decimal digits, and what the public list says of it. */
  readonly credential: string;
  readonly position: number;
  readonly weight: number;
  /** Whether it enters the sum: false for a ballot that its voter replaced later. */
  readonly counts: boolean;
}

/** A ballot that is refused. */
export interface BallotFinding {
  readonly ballot: BallotPlace;
  readonly fault: BallotFault;
}

/** What a checker has found at the end. */
export interface CheckerTotals {
  /** Faults that were found only at the end. */
  readonly findings: readonly BallotFinding[];
  /** Sum of the ballots that it checked and that count. */
  readonly sum: BallotSum;
}

/** What a checker must know of the record. */
export interface CheckerSetup {
  readonly electionText: string;
  /** Ballots that this checker will get, about; decides how much preparation pays. */
  readonly ballotCount: number;
}

/**
 * Whoever does the arithmetic of the ballots: this thread, or several workers. `start` begins a record and forgets the
 * one before; batches may be checked side by side; `finish` ends the record.
 */
export interface BallotCheckers {
  /** How many batches are worth having under way at once. */
  readonly slots: number;
  start(setup: CheckerSetup): Promise<void>;
  check(batch: readonly BallotWork[]): Promise<readonly BallotFinding[]>;
  /** The totals of each worker. */
  finish(): Promise<readonly CheckerTotals[]>;
  close(): Promise<void>;
}

/** What a checker works with. */
export interface CheckerTools {
  /** Groups that are known, with the engine of this machine. */
  readonly groups: readonly Group[];
  /** Bytes that nobody who made the record could foresee. */
  readonly random: RandomSource;
}

/** From this many ballots on, wide tables cost less than they save; wider ones than these would mostly take memory. */
const WIDE_TABLES_FROM = 150;
const WIDE_BITS = 9;

/** Elements that are kept for one common test of membership: 2.5 MB. */
const ELEMENTS_PER_TEST = 8192;

/** Ballots that are looked at again: more are never named, and a record made to be slow stays bearable. */
const MAX_SECOND_LOOKS = MAX_FINDINGS_PER_RULE;

/**
 * Checks the ballots of one record one by one, their membership in batches. Fast arithmetic never accuses alone: a
 * proof that does not hold is computed again in plain BigInt before its ballot is refused.
 */
export class BallotChecker {
  readonly #election: Election;
  readonly #random: RandomSource;
  #sum: BallotSum;
  #untested: { readonly place: BallotPlace; readonly answers: CheckedBallot['answers'] }[] = [];
  #untestedCount = 0;
  #lateFindings: BallotFinding[] = [];
  #secondLooks = 0;
  readonly #plainEngine: PowerEngine;

  /** @throws Error when the election does not parse: whoever gives out the work has parsed it before */
  constructor({ electionText, ballotCount }: CheckerSetup, { groups, random }: CheckerTools) {
    const election = parseElection(electionText, {
      groups:
        ballotCount < WIDE_TABLES_FROM ? groups : groups.map((group) => withWindowBits(group, WIDE_BITS)),
    });
    if (!election.ok) throw new Error('ballots were given out for an election that does not parse');
    this.#election = election.value;
    this.#random = random;
    this.#sum = emptySum(this.#election);
    this.#plainEngine = bigintEngine(this.#election.group.p);
  }

  /** @returns the fault, unless it is one of membership: those come with `finish` */
  check(work: BallotWork): BallotFinding | undefined {
    const place = { recordNumber: work.recordNumber, offset: work.offset, hash: work.hash };
    const text = decodeText(work.content);
    if (text === undefined) return { ballot: place, fault: { type: 'not-canonical' } };
    const { credential, position, weight } = work;
    const listed = { position, weight, publicKey: BigInt(credential) };
    const input = {
      election: this.#election,
      credentials: { byKey: new Map([[credential, listed]]) },
      text,
      membership: 'deferred',
    } as const;
    let checked = checkBallot(input);
    if (!checked.ok && isArithmetic(checked.error) && this.#secondLooks < MAX_SECOND_LOOKS) {
      this.#secondLooks += 1;
      checked = checkBallot({ ...input, engine: this.#plainEngine });
    }
    if (!checked.ok) return { ballot: place, fault: checked.error };
    const { answers } = checked.value;
    this.#untested.push({ place, answers });
    this.#untestedCount += answers.reduce((count, answer) => count + 2 * answer.length, 0);
    if (this.#untestedCount >= ELEMENTS_PER_TEST) this.#testMembership();
    if (work.counts) this.#sum = addBallot(this.#election.group, this.#sum, checked.value);
    return undefined;
  }

  finish(): CheckerTotals {
    this.#testMembership();
    return { findings: this.#lateFindings, sum: this.#sum };
  }

  #testMembership(): void {
    const elements = this.#untested.flatMap(({ place, answers }) =>
      answers.flatMap((answer, question) =>
        answer.flatMap(({ alpha, beta }, choice) => [
          { place, question, choice, part: 'alpha' as const, element: alpha },
          { place, question, choice, part: 'beta' as const, element: beta },
        ]),
      ),
    );
    const strangers = findNonMembers(
      this.#election.group,
      elements.map(({ element }) => element),
      this.#random,
    );
    for (const index of strangers) {
      const stranger = elements[index];
      if (stranger === undefined) throw new RangeError('a position outside the elements');
      const { place, question, choice, part } = stranger;
      this.#lateFindings.push({ ballot: place, fault: { type: 'not-a-member', question, choice, part } });
    }
    this.#untested = [];
    this.#untestedCount = 0;
  }
}

/** Whether a fault comes out of arithmetic, which an engine may do in its own way. */
function isArithmetic({ type }: BallotFault): boolean {
  return type === 'signature-invalid' || type.endsWith('-proof-invalid');
}

/** Checkers of this very thread: for small records, and where there are no workers. */
export function localCheckers(tools: CheckerTools): BallotCheckers {
  let checker: BallotChecker | undefined;
  const started = () => {
    if (checker === undefined) throw new Error('no record was begun');
    return checker;
  };
  return {
    slots: 1,
    start: async (setup) => {
      checker = new BallotChecker(setup, tools);
    },
    check: async (batch) => {
      const findings: BallotFinding[] = [];
      for (const work of batch) {
        const finding = started().check(work);
        if (finding !== undefined) findings.push(finding);
      }
      await nextTask();
      return findings;
    },
    finish: async () => [started().finish()],
    close: async () => {
      checker = undefined;
    },
  };
}

/** Lets other tasks of this thread run, so that a page or a server stays alive between two batches. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
