import type { Answer } from '@bilik/server';
import type { Transaction } from '../database/connect.ts';
import type { ActContext, ActsDoor } from '../http/acts-door.ts';
import { conductOf } from './conduct.ts';
import { conductedByOthers, type PreparationRefusal } from './refusals.ts';

/**
 * A door whose acts are about the regency's own elections: named with one that others conduct, each is refused. Lists, candidates and lanes of those are not ours.
 */
export function ofOwnElections(acts: ActsDoor): ActsDoor {
  return {
    ...acts,
    act: (name, schema, handle) => acts.act(name, schema, unlessOfOthers(handle)),
    paper: (name, schema, handle) => acts.paper(name, schema, unlessOfOthers(handle)),
  };
}

function unlessOfOthers<Input, Value, Refusal extends { readonly type: string }>(
  handle: (input: Input, context: ActContext) => Promise<Answer<Value, Refusal>>,
) {
  return async (input: Input, context: ActContext): Promise<Answer<Value, Refusal | PreparationRefusal>> =>
    (await isOfOthers(input, context.transaction)) ? conductedByOthers() : handle(input, context);
}

async function isOfOthers(input: unknown, transaction: Transaction): Promise<boolean> {
  if (typeof input !== 'object' || input === null || !('election' in input)) return false;
  const { election } = input;
  return typeof election === 'string' && (await conductOf(transaction, election)) === 'other';
}
