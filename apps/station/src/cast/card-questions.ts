import {
  type CardPurpose,
  type CardQuestion,
  type CardQuestionFault,
  checkCardQuestion,
  drawCardNonce,
  type Election,
  type RandomSource,
} from '@bilik/ballot';
import { z } from 'zod';
import type { TokenStanding } from './casting.ts';

const Scalar = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);

/** A question as it comes over the wire; whether numbers are in range and the signature is right is looked at afterwards. */
export const CardQuestionSchema = z.strictObject({
  credential: z.string().regex(/^[1-9][0-9]{0,616}$/),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.strictObject({ challenge: Scalar, response: Scalar }),
});

export type CardAnswer =
  | { readonly ok: true; readonly value: { readonly standing: TokenStanding } }
  | { readonly ok: false; readonly error: CardQuestionFault };

/** Says what a card is good for to whoever shows it, and nothing to anybody else. */
export interface CardQuestions {
  /** What questions to this process must be signed for, 64 hex digits. */
  readonly nonce: string;
  /** @errors 'nonce-stale' · 'card-not-shown': before anything is looked up, the same for every card */
  readonly ask: (purpose: CardPurpose, question: CardQuestion) => CardAnswer;
}

/**
 * One nonce for the whole life of the process, and none for each question: a signed question can be repeated only by the device that was
 * shown the card's code and could sign as many as it likes, or by somebody on the wire, where the ballots themselves pass. What the
 * nonce ends is the use of questions that were written down before this start of the station.
 */
export function openCardQuestions(parts: {
  readonly election: Election;
  readonly random: RandomSource;
  readonly standing: (credential: string) => TokenStanding;
}): CardQuestions {
  const { election, standing } = parts;
  const nonce = drawCardNonce(parts.random);
  return {
    nonce,
    ask(purpose, question) {
      const checked = checkCardQuestion({ election, purpose, nonce, question });
      return checked.ok ? { ok: true, value: { standing: standing(question.credential) } } : checked;
    },
  };
}
