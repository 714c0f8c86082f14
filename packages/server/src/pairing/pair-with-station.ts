import { z } from 'zod';
import type { PreparedDevice } from './device-file.ts';
import { makePairingProofs } from './proof.ts';
import type { StationFetch } from './station-fetch.ts';

const Refusal = z.looseObject({ type: z.string().max(60), seconds: z.number().optional() });
const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: Refusal }),
]);
const Question = z.looseObject({ nonce: z.string().regex(/^[0-9a-f]{64}$/) });
const Joined = z.looseObject({ token: z.string().max(200).nullable() });

/** Why a device was not paired: what the station said by name, or that it was not heard. */
export type PairingProblem =
  | { readonly type: 'station-unheard' }
  | { readonly type: 'pairing-refused'; readonly reason: string; readonly pauseSeconds: number };

export interface Paired {
  /** Of a process: to be shown with every request. Of a page: `null`, because only its browser may keep it. */
  readonly token: string | null;
  /** What the browser of a page would keep, as `name=value`; empty for processes. */
  readonly cookie: string;
}

/** A proof is for the question as it stands now; when another device was paired in between, it is asked once more. */
const TIMES_TO_ASK = 3;

/**
 * Pairs a prepared device, with a code that somebody at the board gave.
 * @param station origin of the station
 */
export async function pairWithStation(
  fetchStation: StationFetch,
  station: string,
  { device, secret }: Pick<PreparedDevice, 'device' | 'secret'>,
  code: string,
): Promise<
  { readonly ok: true; readonly value: Paired } | { readonly ok: false; readonly error: PairingProblem }
> {
  const tell = async (path: string, body: unknown) => {
    const response = await fetchStation(new URL(path, station), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    return { answer: Envelope.parse(await response.json()), cookies: response.headers.getSetCookie() };
  };
  try {
    for (let time = 1; ; time += 1) {
      const asked = (await tell('/api/pairing/question', {})).answer;
      if (!asked.ok) return refused(asked.error);
      const { nonce } = Question.parse(asked.value);
      const proofs = await makePairingProofs({ device, secret, code, nonce });
      const { answer, cookies } = await tell('/api/pairing/join', { device, nonce, ...proofs });
      if (answer.ok) {
        const cookie = cookies.map((text) => text.split(';', 1)[0] ?? '').join('; ');
        return { ok: true, value: { token: Joined.parse(answer.value).token, cookie } };
      }
      if (answer.error.type !== 'question-old' || time === TIMES_TO_ASK) return refused(answer.error);
    }
  } catch {
    return { ok: false, error: { type: 'station-unheard' } };
  }
}

function refused({ type, seconds = 0 }: z.output<typeof Refusal>) {
  return { ok: false, error: { type: 'pairing-refused', reason: type, pauseSeconds: seconds } } as const;
}
