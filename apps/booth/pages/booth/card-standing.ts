import { callApi } from '@bilik/ui/call';
import type { Voting } from './voting.ts';
import { readNonce, readRefusal, readStanding } from './wire.ts';

/** A station that starts again between nonce and question is met once; one that does so all the time has other troubles. */
const MOST_TRIES = 3;

/**
 * What the station says of the card that was read: `ready`, or why not. It answers only whoever holds the card, so the question is
 * signed in the worker; the card's code stays there.
 * @returns `unheard` when there was no answer
 */
export async function askCardStanding(voting: Pick<Voting, 'askToCast'>): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const given = await callApi('/api/card-nonce', {}, { value: readNonce, refusal: readRefusal });
    if (!given.ok) return 'unheard';
    const answer = await callApi('/api/token', await voting.askToCast(given.value.nonce), {
      value: readStanding,
      refusal: readRefusal,
    });
    if (answer.ok) return answer.value.standing;
    const isStale = answer.error.type === 'refused' && answer.error.refusal.type === 'nonce-stale';
    if (!isStale) return 'unheard';
  }
  return 'unheard';
}
