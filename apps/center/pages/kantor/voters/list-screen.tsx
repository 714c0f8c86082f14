import { Button, ButtonRow } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { ChoiceField, Field } from '@bilik/ui/field';
import { StateBadge } from '@bilik/ui/state-badge';
import { placeNumber } from '@bilik/words/format';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { PersonScreen } from './person-screen.tsx';
import { isVillage, pageSchema, type ScreenProps, type VoterPage, words } from './voters-wire.ts';

const SHOWS = ['all', 'eligible', 'ineligible', 'undivided'] as const;
type Show = (typeof SHOWS)[number];

/** The list of an area, page by page; a line opens its person once a reason is given. */
export function ListScreen(props: ScreenProps) {
  const { path, language } = props;
  const [voter] = path;
  return voter === undefined ? (
    <Pages {...props} />
  ) : (
    <PersonScreen {...props} voter={Number(voter)} language={language} />
  );
}

function Pages({ election, area, language, goTo, me }: ScreenProps) {
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState<VoterPage>();
  const [isFirst, setIsFirst] = useState(true);
  const [outcome, setOutcome] = useState<Outcome>();
  const load = async (which: Show, after: VoterPage['end']) => {
    const text = typed.trim() === '' ? null : typed.trim();
    const answer = await callAct('voters.list', { election, area, text, show: which, after }, pageSchema);
    setOutcome(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setPage(answer.value);
    setIsFirst(after === null);
  };
  useEffect(() => {
    void load(show, null);
  }, []);
  const mayOpen = me.role !== 'sub-district';
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      <form
        class="voters__beside"
        onSubmit={(event) => {
          event.preventDefault();
          void load(show, null);
        }}
      >
        <div class="office__narrow">
          <Field
            label={words(language, 'voters.search.label')}
            hint={words(language, isVillage(area) ? 'voters.search.hint.village' : 'voters.search.hint.area')}
            value={typed}
            onInput={setTyped}
            maxLength={100}
            optional
          />
          <Button kind="primary" submit>
            {words(language, 'voters.search')}
          </Button>
        </div>
        <ChoiceField
          label={words(language, 'voters.show')}
          value={show}
          onChoose={(chosen) => {
            setShow(chosen);
            void load(chosen, null);
          }}
          choices={SHOWS.map((value) => ({ value, label: words(language, `voters.show.${value}`) }))}
        />
      </form>
      <DataTable
        caption={words(language, 'voters.list')}
        rows={page?.lines ?? []}
        keyOf={({ id }) => String(id)}
        empty={words(language, page === undefined ? 'voters.loading' : 'voters.list.none')}
        asLines
        columns={[
          { key: 'name', header: words(language, 'voters.name'), cell: ({ name }) => name },
          { key: 'nik', header: words(language, 'voters.nik'), cell: ({ nik }) => nik },
          { key: 'sex', header: words(language, 'voters.sex'), cell: ({ sex }) => sex },
          {
            key: 'age',
            header: words(language, 'voters.age'),
            cell: ({ ageYears }) => ageYears,
            numeric: true,
          },
          {
            key: 'home',
            header: words(language, 'voters.home'),
            cell: ({ hamlet, rt, rw }) => `${hamlet}, ${rt}/${rw}`,
          },
          {
            key: 'place',
            header: words(language, 'voters.place'),
            cell: ({ place, number }) => (place === null ? '–' : `${placeNumber(place)}, ${number ?? '–'}`),
          },
          {
            key: 'state',
            header: words(language, 'voters.state'),
            cell: ({ ineligible }) => (
              <StateBadge
                state={ineligible === null ? 'good' : 'idle'}
                word={words(language, ineligible === null ? 'voters.eligible' : 'voters.ineligible')}
              />
            ),
          },
          ...(mayOpen
            ? [
                {
                  key: 'open',
                  header: words(language, 'voters.open'),
                  cell: ({ id }: VoterPage['lines'][number]) => (
                    <Button kind="quiet" onPress={() => goTo('daftar', String(id))}>
                      {words(language, 'voters.open')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ButtonRow>
        {!isFirst && <Button onPress={() => load(show, null)}>{words(language, 'voters.list.first')}</Button>}
        {page !== undefined && page.end !== null && (
          <Button onPress={() => load(show, page.end)}>{words(language, 'voters.list.next')}</Button>
        )}
      </ButtonRow>
    </>
  );
}
