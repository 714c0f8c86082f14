import { explainCall } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { type ActError, refusalPhrase, type VoterPhrase, words } from './voters-wire.ts';

/** How the last act went: undefined before any, null when it was done. */
export type Outcome = ActError | null | undefined;

export function OutcomeNotice(props: {
  readonly outcome: Outcome;
  readonly language: Language;
  readonly doneWord: Extract<VoterPhrase, 'voters.step.done' | 'voters.decide.done' | 'voters.propose.done'>;
}) {
  const { outcome, language } = props;
  if (outcome === undefined) return null;
  if (outcome === null) return <Notice state="good" happened={words(language, props.doneWord)} />;
  if (outcome.type === 'refused') {
    return <Notice state="warn" happened={words(language, refusalSentence(outcome.refusal))} />;
  }
  return <Notice state="bad" happened={words(language, explainCall(outcome))} />;
}

/** Refusals are said without values, so that one table serves all acts. */
function refusalSentence(refusal: { readonly type: string }): 'voters.refused.unknown' {
  return refusalPhrase(refusal) as 'voters.refused.unknown';
}
