/** What ties a code to one election of one polling place. */
export interface CodeOrigin {
  readonly kind: 'exercise' | 'real';
  /** As in `16.07.01.2001-001`. */
  readonly pollingPlace: string;
  /** Base64 without padding, 32 bytes: as the record names its election object. */
  readonly electionFingerprint: string;
}

export const CODE_PHASES = [
  'configured',
  'zero_proven',
  'open',
  'paused',
  'closed',
  'counted',
  'sealed',
] as const;
export type CodePhase = (typeof CODE_PHASES)[number];

/** Coarse figures of the day, as they stood at a full hour. */
export interface FiguresContent {
  readonly type: 'figures';
  readonly phase: CodePhase;
  /** Full hour of the wall clock at which they were fixed, 0 to 23. */
  readonly hour: number;
  /** Voters checked in before that hour: men (L) and women (P), 0 to 100,000. */
  readonly present: { readonly L: number; readonly P: number };
  /** Troubles that nobody had settled. */
  readonly openProblems: number;
}

/** Votes of one contest. Keys as in the figures of a result: `c1` … `c9`, `empty`, `blank`. */
export interface ContestContent {
  readonly contest: string;
  readonly options: readonly { readonly key: string; readonly votes: number }[];
  readonly valid: number;
  readonly invalid: number;
}

/** The result of one polling place, as its minutes say it. */
export interface ResultContent {
  readonly type: 'result';
  /** `sheet`: a paper polling place, signed by the center. Slips are then ballot papers, and hashes those of photo and figures. */
  readonly source: 'trustees' | 'slip-count' | 'sheet';
  readonly users: number;
  readonly casts: number;
  readonly contests: readonly ContestContent[];
  readonly slips: {
    readonly printed: number;
    readonly spoiled: number;
    /** Null while the box was not counted. */
    readonly inBox: number | null;
  };
  /** How many sums that hold the record fail; 0 when the result is not held. */
  readonly heldSums: number;
  /** Hex SHA-256 of the record's last event. */
  readonly recordHash: string;
  /** Hex SHA-256 of what the minutes say, as printed on them. */
  readonly minutesFingerprint: string;
}

/** Papers that carry a code of their own. */
export const CODE_PAPERS = [
  'minutes',
  'statement',
  'objection-form',
  'objections',
  'mandates',
  'attendance',
  'restart-report',
  'self-test',
  'logic-and-accuracy',
] as const;
export type CodePaper = (typeof CODE_PAPERS)[number];

/** Names a paper that the station made: whoever has the paper's fingerprint knows that it is this one. */
export interface PaperContent {
  readonly type: 'paper';
  readonly paper: CodePaper;
  /** Hex SHA-256 of what the paper says. */
  readonly fingerprint: string;
}

/** The posted key: printed before the day and hung on the wall, so that phones need type nothing. */
export interface KeyContent {
  readonly type: 'key';
  /** Base64 of the 32 bytes of the station's Ed25519 public key. */
  readonly signingKey: string;
}

export type CodeContent = FiguresContent | ResultContent | PaperContent | KeyContent;

export interface SignedCode {
  readonly origin: CodeOrigin;
  readonly content: CodeContent;
}

/** Why a scanned text is not believed. */
export type CodeProblem =
  /** Longer than any code of ours. */
  | { readonly type: 'code-too-long'; readonly limitCharacters: number }
  | { readonly type: 'code-not-ours' }
  /** Made by another version of this format. */
  | { readonly type: 'code-of-other-version'; readonly version: string }
  /** Begins as ours and is not written as ours are: damaged, cut off or forged. */
  | { readonly type: 'code-malformed' }
  | { readonly type: 'code-of-other-place'; readonly pollingPlace: string }
  /** An exercise where the real election was expected, or the other way round. */
  | { readonly type: 'code-of-other-kind'; readonly kind: CodeOrigin['kind'] }
  | { readonly type: 'code-of-other-election' }
  /** The signature does not fit: a field was changed, or somebody else signed. */
  | { readonly type: 'code-altered' }
  /** A code of ours, where the posted key was asked for. `saysSheet`: it says that it is of a paper place, which has no zero report. */
  | { readonly type: 'code-without-key'; readonly saysSheet: boolean };

export type CodeAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CodeProblem };
