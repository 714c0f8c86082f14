import type { CardQuestion } from '@bilik/ballot';

/** What the page asks of its voting worker. */
export type WorkerRequest =
  | { readonly type: 'open'; readonly election: string }
  | { readonly type: 'read-card'; readonly code: string }
  | { readonly type: 'ask-to-cast'; readonly nonce: string }
  | { readonly type: 'make'; readonly answers: readonly number[] }
  | { readonly type: 'prove' }
  | { readonly type: 'forget' };

/** What the worker answers. */
export type WorkerAnswer =
  | { readonly type: 'warm' }
  | { readonly type: 'election-refused' }
  | { readonly type: 'card'; readonly credential: string }
  | { readonly type: 'card-refused'; readonly fault: 'not-digits' | 'wrong-length' | 'mistyped' }
  | { readonly type: 'card-question'; readonly question: CardQuestion }
  | { readonly type: 'ballot'; readonly text: string; readonly hash: string; readonly tracker: string }
  | { readonly type: 'proof'; readonly text: string };
