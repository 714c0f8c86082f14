import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import type { ActName } from '../../../src/accounts/acts.ts';
import type { Role } from '../../../src/accounts/roles.ts';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { type Outcome, words } from './results-wire.ts';

export interface OutcomeActsProps {
  readonly language: Language;
  readonly question: { readonly election: string; readonly area: string; readonly contest: string };
  readonly outcome: Outcome;
  readonly role: Role;
  readonly onDone: () => Promise<void>;
}

type FieldName =
  | 'results.person.first'
  | 'results.person.second'
  | 'results.reason'
  | 'results.choose-winner.candidate'
  | 'results.choose-winner.minutes'
  | 'results.decree.number'
  | 'results.decree.date';

/** One thing that can be decided now: its fields, and what they mean together. */
interface Decision {
  readonly act: ActName;
  readonly title: 'results.determine' | 'results.choose-winner' | 'results.reopen' | 'results.decree';
  readonly explained?: 'results.determine.explained' | 'results.reopen.explained';
  readonly fields: readonly FieldName[];
  readonly input: (value: (name: FieldName) => string) => object;
}

const REFUSALS = [
  'village-unknown',
  'not-complete',
  'result-changed',
  'determined-already',
  'not-determined',
  'rules-decide',
  'not-among',
  'no-winner',
  'decreed-already',
] as const;

/** What this person can decide of the village's result now, the next step first. */
export function OutcomeActs({ language, question, outcome, role, onDone }: OutcomeActsProps) {
  const [refused, setRefused] = useState<(typeof REFUSALS)[number] | 'other'>();
  const decide = async ({ act, input }: Decision, value: (name: FieldName) => string) => {
    const answer = await callAct(act, { ...question, ...input(value) }, nothing);
    const name = answer.ok || answer.error.type !== 'refused' ? undefined : answer.error.refusal.type;
    setRefused(answer.ok ? undefined : (REFUSALS.find((known) => known === name) ?? 'other'));
    await onDone();
  };
  return (
    <>
      {refused !== undefined && (
        <Notice state="warn" happened={words(language, `results.refused.${refused}`)} />
      )}
      {decisionsOf(outcome, role).map((decision) => (
        <DecisionForm
          key={decision.act}
          language={language}
          decision={decision}
          onDecide={(value) => decide(decision, value)}
        />
      ))}
    </>
  );
}

/** Which decisions the standing leaves to this role. */
function decisionsOf({ standing, minutes, changes, winner }: Outcome, role: Role): readonly Decision[] {
  const isRegency = role === 'regency';
  const people = (value: (name: FieldName) => string) => [
    value('results.person.first'),
    value('results.person.second'),
  ];
  const isOpen = standing.stage === 'provisional' || standing.isStale === true;
  const decisions: Decision[] = [];
  if (isOpen && minutes.outcome.type !== 'incomplete' && (isRegency || role === 'committee')) {
    decisions.push({
      ...{ act: 'outcome.determine', title: 'results.determine', explained: 'results.determine.explained' },
      fields: ['results.person.first', 'results.person.second'],
      input: (value) => ({ people: people(value), changes }),
    });
  }
  if (
    isRegency &&
    standing.stage === 'determined' &&
    standing.isStale !== true &&
    minutes.outcome.type === 'people-decide' &&
    winner === null
  ) {
    decisions.push({
      ...{ act: 'outcome.choose', title: 'results.choose-winner' },
      fields: [
        'results.choose-winner.candidate',
        'results.reason',
        'results.choose-winner.minutes',
        'results.person.first',
        'results.person.second',
      ],
      input: (value) => ({
        candidate: Number(value('results.choose-winner.candidate')),
        reason: value('results.reason'),
        minutesNumber: value('results.choose-winner.minutes'),
        people: people(value),
      }),
    });
  }
  if (isRegency && standing.stage === 'determined' && standing.isStale !== true && winner !== null) {
    decisions.push({
      ...{ act: 'outcome.decree', title: 'results.decree' },
      fields: ['results.decree.number', 'results.decree.date'],
      input: (value) => ({ number: value('results.decree.number'), date: value('results.decree.date') }),
    });
  }
  if (isRegency && standing.stage !== 'provisional') {
    decisions.push({
      ...{ act: 'outcome.reopen', title: 'results.reopen', explained: 'results.reopen.explained' },
      fields: ['results.reason'],
      input: (value) => ({ reason: value('results.reason') }),
    });
  }
  return decisions;
}

function DecisionForm(props: {
  readonly language: Language;
  readonly decision: Decision;
  readonly onDecide: (value: (name: FieldName) => string) => Promise<void>;
}) {
  const { language, decision, onDecide } = props;
  const [values, setValues] = useState<ReadonlyMap<FieldName, string>>(new Map());
  const value = (name: FieldName) => values.get(name)?.trim() ?? '';
  return (
    <details class="results__decision">
      <summary>{words(language, decision.title)}</summary>
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void onDecide(value);
        }}
      >
        {decision.explained !== undefined && <p>{words(language, decision.explained)}</p>}
        {decision.fields.map((name) => (
          <Field
            key={name}
            label={words(language, name)}
            type={name === 'results.decree.date' ? 'date' : 'text'}
            value={values.get(name) ?? ''}
            onInput={(text) => setValues(new Map([...values, [name, text]]))}
            maxLength={500}
          />
        ))}
        <Button kind={decision.act === 'outcome.reopen' ? 'bad' : 'primary'} submit>
          {words(language, decision.title)}
        </Button>
      </form>
    </details>
  );
}
