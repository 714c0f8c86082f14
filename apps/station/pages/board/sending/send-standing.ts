import { DELIVERY_REFUSALS } from '@bilik/transfer/delivery';
import { askApi, type CallResult } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { SendStanding as StationStanding } from '../../../src/delivery/sending.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';

const fault = z.discriminatedUnion('type', [
  z.object({ type: z.literal('no-connection') }),
  z.object({ type: z.literal('being-checked') }),
  z.object({ type: z.literal('refused'), refusal: z.enum(DELIVERY_REFUSALS) }),
  z.object({ type: z.literal('answer-not-understood') }),
  z.object({ type: z.literal('other-receiver') }),
]);
const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('kept-here') }),
  z.object({
    state: z.enum(['sending', 'interrupted']),
    address: z.string(),
    sentBytes: z.int(),
    totalBytes: z.int(),
    fault: z.nullable(fault),
  }),
  z.object({
    state: z.literal('received'),
    address: z.string(),
    receivedAt: z.string(),
    receiver: z.string(),
    receipt: z.string(),
  }),
]);

export type StationSendStanding = Fits<OnTheWire<StationStanding>, z.output<typeof standing>>;
export type SendStanding = z.output<typeof standing>;
export type SendFault = z.output<typeof fault>;

export const askSendStanding = (): Promise<CallResult<SendStanding, never>> =>
  askApi('/api/board/sending', { value: standing });
