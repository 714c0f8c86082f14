import { type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { TokenStanding } from '../../../src/cast/casting.ts';
import type { Fits } from '../../common/fits.ts';

const standing = z.enum(['ready', 'used', 'void', 'in-use', 'foreign', 'no-release', 'polls-not-open']);

/** What the station says of a card. */
export type CardStanding = z.output<typeof standing>;
export type StationStanding = Fits<TokenStanding, CardStanding>;

/** @param credential the card's public half in decimal digits; the code itself never leaves the page */
export const askCardStanding = (
  credential: string,
): Promise<CallResult<{ readonly standing: CardStanding }, never>> =>
  callApi('/api/board/card-check', { credential }, { value: z.object({ standing }) });
