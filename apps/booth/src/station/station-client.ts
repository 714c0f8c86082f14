import type { CardQuestion } from '@bilik/ballot';
import {
  PAPER_WORDS,
  type PaperWord,
  PRINTER_WORDS,
  type PrinterTrouble,
  type PrinterWord,
} from '@bilik/devices/printer-trouble';
import type { StationSession } from '@bilik/server';
import { z } from 'zod';
import { knowsLess, type StationMemory, type StationStanding } from './station-memory.ts';

const Known = z
  .strictObject({
    epoch: z.int().min(1),
    marks: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(1_000),
    casts: z.int().min(0),
    voids: z.int().min(0),
    /** Which logic and accuracy test is served to booths; null: none, it is the day itself. */
    logicTest: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
  })
  .refine(({ epoch, marks }) => marks.length === epoch)
  .transform((known) => ({ ...known, mark: known.marks.at(-1) ?? '' }));
/** What the door itself refuses does not say how much the station knows. */
const Refusal = z.looseObject({
  type: z.string().max(80),
  station: Known.optional(),
  /** Whose PIN it was, and how long they must wait. */
  person: z.string().max(60).optional(),
  waitSeconds: z.int().min(0).optional(),
});
const CarriesKnown = z.looseObject({ station: Known });
const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: Refusal }),
]);

const Standing = z.strictObject({
  hash: z.string(),
  state: z.enum(['sealing', 'cast', 'spoiled', 'proved']),
  station: Known,
});
const TokenStanding = z.strictObject({
  station: Known,
  standing: z.enum(['ready', 'used', 'void', 'in-use', 'foreign', 'no-release', 'polls-not-open']),
});
const CaseAnswer = z.looseObject({
  phase: z.string(),
  state: z.enum(['idle', 'sealing', 'cast', 'void']),
  hash: z.string(),
  cardNonce: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the station last heard of this booth's printer; `none` after a restart. */
  printer: z.enum(PRINTER_WORDS),
  /** The same of its paper; `enough` after a restart. */
  paper: z.enum(PAPER_WORDS),
  station: Known,
});
const PlaceAnswer = z.strictObject({
  definition: z.unknown(),
  election: z.string(),
  /** Whether somebody may help a voter inside the booth, by the rule pack. */
  helper: z.enum(['signed-statement', 'not-allowed']),
  station: Known,
});

/** It was seen to know more: it runs on an older copy of its folder. */
export interface OlderStation {
  readonly type: 'station-older';
  readonly found: StationStanding;
  readonly seen: StationStanding;
}

/** The station said no, by name; `person` and `waitSeconds` are there when it is about a PIN. */
export interface StationRefused {
  readonly type: 'station-refused';
  readonly reason: string;
  readonly person?: string | undefined;
  readonly waitSeconds?: number | undefined;
}

/** The station said no (by name), or was not heard, or cannot say yet: then nobody knows whether it recorded anything, and the same command is sent again. */
export type StationProblem = { readonly type: 'station-unheard' } | OlderStation | StationRefused;

export type StationAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: StationProblem };

export type SlipOutcome = 'sah-in-box' | 'batal-in-envelope' | 'no-slip';

/** A person who says what the paper shows, and the PIN that proves it; never kept longer than the call. */
export interface ProvedPerson {
  readonly person: string;
  readonly pin: string;
}

/** Whether the printer answered, or the two people whom the station knows to stand at the case. */
export type SaidBy = 'by-printer' | 'by-people';

/** Rows of the published table of acts. */
export type PrinterAct = 'test_printer' | 'change_roll';
/** How the self-test of this booth went so far. */
export interface BoothTest {
  readonly printerTrouble: PrinterTrouble | null;
  /** Somebody typed the digits of the test slip on this booth's screen. */
  readonly slipCodeTyped: boolean;
  /** Null: nobody tried the camera. */
  readonly cameraRead: boolean | null;
  /** In how many of the booth's languages this booth can speak. */
  readonly spokenLanguages: number;
}

/** What a booth asks of its station. Every command may be repeated: a ballot is named by its hash. */
export interface StationClient {
  readonly place: () => Promise<StationAnswer<z.output<typeof PlaceAnswer>>>;
  /** A candidate's picture; believed only when it has the definition's fingerprint. */
  readonly photo: (file: string) => Promise<StationAnswer<Uint8Array>>;
  readonly openCase: () => Promise<StationAnswer<z.output<typeof CaseAnswer>>>;
  readonly tokenStanding: (question: CardQuestion) => Promise<StationAnswer<z.output<typeof TokenStanding>>>;
  readonly seal: (ballot: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly prove: (ballot: string, opening: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly confirm: (hash: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly spoil: (hash: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly finish: (
    hash: string,
    slip: SlipOutcome,
    slipsPrinted: number,
    said: SaidBy,
  ) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
  /** Two people stand at the open case of this ballot and look at its paper. */
  readonly bringPeople: (
    hash: string,
    confirmations: readonly ProvedPerson[],
  ) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
  /** One person who may repair stands behind what is done to the printer. */
  readonly standBehind: (
    act: PrinterAct,
    confirmations: readonly ProvedPerson[],
  ) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
  /** For the board, which sees no booth's screen. */
  readonly tellPrinter: (
    word: PrinterWord,
    paper: PaperWord,
  ) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
  /** Somebody at this booth asks for an officer, or needs none any more: for the board. */
  readonly callHelp: (isWanted: boolean) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
  /** Before the polls open, for the board. */
  readonly selfTest: (test: BoothTest) => Promise<StationAnswer<z.output<typeof CarriesKnown>>>;
}

export interface StationAddress {
  /** The booth's line, with its session. */
  readonly session: Pick<StationSession, 'fetch'>;
  readonly timeoutMs: number;
  /** Every answer is held against it: what an older copy of the station says is not used. */
  readonly memory: Pick<StationMemory, 'seen' | 'noteEpoch'>;
  /** The test that this booth was opened for, or the day (null). */
  readonly logicTest: string | null;
  /** Hears that the station serves another one: this booth must begin anew. What it asked counts as not heard. */
  readonly onOther: () => void;
}

const NOT_PAIRED_STATUS = 401;

export function connectStation({
  session,
  timeoutMs,
  memory,
  logicTest,
  onOther,
}: StationAddress): StationClient {
  async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body?: unknown,
    // as it is when the question leaves: an answer that was long on its way knows no more than that
    seen: StationStanding | 'of-any-station' = memory.seen(),
  ): Promise<StationAnswer<z.output<Schema>>> {
    let content: unknown;
    try {
      const response = await session.fetch(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      content = await response.json();
      // who was taken out waits until somebody pairs this booth again, and then asks what became of its case
      if (response.status >= 500 || response.status === NOT_PAIRED_STATUS)
        return { ok: false, error: { type: 'station-unheard' } };
    } catch {
      return { ok: false, error: { type: 'station-unheard' } };
    }
    const envelope = Envelope.safeParse(content);
    if (!envelope.success) return { ok: false, error: { type: 'station-unheard' } };
    const found = envelope.data.ok
      ? CarriesKnown.safeParse(envelope.data.value).data?.station
      : envelope.data.error.station;
    if (found !== undefined && seen !== 'of-any-station') {
      if (found.logicTest !== logicTest) {
        onOther();
        return { ok: false, error: { type: 'station-unheard' } };
      }
      if (knowsLess(found, seen)) {
        const { epoch, mark, casts, voids } = found;
        return { ok: false, error: { type: 'station-older', found: { epoch, mark, casts, voids }, seen } };
      }
      // an answer that was long on its way is no word of what is known by now
      if (!knowsLess(found, memory.seen())) memory.noteEpoch(found);
    }
    if (!envelope.data.ok) {
      const { type: reason, person, waitSeconds } = envelope.data.error;
      // it cannot say whether it recorded anything: to a booth that is the same as no answer
      if (reason === 'store-in-doubt') return { ok: false, error: { type: 'station-unheard' } };
      return { ok: false, error: { type: 'station-refused', reason, person, waitSeconds } };
    }
    const value = schema.safeParse(envelope.data.value);
    return value.success
      ? { ok: true, value: value.data }
      : { ok: false, error: { type: 'station-unheard' } };
  }

  async function photo(file: string): Promise<StationAnswer<Uint8Array>> {
    try {
      const response = await session.fetch(`/api/photos/${file}`, {
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.ok) return { ok: true, value: bytes };
      if (response.status >= 500 || response.status === NOT_PAIRED_STATUS)
        return { ok: false, error: { type: 'station-unheard' } };
      return { ok: false, error: { type: 'station-refused', reason: `no picture ${file}` } };
    } catch {
      return { ok: false, error: { type: 'station-unheard' } };
    }
  }

  return {
    photo,
    // what was prepared before the day is the same in every copy, and without it there is no page to say so on
    place: () => ask('/api/booth/place', PlaceAnswer, undefined, 'of-any-station'),
    openCase: () => ask('/api/booth/case', CaseAnswer),
    tokenStanding: (question) => ask('/api/booth/token', TokenStanding, question),
    seal: (ballot) => ask('/api/booth/seal', Standing, { ballot }),
    prove: (ballot, opening) => ask('/api/booth/prove', Standing, { ballot, opening }),
    confirm: (hash) => ask('/api/booth/confirm', Standing, { hash }),
    spoil: (hash) => ask('/api/booth/spoil', Standing, { hash }),
    finish: (hash, slip, slipsPrinted, said) =>
      ask('/api/booth/finish', CarriesKnown, { hash, slip, slipsPrinted, said }),
    bringPeople: (hash, confirmations) => ask('/api/booth/people', CarriesKnown, { hash, confirmations }),
    standBehind: (act, confirmations) => ask('/api/booth/repair', CarriesKnown, { act, confirmations }),
    callHelp: (isWanted) => ask('/api/booth/help', CarriesKnown, { isWanted }),
    selfTest: (test) => ask('/api/booth/self-test', CarriesKnown, test),
    tellPrinter: (word, paper) => ask('/api/booth/printer', CarriesKnown, { word, paper }),
  };
}
