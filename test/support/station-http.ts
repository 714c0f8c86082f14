import { fingerprintSchema } from '@bilik/election';
import { z } from 'zod';
import { type Station, startStation } from '../../apps/station/src/station-server.ts';
import { must } from './answers.ts';
import { pairDevices, type Session } from './paired-devices.ts';
import { MORNING_MS } from './polling-place.ts';
import { group, type PreparedHome, random } from './prepared-home.ts';

const Answer = z.looseObject({
  ok: z.boolean(),
  value: z.unknown().optional(),
  error: z.looseObject({ type: z.string() }).optional(),
});

/** What came back over the wire. */
export interface Heard {
  readonly status: number;
  /** The name of a refusal, or 'accepted'. */
  readonly refusal: string;
  readonly error: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly text: string;
}

export interface StationOnLan {
  readonly station: Station;
  /** What the station could not explain; must stay empty. */
  readonly broken: readonly string[];
  /** Sets the station's clock, in milliseconds since 1970 UTC; it stands still otherwise. */
  readonly setClock: (instantMs: number) => void;
  /** Headers left out: those of `usual`. */
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Heard>;
  readonly tell: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Heard>;
  /** Sends a body as it is. */
  readonly send: (path: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<Heard>;
  /** What a device shows at the door. */
  readonly sessionOf: (device: string) => Session;
  /** What a booth shows at the door. */
  readonly keyOf: (booth: number) => Session;
  readonly asDesk: (desk: number) => Session;
  readonly asReader: (desk: number) => Session;
  /** As whom a question is asked when a test says nothing: a desk at its routes, the first booth at its own, the board everywhere else. */
  readonly usual: (path: string, booth?: number) => Session;
}

/** Starts a station as tests do; a start that is refused is a fault of the test. */
export async function startTestStation(
  prepared: PreparedHome,
  options: Pick<Parameters<typeof startStation>[0], 'onBroken' | 'onWrite'> & {
    /** 0 or left out: any free port. */
    readonly port?: number;
    /** Left out: the clock stands at the morning of the day. */
    readonly now?: () => number;
  },
): Promise<Station> {
  return must(
    await startStation({
      home: prepared.home.station,
      second: prepared.home.stationSecond,
      host: '127.0.0.1',
      port: 0,
      group,
      now: () => MORNING_MS,
      elapsedMs: () => 0,
      random,
      software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
      ...options,
    }),
  );
}

export async function openOnLan(prepared: PreparedHome): Promise<StationOnLan> {
  const broken: string[] = [];
  let instantMs = MORNING_MS;
  const station = await startTestStation(prepared, {
    now: () => instantMs,
    onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
  });
  const sessions = await pairDevices(prepared, station.pollingPlace);
  const sessionOf = (device: string): Session => {
    const session = sessions.get(device);
    if (session === undefined) throw new Error(`${device} is not paired`);
    return session;
  };
  const usual = (path: string, booth = 1): Session =>
    sessionOf(
      path.startsWith('/api/desk/')
        ? 'desk-1'
        : path.startsWith('/api/booth/')
          ? `booth-${booth}`
          : 'board-1',
    );
  const hear = async (path: string, init: RequestInit): Promise<Heard> => {
    const response = await fetch(new URL(path, station.url), init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const envelope = Answer.safeParse(isJson ? JSON.parse(text) : undefined);
    // files to download come without an envelope
    const answer = envelope.success ? envelope.data : { ok: response.ok };
    const { ok, value, error } = { value: null, error: undefined, ...answer };
    return {
      status: response.status,
      refusal: ok ? 'accepted' : (error?.type ?? 'unnamed'),
      error: error ?? {},
      value,
      text,
    };
  };
  const send: StationOnLan['send'] = (path, body, headers = usual(path)) =>
    hear(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return {
    station,
    broken,
    setClock: (next) => {
      instantMs = next;
    },
    ask: (path, headers = usual(path)) => hear(path, { headers: { ...headers } }),
    tell: (path, body, headers) => send(path, JSON.stringify(body), headers),
    send,
    sessionOf,
    keyOf: (booth) => sessionOf(`booth-${booth}`),
    asDesk: (desk) => sessionOf(`desk-${desk}`),
    asReader: (desk) => sessionOf(`reader-${desk}`),
    usual,
  };
}
