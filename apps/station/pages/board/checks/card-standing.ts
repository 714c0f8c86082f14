import type { CardQuestion } from '@bilik/ballot';
import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { TokenStanding } from '../../../src/cast/casting.ts';
import type { Fits } from '../../common/fits.ts';

const standing = z.enum(['ready', 'used', 'void', 'in-use', 'foreign', 'no-release', 'polls-not-open']);

/** What the station says of a card. */
export type CardStanding = z.output<typeof standing>;
export type StationStanding = Fits<TokenStanding, CardStanding>;

const refusal = z.object({ type: z.enum(['nonce-stale', 'card-not-shown']) });

/** A station that starts again between nonce and question is met once; one that does so all the time has other troubles. */
const MOST_TRIES = 3;

/**
 * What a card is good for. The station says it only to whoever holds the card.
 * @param sign makes the question for the station's nonce; the code itself never leaves the page
 */
export async function askCardStanding(
  sign: (nonce: string) => Promise<CardQuestion>,
): Promise<CallResult<{ readonly standing: CardStanding }, { readonly type: string }>> {
  for (let tries = 1; ; tries += 1) {
    const state = await askApi('/api/board/state', { value: z.object({ cardNonce: z.string() }) });
    if (!state.ok) return state;
    const question = await sign(state.value.cardNonce);
    const answer = await callApi('/api/board/card-check', question, {
      value: z.object({ standing }),
      refusal,
    });
    const isStale =
      !answer.ok && answer.error.type === 'refused' && answer.error.refusal.type === 'nonce-stale';
    if (!isStale || tries === MOST_TRIES) return answer;
  }
}

/** Whether the card of a proved ballot is void, as it must be. @param ballot its text, which its card signed */
export const askProofStanding = (
  ballot: string,
): Promise<CallResult<{ readonly isVoid: boolean }, { readonly type: string }>> =>
  callApi(
    '/api/board/proof-check',
    { ballot },
    { value: z.object({ isVoid: z.boolean() }), refusal: z.object({ type: z.string() }) },
  );
