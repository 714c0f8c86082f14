import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct, paperAddress } from '../call-act.ts';
import { useOfficeNames } from '../office-names.tsx';
import { PersonName } from '../person-name.tsx';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { PersonCard } from './person-card.tsx';
import { ProposeForm } from './propose-form.tsx';
import { openedPersonSchema, type ScreenProps, words } from './voters-wire.ts';

type Opened = z.output<typeof openedPersonSchema>;

/** One person: first the reason, then the data; what should change is proposed here. */
export function PersonScreen(props: ScreenProps & { readonly voter: number }) {
  const { election, language, voter, me, goTo } = props;
  const { momentText } = useOfficeNames();
  const [why, setWhy] = useState('');
  const [person, setPerson] = useState<Opened>();
  const [outcome, setOutcome] = useState<Outcome>();
  const open = async () => {
    const answer = await callAct('voters.person', { election, voter, why }, openedPersonSchema);
    setOutcome(answer.ok ? undefined : answer.error);
    if (answer.ok) setPerson(answer.value);
  };
  if (person === undefined) {
    return (
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
        <Field
          label={words(language, 'voters.person.why')}
          hint={words(language, 'voters.person.why.hint')}
          value={why}
          onInput={setWhy}
          maxLength={200}
        />
        <Button kind="primary" submit>
          {words(language, 'voters.person.open')}
        </Button>
        <Button kind="quiet" onPress={() => goTo('daftar')}>
          {words(language, 'voters.back')}
        </Button>
      </form>
    );
  }
  const mayPropose = me.role === 'committee' || me.role === 'registrar';
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.propose.done" />
      <div class="voters__beside">
        <PersonCard title={person.name} person={person} language={language}>
          {me.role !== 'auditor' && (
            <a
              href={paperAddress('voters.paper', {
                election,
                village: person.area,
                form: 'notice',
                voter,
                why,
              })}
            >
              {words(language, 'voters.paper.notice')}
            </a>
          )}
        </PersonCard>
        {mayPropose && (
          <ProposeForm
            election={election}
            village={person.area}
            person={person}
            language={language}
            onOutcome={setOutcome}
          />
        )}
      </div>
      <DataTable
        caption={words(language, 'voters.person.looks')}
        rows={person.looks}
        keyOf={({ at, account }) => `${at} ${account}`}
        empty={words(language, 'voters.person.looks.none')}
        asLines
        columns={[
          {
            key: 'account',
            header: words(language, 'voters.look.account'),
            cell: ({ person }) => <PersonName person={person} />,
          },
          {
            key: 'at',
            header: words(language, 'voters.look.at'),
            cell: ({ at }) => momentText(at),
          },
          { key: 'why', header: words(language, 'voters.look.why'), cell: (look) => look.why },
        ]}
      />
    </>
  );
}
