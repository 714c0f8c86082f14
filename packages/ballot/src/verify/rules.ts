import type { StepFault } from '../archive/index.ts';
import type { BallotFault } from '../ballot/check.ts';
import type { CredentialListFault } from '../credential/public-list.ts';
import type { ElectionFault } from '../election/election.ts';
import type { OpeningFault } from '../tally/opening.ts';
import type { ShareFault } from '../tally/partial-decryption.ts';
import type { TrusteesFault } from '../trustee/list.ts';

/** Every rule of the verifier, in the order in which it is reported. The ids are stable: reports and tests name them. */
export const RULES = [
  'archive.form',
  'archive.hashes',
  'chain.links',
  'chain.order',
  'chain.complete',
  'election.valid',
  'trustees.valid',
  'election.key',
  'credentials.valid',
  'ballots.form',
  'ballots.election',
  'ballots.credential',
  'ballots.once',
  'ballots.unrepeated',
  'ballots.order',
  'ballots.void',
  'ballots.members',
  'ballots.signature',
  'ballots.proofs',
  'tally.sum',
  'tally.size',
  'shares.owner',
  'shares.valid',
  'shares.enough',
  'result.counts',
  'origin.record',
  'origin.void',
  'origin.voided',
  'origin.result',
  'origin.file',
  'origin.figures',
] as const;

export type RuleId = (typeof RULES)[number];

/** Faults that only the verifier sees, beside those of the parts it uses. */
type OwnFault =
  /** The record stops before the event that was expected of it. */
  | 'stops-early'
  /** y is not the product of the trustees' keys. */
  | 'key-not-product'
  | 'weights-not-allowed'
  /** A second ballot of one credential. */
  | 'second-ballot'
  /** The very same ballot a second time: a replay, never a change of mind. */
  | 'ballot-repeated'
  | 'ballot-order-wrong'
  | 'credential-void'
  | 'sum-differs'
  | 'count-differs'
  | 'weight-differs'
  | 'tally-reference-wrong'
  | 'share-reference-wrong'
  | 'owner-repeated'
  | 'too-many-shares'
  | 'result-differs'
  /** The last event is not the one that was posted. */
  | 'record-differs'
  /** The file changed while it was read. */
  | 'record-changed'
  | 'signed-file-unreadable'
  | 'signed-file-missing'
  /** A folder, a pipe or a device; it is not read. */
  | 'signed-file-no-plain-file'
  /** The three faults of files that changed places. */
  | 'signed-file-is-record'
  | 'signed-file-is-result'
  | 'signed-file-is-void-list'
  | 'signed-file-not-canonical'
  | 'signed-file-of-other-election'
  | 'signed-file-of-other-record'
  | 'signed-file-signature-wrong'
  | 'signed-file-without-key'
  | 'void-list-differs'
  | VoidListFault
  /** The same content in another file. */
  | 'file-differs'
  | FigureFault;

/**
 * How a void list is contradicted by the record: `void-ballot-repeated` calls one ballot void twice, `void-opening-wrong` opens a ballot
 * into another one.
 */
export type VoidListFault =
  | 'void-card-unknown'
  | 'void-ballot-counted'
  | 'void-ballot-repeated'
  | 'void-opening-wrong';

/** How a figure of a signed result is wrong: by what it is contradicted. */
export type FigureFault =
  | 'figure-not-of-record'
  | 'figure-not-of-void-list'
  | 'figure-not-of-figures'
  | 'option-not-of-record'
  | 'answers-not-of-contest'
  | 'contest-repeated'
  | 'slip-box-not-of-ballot'
  /** The result with the mobile groups' paper has other contests or options than the ballot. */
  | 'mobile-result-not-of-ballot'
  /** A mobile group left, and its paper was not counted: the result is not whole. */
  | 'mobile-paper-not-counted'
  | 'source-not-of-record'
  | 'held-left-out'
  | 'held-unfounded';

/** What exactly is wrong; with the rule it says all that a report says. */
export type FaultCode =
  | StepFault['type']
  | ElectionFault['problem']
  | TrusteesFault['type']
  | CredentialListFault['type']
  | BallotFault['type']
  | ShareFault['type']
  | OpeningFault['type']
  | OwnFault;

/** Which trustee is meant. */
export interface TrusteePlace {
  /** From 1, in the order of the record. */
  readonly owner: number;
  readonly name?: string;
}

/** Where a fault is and what it is. */
export interface Finding {
  readonly rule: RuleId;
  readonly fault: FaultCode;
  /** The record of the archive at fault. */
  readonly record?: {
    /** From 0; record 0 is `BELENIOS`. */
    readonly number: number;
    /** Bytes from the start of the file. */
    readonly offset: number;
    /** File name; absent when the header cannot be read. */
    readonly name?: string;
  };
  /** Hex SHA-256 of the ballot at fault: its tracking number in hex. */
  readonly ballotHash?: string;
  readonly trustee?: TrusteePlace;
  /** Values for the sentence, such as the path inside an object, or the question, counted from 0. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What became of a rule. */
export interface RuleOutcome {
  readonly rule: RuleId;
  /** 'skipped': nothing to check it on, or an earlier fault made it pointless. */
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The first `MAX_FINDINGS_PER_RULE` faults. */
  readonly findings: readonly Finding[];
  /** All faults, those left out included. */
  readonly findingCount: number;
}

/** A wrong record of ten thousand ballots must not make a report of ten thousand faults. */
export const MAX_FINDINGS_PER_RULE = 100;

/** Collects what becomes of each rule. */
export class RuleBook {
  readonly #checked = new Set<RuleId>();
  readonly #findings = new Map<RuleId, Finding[]>();
  readonly #counts = new Map<RuleId, number>();

  /** These rules were applied to everything there is. */
  checked(...rules: readonly RuleId[]): void {
    for (const rule of rules) this.#checked.add(rule);
  }

  add(finding: Finding): void {
    const { rule } = finding;
    const count = this.#counts.get(rule) ?? 0;
    this.#counts.set(rule, count + 1);
    if (count === 0) this.#findings.set(rule, []);
    if (count < MAX_FINDINGS_PER_RULE) this.#findings.get(rule)?.push(finding);
  }

  hasFailed(...rules: readonly RuleId[]): boolean {
    return rules.some((rule) => this.#counts.has(rule));
  }

  /** Every rule in the order of `RULES`. */
  outcomes(): RuleOutcome[] {
    return RULES.map((rule) => ({
      rule,
      outcome: this.#counts.has(rule) ? 'failed' : this.#checked.has(rule) ? 'passed' : 'skipped',
      findings: this.#findings.get(rule) ?? [],
      findingCount: this.#counts.get(rule) ?? 0,
    }));
  }
}

/** The rule that a fault of the archive breaks. */
export function ruleOfStepFault(type: StepFault['type']): RuleId {
  switch (type) {
    case 'content-changed':
      return 'archive.hashes';
    case 'event-out-of-order':
      return 'chain.order';
    case 'event-not-canonical':
    case 'event-unknown':
    case 'parent-wrong':
    case 'height-wrong':
    case 'data-missing':
    case 'data-stray':
    case 'reference-wrong':
      return 'chain.links';
    default:
      return 'archive.form';
  }
}

/** The rule that a fault of a ballot breaks. */
export function ruleOfBallotFault(type: BallotFault['type']): RuleId {
  switch (type) {
    case 'too-long':
    case 'not-canonical':
    case 'malformed':
    case 'wrong-count':
      return 'ballots.form';
    case 'other-election':
      return 'ballots.election';
    case 'unknown-credential':
      return 'ballots.credential';
    case 'hash-mismatch':
    case 'signature-invalid':
      return 'ballots.signature';
    case 'not-a-member':
      return 'ballots.members';
    case 'individual-proof-invalid':
    case 'blank-proof-invalid':
    case 'overall-proof-invalid':
      return 'ballots.proofs';
    default:
      return type satisfies never;
  }
}
