import { type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { FiguresRefusal as StationRefusal } from '../../../src/outgoing/hourly-figures.ts';
import type { PollingPlace } from '../../../src/polling-place.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';

const code = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('figures'),
    hour: z.int(),
    text: z.string(),
    nextAt: z.nullable(z.string()),
  }),
  z.object({ type: z.literal('result'), text: z.string() }),
]);
const refusal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('figures-not-yet'), firstAt: z.nullable(z.string()) }),
  z.object({ type: z.enum(['store-failed', 'store-in-doubt']) }),
]);

type Outgoing = Extract<ReturnType<PollingPlace['outgoingCode']>, { readonly ok: true }>['value'];
export type StationOutgoing = Fits<OnTheWire<Outgoing>, z.output<typeof code>>;
export type StationFiguresRefusal = Fits<OnTheWire<StationRefusal>, z.output<typeof refusal>>;
export type OutgoingCode = z.output<typeof code>;
export type FiguresRefusal = z.output<typeof refusal>;

/** Asks for the code of this hour, which the station makes once. */
export const askOutgoingCode = (): Promise<CallResult<OutgoingCode, FiguresRefusal>> =>
  callApi('/api/board/outgoing-code', {}, { value: code, refusal });
