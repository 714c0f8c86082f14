import { openStationSession, readDeviceFile, type StationRequest, type StationSession } from '@bilik/server';
import { z } from 'zod';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import type { Arrived, IncomingFile, IncomingFiles, IncomingRefusal } from './incoming-files.ts';

type StationRefusal = RefusalOf<
  | 'station-unknown'
  | 'station-unreachable'
  | 'station-not-paired'
  | 'station-not-sealed'
  | 'station-already-counted'
  | 'station-refused'
>;

/** The station over the closed LAN. Nothing that it says is believed: a record is checked, a receipt is only shown. */
export interface Station {
  /** The line to it; `undefined` as long as no `device.json` lies in this device's home: then it works by files alone. */
  readonly line: () => StationSession | undefined;
  readonly fetch: (
    file: IncomingFile,
    into: IncomingFiles,
    /** Ends the fetch; the file is then left where it is. */
    stopped: AbortSignal,
  ) => Promise<Answer<Arrived, StationRefusal | IncomingRefusal>>;
  readonly send: (share: {
    readonly owner: number;
    readonly share: string;
  }) => Promise<Answer<void, StationRefusal>>;
}

const PATHS: Readonly<Record<IncomingFile, string>> = {
  record: '/api/record/sealed',
  'void-list': '/api/record/void',
};

/** Long enough for the largest record over a slow LAN. */
const FETCH_TIMEOUT_MS = 5 * 60_000;
const SEND_TIMEOUT_MS = 60_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** The station's answer to a command, and its refusal of a question. */
const StationAnswer = z.object({
  ok: z.boolean(),
  error: z
    .object({
      type: z
        .string()
        .max(60)
        .regex(/^[a-z0-9-]+$/),
    })
    .optional(),
});

/**
 * The line of a home to its station. The ceremony is held before devices are prepared, and a device may be prepared anew with a newer
 * package while this process runs: `device.json` counts as it lies there now.
 * @param onChange when the device was paired, or taken out
 */
export function openStationLine(home: string, onChange: () => void): Station['line'] {
  let opened: { readonly from: string; readonly line: StationSession } | undefined;
  return () => {
    const file = readDeviceFile(home);
    if (!file.ok || file.value.prepared.role !== 'trustee') return opened?.line;
    const from = JSON.stringify(file.value);
    if (opened?.from !== from) {
      opened = { from, line: openStationSession({ home, file: file.value, onChange }) };
    }
    return opened.line;
  };
}

export function openStation(line: Station['line']): Station {
  const call = async (path: string, request: StationRequest, signal: AbortSignal) => {
    const station = line();
    if (station === undefined) return refuse({ type: 'station-unknown' });
    if (!station.isPaired()) return refuse({ type: 'station-not-paired' });
    try {
      const response = await station.fetch(path, { ...request, signal });
      return station.isPaired() ? accept(response) : refuse({ type: 'station-not-paired' });
    } catch {
      return refuse({ type: 'station-unreachable' });
    }
  };
  return {
    line,
    async fetch(file, into, stopped) {
      const signal = AbortSignal.any([AbortSignal.timeout(FETCH_TIMEOUT_MS), stopped]);
      const answer = await call(PATHS[file], {}, signal);
      if (!answer.ok) return answer;
      const response = answer.value;
      if (response.status !== 200) return refusalOf(response);
      const length = response.headers.get('content-length');
      return into.receive(
        file,
        response.body ?? [],
        length === null || response.headers.has('content-encoding') ? undefined : Number(length),
      );
    },
    async send(share) {
      const request = {
        method: 'POST' as const,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(share),
      };
      const answer = await call('/api/shares', request, AbortSignal.timeout(SEND_TIMEOUT_MS));
      if (!answer.ok) return answer;
      const response = answer.value;
      if (response.status !== 200) return refusalOf(response);
      const said = await readAnswer(response);
      return said?.ok === true
        ? accept(undefined)
        : refuse({
            type: 'station-refused',
            status: response.status,
            reason: said?.error?.type ?? 'unreadable',
          });
    },
  };
}

/** What a station says before its polls are closed: there is no such file yet, or it is in another phase. */
const TOO_EARLY = new Set(['not-found', 'not-sealed-yet']);

async function refusalOf(response: Response): Promise<Answer<never, StationRefusal>> {
  const { status } = response;
  const reason = (await readAnswer(response))?.error?.type ?? 'unreadable';
  if (TOO_EARLY.has(reason)) return refuse({ type: 'station-not-sealed', reason });
  if (reason === 'already-counted') return refuse({ type: 'station-already-counted' });
  return refuse({ type: 'station-refused', status, reason });
}

async function readAnswer(response: Response): Promise<z.output<typeof StationAnswer> | undefined> {
  try {
    const chunks: Uint8Array[] = [];
    let received = 0;
    for await (const chunk of response.body ?? []) {
      received += chunk.length;
      if (received > ANSWER_LIMIT_BYTES) return undefined;
      chunks.push(chunk);
    }
    const answer = StationAnswer.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return answer.success ? answer.data : undefined;
  } catch {
    return undefined;
  }
}
