import type { Round } from '@bilik/transfer';
import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import { z } from 'zod';
import { TrusteeRefusal } from '../../src/api/refusal.ts';
import { RingState } from '../../src/ring/ring-view.ts';

/** scrypt and arithmetic for two hundred keys, on an old laptop. */
const TIMEOUT_MS = 15 * 60_000;

const Ignored = z.unknown();
const Text = z.strictObject({ text: z.string() });
const Added = z.strictObject({ name: z.string(), round: z.string() });
const Exchanged = z.object({
  given: z.array(z.string()),
  taken: z.array(z.unknown()),
  refused: z.array(TrusteeRefusal),
});
export type Exchanged = z.output<typeof Exchanged>;

function tell<Value>(act: string, body: unknown, value: z.ZodType<Value>) {
  return callApi<Value, TrusteeRefusal>(`/api/ring/${act}`, body, {
    value,
    refusal: TrusteeRefusal,
    timeoutMs: TIMEOUT_MS,
  });
}

export const askRing = (): Promise<CallResult<RingState, never>> =>
  askApi('/api/ring/state', { value: RingState });

/** The commands of a sitting, one each. A passphrase is left out where all secrets are still open. */
export const ring = {
  begin: (input: { readonly plan: string; readonly member: string; readonly passphrase: string }) =>
    tell('begin', input, Ignored),
  advance: (input: { readonly round: Round; readonly passphrase?: string }) =>
    tell('advance', input, Ignored),
  own: (round: Round) => tell('own', { round }, Text),
  add: (message: string) => tell('add', { message }, Added),
  remove: (round: Round, name: string) => tell('remove', { round, name }, Ignored),
  abandon: (ceremony: string) => tell('abandon', { ceremony }, Ignored),
  exchange: (board: { readonly address?: string; readonly code?: string }) =>
    tell('exchange', board, Exchanged),
} as const;
