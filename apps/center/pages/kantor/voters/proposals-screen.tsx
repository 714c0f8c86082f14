import { Button, ButtonRow } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { ChoiceField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct, paperAddress } from '../call-act.ts';
import { nothing } from '../me.ts';
import { PersonName } from '../person-name.tsx';
import { DecideForm } from './decide-form.tsx';
import { useListStage } from './list-stage.ts';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { PersonCard } from './person-card.tsx';
import { ProposeForm, reasonWord } from './propose-form.tsx';
import {
  isVillage,
  proposalSchema,
  proposalStateSchema,
  proposalsSchema,
  type ScreenProps,
  words,
} from './voters-wire.ts';

const STATES = proposalStateSchema.options;
/** In the address: a proposal that is not made yet. */
const NEW = 'baru';

/** What villages want changed: the list of proposals, and one of them with the person before and after. */
export function ProposalsScreen(props: ScreenProps) {
  const [id] = props.path;
  if (id === undefined) return <Proposals {...props} />;
  return id === NEW ? <NewPerson {...props} /> : <OneProposal {...props} id={Number(id)} />;
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
  const mayAdd = isVillage(area) && (me.role === 'committee' || me.role === 'registrar');
  const stage = useListStage(election, area);
  return (
    <>
      {mayAdd && stage === 'final' && (
        <Notice
          state="info"
          happened={words(language, 'voters.propose.locked')}
          toDo={words(language, 'voters.propose.locked.toDo')}
        />
      )}
      {mayAdd && stage !== 'final' && stage !== undefined && (
        <ButtonRow>
          <Button kind="primary" onPress={() => goTo('usulan', NEW)}>
            {words(language, 'voters.propose.add')}
          </Button>
        </ButtonRow>
      )}
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
            key: 'origin',
            header: words(language, 'voters.proposal.origin'),
            cell: ({ origin }) => words(language, `voters.propose.origin.${origin}`),
          },
          {
            key: 'by',
            header: words(language, 'voters.proposal.by'),
            cell: ({ person }) => <PersonName person={person} />,
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

/** Somebody who is not on the village's list and should be. */
function NewPerson({ election, area, language, goTo }: ScreenProps) {
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.propose.done" />
      <p>{words(language, 'voters.propose.add.about')}</p>
      <ProposeForm election={election} village={area} language={language} onOutcome={setOutcome} />
      <Button kind="quiet" onPress={() => goTo('usulan')}>
        {words(language, 'voters.back')}
      </Button>
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
            {words(language, 'voters.proposal.origin')}:{' '}
            {words(language, `voters.propose.origin.${shown.origin}`)}
          </p>
          <p>
            {words(language, 'voters.propose.evidence')}: {shown.evidence}
          </p>
          {shown.reason !== null && (
            <p>
              {words(language, 'voters.propose.reason')}: {reasonWord(language, shown.reason)}
            </p>
          )}
          <EvidenceView election={election} proposal={shown} language={language} />
          {shown.kind === 'correct' && shown.isSameNik !== null && (
            <p>
              {words(language, shown.isSameNik ? 'voters.proposal.nik.same' : 'voters.proposal.nik.other')}
            </p>
          )}
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

/** The file of a proposal: a photo is shown, a PDF is kept. */
function EvidenceView(props: {
  readonly election: string;
  readonly proposal: Pick<z.output<typeof proposalSchema>, 'id' | 'evidenceType'>;
  readonly language: ScreenProps['language'];
}) {
  const { election, proposal, language } = props;
  const { id, evidenceType } = proposal;
  if (evidenceType === null) return null;
  const address = paperAddress('voters.proposal-evidence', { election, proposal: id });
  if (evidenceType === 'application/pdf') {
    return <a href={address}>{words(language, 'voters.proposal.file.keep')}</a>;
  }
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img
        class="voters__evidence"
        src={address}
        alt={words(language, 'voters.proposal.file.photo', { number: id })}
      />
    </a>
  );
}
