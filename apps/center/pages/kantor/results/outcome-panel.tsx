import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { formatNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import type { RoomProps } from '../rooms.ts';
import { OutcomeActs } from './outcome-acts.tsx';
import { type AreaView, type Outcome, outcomeSchema, words } from './results-wire.ts';

const STAGES = {
  provisional: { state: 'waiting', phrase: 'results.provisional' },
  determined: { state: 'good', phrase: 'results.determined' },
  decreed: { state: 'good', phrase: 'results.decreed' },
} as const;

/** A village's votes, what the rules make of them and why, and what people decided. */
export function OutcomePanel(props: {
  readonly language: Language;
  readonly me: RoomProps['me'];
  readonly election: string;
  readonly contest: string;
  readonly area: string;
  readonly view: AreaView;
  readonly onChanged: () => Promise<void>;
}) {
  const { language, election, contest, area, view } = props;
  const [outcome, setOutcome] = useState<Outcome>();
  const question = { election, area, contest };
  const load = async () => {
    const answer = await callAct('outcome.village', question, outcomeSchema);
    if (answer.ok) setOutcome(answer.value);
  };
  useEffect(() => {
    void load();
  }, [view]);
  if (outcome === undefined) return null;
  const { standing, minutes, winner, chosen } = outcome;
  const stage = STAGES[standing.stage];
  const elected = outcome.contest.candidates.find(({ number }) => number === winner);
  return (
    <section class="results__outcome">
      <h2>
        {words(language, 'results.outcome')}{' '}
        <StateBadge state={stage.state} word={words(language, stage.phrase)} />
      </h2>
      {standing.isStale === true && <Notice state="bad" happened={words(language, 'results.stale')} />}
      <DataTable
        caption={words(language, 'results.votes')}
        columns={[
          { key: 'name', header: words(language, 'results.candidate'), cell: ({ label }) => label[language] },
          {
            key: 'votes',
            header: words(language, 'results.votes'),
            cell: ({ votes }) => votes,
            numeric: true,
          },
          {
            key: 'share',
            header: words(language, 'results.share'),
            cell: ({ basisPoints }) =>
              basisPoints === null ? '' : `${formatNumber(language, basisPoints / 100, 2)}%`,
            numeric: true,
          },
        ]}
        rows={minutes.totals}
        keyOf={({ key }) => key}
      />
      <p class="results__said">
        {elected === undefined
          ? minutes.outcomeText[language]
          : words(language, standing.stage === 'provisional' ? 'results.leading' : 'results.winner', elected)}
      </p>
      {chosen !== null && <p>{words(language, 'results.chosen', { reason: chosen.reason })}</p>}
      <details>
        <summary>{words(language, 'results.why')}</summary>
        <ol>
          {minutes.outcome.steps.map(({ sentence }) => (
            <li key={sentence.id}>{sentence[language]}</li>
          ))}
        </ol>
      </details>
      <p class="results__papers">
        <a href={paperAddress('outcome.minutes', question)}>{words(language, 'results.paper.minutes')}</a>
        {props.me.role === 'regency' && standing.stage !== 'provisional' && winner !== null && (
          <a href={paperAddress('outcome.decree-draft', question)}>
            {words(language, 'results.paper.decree')}
          </a>
        )}
      </p>
      <OutcomeActs
        {...{ language, question, outcome, role: props.me.role }}
        onDone={async () => {
          await load();
          await props.onChanged();
        }}
      />
    </section>
  );
}
