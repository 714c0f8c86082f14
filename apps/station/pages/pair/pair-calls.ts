import { makeFollowProof, makePairingProofs } from '@bilik/server/pairing-proof';
import { askApi, type CallResult, callApi, speakAs } from '@bilik/ui/call';
import type { PairingTrouble } from '@bilik/ui/pair-code';
import * as z from 'zod/mini';
import type { JoinRefusal, PairedDevice } from '../../src/devices/devices.ts';
import type { Fits, OnTheWire } from '../common/fits.ts';
import type { HandedKeys, PreparedKeys } from '../common/prepared-keys.ts';

const questionSchema = z.object({
  nonce: z.string(),
  kind: z.enum(['exercise', 'real']),
  village: z.string(),
  pollingPlace: z.object({ number: z.int(), name: z.optional(z.string()) }),
});
export type PairingQuestion = z.output<typeof questionSchema>;

const deviceSchema = z.object({
  device: z.string(),
  role: z.enum(['desk', 'board', 'booth', 'trustee', 'reader', 'spare']),
  number: z.int(),
});
export type Device = z.output<typeof deviceSchema>;

const refusalSchema = z.object({ type: z.string(), seconds: z.optional(z.number()) });

export type StationDevice = Fits<OnTheWire<PairedDevice>, Device>;
export type StationRefusal = Fits<OnTheWire<JoinRefusal>, z.output<typeof refusalSchema>>;

/** What place this is, and what a device must answer with its secret. */
export const askQuestion = (): Promise<CallResult<PairingQuestion, never>> =>
  callApi('/api/pairing/question', {}, { value: questionSchema });

/** Who the station takes this browser for, when it says that it is `device`. */
export function askSession(device: string): Promise<CallResult<Device, never>> {
  speakAs(device);
  return askApi('/api/session', { value: deviceSchema });
}

/** Another device may be paired between question and answer. */
const TIMES_TO_ASK = 3;

/** Pairs this browser. @returns the device, or what stood against it */
export async function pair(
  { device, secret }: Pick<PreparedKeys, 'device' | 'secret'>,
  code: string,
): Promise<
  { readonly ok: true; readonly value: Device } | { readonly ok: false; readonly error: PairingTrouble }
> {
  for (let time = 1; ; time += 1) {
    const question = await askQuestion();
    if (!question.ok) return { ok: false, error: { type: question.error.type, seconds: 0 } };
    const { nonce } = question.value;
    const proofs = await makePairingProofs({ device, secret, code, nonce });
    const joined = await callApi(
      '/api/pairing/join',
      { device, nonce, ...proofs },
      { value: deviceSchema, refusal: refusalSchema },
    );
    if (joined.ok) return joined;
    const { error } = joined;
    if (error.type !== 'refused') return { ok: false, error: { type: error.type, seconds: 0 } };
    const { type, seconds = 0 } = error.refusal;
    if (type !== 'question-old' || time === TIMES_TO_ASK) return { ok: false, error: { type, seconds } };
  }
}

/** Goes on here with the session that this device had at the station before. @returns the device, or why not, by name */
export async function follow(
  { device, secret }: Pick<PreparedKeys, 'device' | 'secret'>,
  handed: HandedKeys,
): Promise<{ readonly ok: true; readonly value: Device } | { readonly ok: false; readonly error: string }> {
  for (let time = 1; ; time += 1) {
    const question = await askQuestion();
    if (!question.ok) return { ok: false, error: question.error.type };
    const { nonce } = question.value;
    const proof = await makeFollowProof({ device, secret, session: handed.session, nonce });
    const followed = await callApi(
      '/api/pairing/follow',
      { device, nonce, proof, ...handed },
      { value: deviceSchema, refusal: refusalSchema },
    );
    if (followed.ok) return followed;
    const { error } = followed;
    if (error.type !== 'refused') return { ok: false, error: error.type };
    const { type } = error.refusal;
    if (type !== 'question-old' || time === TIMES_TO_ASK) return { ok: false, error: type };
  }
}
