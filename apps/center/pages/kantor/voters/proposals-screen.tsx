import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { ChoiceField } from '@bilik/ui/field';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { DecideForm } from './decide-form.tsx';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { PersonCard } from './person-card.tsx';
import {
  proposalSchema,
  proposalStateSchema,
  proposalsSchema,
  type ScreenProps,
  words,
} from './voters-wire.ts';

const STATES = proposalStateSchema.options;

/** What villages want changed: the list of proposals, and one of them with the person before and after. */
export function ProposalsScreen(props: ScreenProps) {
  const [id] = props.path;
  return id === undefined ? <Proposals {...props} /> : <OneProposal {...props} id={Number(id)} />;
}

function Proposals({ election, area, language, me, goTo }: ScreenProps) {
  const [state, setState] = useState<(typeof STATES)[number]>('waiting');
  const [rows, setRows] = useState<z.output<typeof proposalsSchema>>();
  useEffect(() => {
    void callAct('voters.proposals', { election, area, state }, proposalsSchema).then((answer) =>
      setRows(answer.ok ? answer.value : []),
    );
  }, [state]);
  const mayOpen = me.role !== 'sub-district';
  return (
    <>
      <ChoiceField
        label={words(language, 'voters.proposals.show')}
        value={state}
        onChoose={setState}
        choices={STATES.map((value) => ({ value, label: words(language, `voters.proposal.state.${value}`) }))}
      />
      <DataTable
        caption={words(language, 'voters.proposals.list')}
        rows={rows ?? []}
        keyOf={({ id }) => String(id)}
        empty={words(language, 'voters.proposals.none')}
        asLines
        columns={[
          {
            key: 'kind',
            header: words(language, 'voters.proposal.kind'),
            cell: ({ kind }) => words(language, `voters.proposal.kind.${kind}`),
          },
          { key: 'area', header: words(language, 'voters.village'), cell: (row) => row.area },
          {
            key: 'evidence',
            header: words(language, 'voters.propose.evidence'),
            cell: ({ evidence }) => evidence,
          },
          {
            key: 'by',
            header: words(language, 'voters.proposal.by'),
            cell: ({ proposed_by }) => proposed_by,
          },
          ...(mayOpen
            ? [
                {
                  key: 'open',
                  header: words(language, 'voters.open'),
                  cell: ({ id }: { readonly id: number }) => (
                    <Button kind="quiet" onPress={() => goTo('usulan', String(id))}>
                      {words(language, 'voters.open')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function OneProposal({ election, language, me, goTo, id }: ScreenProps & { readonly id: number }) {
  const [shown, setShown] = useState<z.output<typeof proposalSchema>>();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    void callAct('voters.proposal', { election, proposal: id }, proposalSchema).then((answer) => {
      if (answer.ok) setShown(answer.value);
      else setOutcome(answer.error);
    });
  }, []);
  const decide = async (approve: boolean, why: string) => {
    const answer = await callAct('voters.proposal-decide', { election, proposal: id, approve, why }, nothing);
    setOutcome(answer.ok ? null : answer.error);
    if (answer.ok && shown !== undefined) setShown({ ...shown, state: approve ? 'approved' : 'refused' });
  };
  const withdraw = async () => {
    const answer = await callAct('voters.proposal-withdraw', { election, proposal: id }, nothing);
    setOutcome(answer.ok ? null : answer.error);
    if (answer.ok && shown !== undefined) setShown({ ...shown, state: 'withdrawn' });
  };
  const isWaiting = shown?.state === 'waiting';
  const mayDecide = me.role === 'regency' || me.role === 'registrar';
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.decide.done" />
      {shown !== undefined && (
        <>
          <h2>
            {words(language, `voters.proposal.kind.${shown.kind}`)} (
            {words(language, `voters.proposal.state.${shown.state}`)})
          </h2>
          <p>
            {words(language, 'voters.propose.evidence')}: {shown.evidence}
          </p>
          <div class="voters__beside">
            {shown.before !== null && (
              <PersonCard
                title={words(language, 'voters.proposal.before')}
                person={shown.before}
                language={language}
              />
            )}
            {shown.after !== null && (
              <PersonCard
                title={words(language, 'voters.proposal.after')}
                person={shown.after}
                language={language}
              />
            )}
          </div>
          {isWaiting && mayDecide && shown.proposed_by !== me.account && (
            <DecideForm
              language={language}
              decisions={[
                {
                  word: words(language, 'voters.proposal.approve'),
                  isMain: true,
                  decide: (why) => decide(true, why),
                },
                { word: words(language, 'voters.proposal.refuse'), decide: (why) => decide(false, why) },
              ]}
            />
          )}
          {isWaiting && shown.proposed_by === me.account && (
            <Button onPress={withdraw}>{words(language, 'voters.proposal.withdraw')}</Button>
          )}
        </>
      )}
      <Button kind="quiet" onPress={() => goTo('usulan')}>
        {words(language, 'voters.back')}
      </Button>
    </>
  );
}
