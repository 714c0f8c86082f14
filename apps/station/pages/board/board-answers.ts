import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import type { IncidentKind, PollingPlaceMinutes } from '@bilik/election';
import { askApi, type CallResult } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { LogicTestState } from '../../src/logic-test/logic-test.ts';
import type { BoardState } from '../../src/phase/board.ts';
import type { SelfTestState } from '../../src/self-test/self-test.ts';
import type { Fits, OnTheWire } from '../common/fits.ts';

const bilingual = z.object({ id: z.string(), en: z.string() });
const bySex = z.object({ L: z.int(), P: z.int() });
const phase = z.enum(['configured', 'zero_proven', 'open', 'paused', 'closed', 'counted', 'sealed']);

/** Commands of the published phase table. */
export const COMMANDS = [
  'prove_zero',
  'open',
  'pause',
  'resume',
  'close',
  'count',
  'count_slips',
  'seal',
] as const;
const command = z.enum(COMMANDS);

const offeredCommand = z.object({
  command,
  people: z.union([z.literal(1), z.literal(2)]),
  mayConfirm: z.array(z.string()),
  ledBy: z.array(z.string()),
  unmet: z.array(z.object({ id: z.string(), sentence: bilingual })),
  early: z.nullable(z.object({ announced: z.string(), now: z.string() })),
});

const role = z.enum(['chair', 'member', 'desk-officer', 'technician', 'supervisor', 'witness']);

const minutesFields = z.object({
  boardPresent: z.nullable(z.array(z.string())),
  witnessesPresent: z.nullable(z.array(z.string())),
  incidents: z.nullable(z.array(z.object({ at: z.string(), what: z.string(), action: z.string() }))),
  objections: z.nullable(z.array(z.object({ by: z.string(), what: z.string(), answer: z.string() }))),
  helpedVoters: z.nullable(z.int()),
  trusteesUnable: z.boolean(),
});

const contestSlips = z.object({
  contest: z.string(),
  options: z.array(z.object({ key: z.string(), votes: z.int() })),
});
const handCount = z.object({
  cardsLeft: z.int(),
  cardsReturned: z.int(),
  slipBox: z.nullable(z.object({ inBox: z.int(), contests: z.array(contestSlips) })),
  /** Of mobile groups, out of the same box; absent where none left or nobody counted it. */
  paper: z.optional(
    z.object({ inBox: z.int(), contests: z.array(z.extend(contestSlips, { invalid: z.int() })) }),
  ),
  countedBy: z.array(z.string()),
  reason: z.nullable(z.string()),
});
/** A hand count, and each figure that it changed of the one before; `contest` is null for cards and for all slips of the box. */
const handCountVersion = z.extend(handCount, {
  changes: z.array(
    z.object({
      contest: z.nullable(z.string()),
      figure: z.string(),
      before: z.nullable(z.int()),
      after: z.nullable(z.int()),
    }),
  ),
});

/** A paper that is printed and signed; `signed` is null until the board says by whom. */
const preparedPaper = z.object({
  fingerprint: z.string(),
  preparedAt: z.string(),
  isOpened: z.boolean(),
  signed: z.nullable(
    z.object({
      at: z.string(),
      by: z.array(z.string()),
      notSigned: z.array(z.object({ person: z.string(), reason: z.string() })),
    }),
  ),
});

/** A numbered copy of a paper; `print`: how often it was opened to be printed. */
const printedCopy = z.object({ number: z.int(), of: z.int(), holder: bilingual, print: z.int() });

/** What may be wrong with a medium. */
export const mediumFault = z.enum([
  'missing',
  'pulled',
  'full',
  'read-only',
  'broken',
  'foreign',
  'older-copy',
  'changed',
]);

/** Kinds of incidents, as the station knows them: a value from there would bring all of the law into this page. */
export const INCIDENT_KINDS = [
  'power',
  'network',
  'booth',
  'printer',
  'identity',
  'crowd',
  'weather',
  'health',
  'other',
] as const satisfies readonly IncidentKind[];

/** What changes during the day. */
const changing = z.object({
  phase,
  poll: z.object({ released: z.int(), casts: z.int(), openCases: z.int(), abandoned: z.int() }),
  onTheirWay: z.int(),
  checkIns: z.object({ DPT: bySex, added: bySex }),
  registered: bySex,
  cards: z.object({ pool: z.int(), used: z.int(), voided: z.int() }),
  openCases: z.array(z.object({ booth: z.int(), state: z.enum(['idle', 'sealing', 'cast', 'void']) })),
  printersInTrouble: z.array(
    z.object({
      booth: z.int(),
      trouble: z.enum(PRINTER_TROUBLES),
    }),
  ),
  helpWanted: z.array(z.int()),
  closes: z.string(),
  notedIncidents: z.array(
    z.object({
      number: z.int(),
      when: z.string(),
      kind: z.enum(INCIDENT_KINDS),
      what: z.string(),
      action: z.string(),
      notedBy: z.string(),
    }),
  ),
  paperRunningLow: z.array(z.object({ booth: z.int(), paper: z.enum(['low', 'nearly-out']) })),
  ballotsRefused: z.int(),
  castsWithoutSlip: z.int(),
  slipCountDisagreements: z.int(),
  commands: z.array(offeredCommand),
  zeroReport: z.nullable(preparedPaper),
  minutesPaper: z.nullable(preparedPaper),
  copies: z.object({ minutes: z.array(printedCopy), statement: z.array(printedCopy) }),
  mandates: z.array(z.object({ person: z.string(), letter: z.nullable(z.string()), checkedAt: z.string() })),
  shares: z.object({
    owners: z.array(z.int()),
    threshold: z.int(),
    sit: z.enum(['polling-place', 'village-room']),
  }),
  fields: minutesFields,
  fieldsVersions: z.int(),
  /** A mobile group left: its paper lies in the box too. */
  mobileGroupLeft: z.boolean(),
  handCount: z.nullable(handCount),
  handCountVersions: z.array(handCountVersion),
  missing: z.array(z.string()),
  restarts: z.array(
    z.object({
      at: z.string(),
      cause: z.nullable(z.enum(['clean-stop', 'machine-restarted', 'program-died', 'takeover'])),
    }),
  ),
  secrecyWarnings: z.array(
    z.object({
      code: z.enum(['few-casts', 'few-mobile-voters', 'few-paper-votes', 'unanimous', 'unanimous-paper']),
      contest: z.nullable(z.string()),
      sentence: bilingual,
    }),
  ),
  damaged: z.array(z.string()),
  media: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('two'),
      media: z.array(z.int()),
      isSlow: z.boolean(),
      shareDevice: z.boolean(),
    }),
    z.object({ state: z.literal('one'), since: z.string() }),
    z.object({
      state: z.literal('paused'),
      medium: z.enum(['first', 'second']),
      fault: mediumFault,
      reason: z.string(),
      foreignPlace: z.nullable(z.string()),
    }),
  ]),
  /** Oldest first; their number is the present epoch. */
  epochs: z.array(
    z.object({
      cause: z.enum(['prepared', 'new-medium', 'one-medium', 'takeover']),
      media: z.array(z.int()),
      at: z.nullable(z.string()),
      confirmedBy: z.array(z.string()),
    }),
  ),
});

/** What was fixed before the day. */
const fixed = z.object({
  kind: z.enum(['exercise', 'real']),
  title: bilingual,
  area: z.object({
    village: z.object({ name: z.string() }),
    subDistrict: z.object({ name: z.string() }),
    regency: z.object({ name: z.string() }),
  }),
  pollingPlace: z.object({ id: z.string(), number: z.int(), name: z.optional(z.string()) }),
  voting: z.object({
    date: z.string(),
    zone: z.enum(['WIB', 'WITA', 'WIT']),
    opens: z.string(),
    closes: z.string(),
  }),
  booths: z.int(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role,
      represents: z.optional(z.object({ contest: z.string(), candidate: z.int() })),
    }),
  ),
  trustees: z.object({
    threshold: z.int(),
    members: z.array(z.object({ id: z.string(), name: z.string(), interest: z.string() })),
  }),
  contests: z.array(
    z.object({
      id: z.string(),
      title: bilingual,
      options: z.array(z.object({ key: z.string(), answer: z.string() })),
    }),
  ),
  electionFingerprint: z.string(),
  outcome: z.nullable(z.object({ recordHash: z.string() })),
  /** Hex SHA-256 of the last event before the opening: what trustees compare; null before closing. */
  sealedRecordHash: z.nullable(z.string()),
});

const verdict = z.enum(['go', 'attention', 'no-go']);
/** The last self-test, whom nobody tried yet, and whether somebody was tried after it. */
const selfTest = z.object({
  last: z.nullable(
    z.object({
      at: z.string(),
      verdict,
      checks: z.array(
        z.object({
          of: z.union([
            z.object({ device: z.literal('station') }),
            z.object({ device: z.enum(['booth', 'desk']), number: z.int() }),
          ]),
          check: z.string(),
          verdict,
          finding: z.string(),
          values: z.record(z.string(), z.union([z.number(), z.string()])),
        }),
      ),
    }),
  ),
  untried: z.object({ booths: z.array(z.int()), desks: z.array(z.int()) }),
  hasNews: z.boolean(),
});

/** How far the logic and accuracy test is, and what came of the last. */
const logicTest = z.object({
  state: z.enum(['none', 'under-way', 'interrupted']),
  isInTime: z.boolean(),
  script: z.int(),
  casts: z.array(z.object({ booth: z.int(), casts: z.int() })),
  runs: z.int(),
  last: z.nullable(
    z.object({
      at: z.string(),
      isMatch: z.boolean(),
      unused: z.array(z.object({ booth: z.int(), used: z.int() })),
      differences: z.array(
        z.object({
          booth: z.int(),
          contest: z.string(),
          key: z.string(),
          expected: z.int(),
          counted: z.nullable(z.int()),
          slips: z.int(),
          fault: z.enum(['encrypts-other', 'prints-other', 'takes-other', 'cards-unused', 'all-differ']),
        }),
      ),
    }),
  ),
  skipped: z.nullable(z.object({ at: z.string(), reason: z.string(), confirmedBy: z.array(z.string()) })),
  isErased: z.boolean(),
});

const stateSchema = z.extend(fixed, {
  ...changing.shape,
  selfTest,
  logicTest,
  /** Booths and desks that belong to this polling place already. */
  pairedPlaces: z.int(),
  /** Voters who came to the booth with a helper, as the desks ticked it. */
  helpedAtDesks: z.int(),
});

const ruleOutcome = z.object({
  id: z.string(),
  contest: z.nullable(z.string()),
  option: z.nullable(z.string()),
  severity: z.enum(['electronic', 'slip']),
  sentence: bilingual,
  relation: z.enum(['equal', 'at-most']),
  left: z.int(),
  right: z.int(),
  verdict: z.enum(['holds', 'fails', 'unknown']),
});

const figureRow = z.object({ key: z.string(), label: bilingual, value: z.int() });

const minutesSchema = z.object({
  resultSource: z.enum(['trustees', 'slip-count']),
  resultSourceText: bilingual,
  contests: z.array(
    z.object({
      contest: z.string(),
      title: bilingual,
      options: z.array(
        z.object({
          key: z.string(),
          label: bilingual,
          votes: z.int(),
          slips: z.nullable(z.int()),
        }),
      ),
      totals: z.array(figureRow),
    }),
  ),
  /** Those that may be shown: none that would tell of few paper votes. */
  sums: z.array(ruleOutcome),
  slipVerdict: z.object({
    action: z.enum(['not-counted-yet', 'agree', 'publish', 'full-hand-count', 'people-decide']),
    slips: z.int(),
    sentence: bilingual,
  }),
  missing: z.array(z.object({ field: z.string(), sentence: bilingual })),
  memberSignatures: z.int(),
});

export type StationState = Fits<OnTheWire<BoardState>, z.output<typeof changing>>;
export type StationSelfTest = Fits<OnTheWire<SelfTestState>, z.output<typeof selfTest>>;
export type StationLogicTest = Fits<OnTheWire<LogicTestState>, z.output<typeof logicTest>>;
export type StationMinutes = Fits<OnTheWire<PollingPlaceMinutes>, z.output<typeof minutesSchema>>;

export type BoardAnswer = z.output<typeof stateSchema>;
export type Phase = BoardAnswer['phase'];
export type Command = (typeof COMMANDS)[number];
export type OfferedCommand = z.output<typeof offeredCommand>;
export type Person = BoardAnswer['people'][number];
export type Role = Person['role'];
export type PreparedPaper = z.output<typeof preparedPaper>;
export type MinutesFields = z.output<typeof minutesFields>;
export type HandCount = z.output<typeof handCount>;
export type HandCountVersion = z.output<typeof handCountVersion>;
export type ContestOptions = BoardAnswer['contests'][number];
export type RuleOutcome = z.output<typeof ruleOutcome>;
export type MinutesAnswer = z.output<typeof minutesSchema>;

/** Everything the board shows, asked for together so that the figures belong to one moment. */
export interface BoardView {
  readonly state: BoardAnswer;
  readonly minutes: MinutesAnswer;
}

export async function askBoard(): Promise<CallResult<BoardView, never>> {
  const [state, minutes] = await Promise.all([
    askApi('/api/board/state', { value: stateSchema }),
    askApi('/api/board/minutes', { value: minutesSchema }),
  ]);
  if (!state.ok) return state;
  if (!minutes.ok) return minutes;
  return {
    ok: true,
    value: { state: state.value, minutes: minutes.value },
  };
}
