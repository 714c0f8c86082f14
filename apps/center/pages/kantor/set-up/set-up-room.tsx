import './set-up.css';
import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { day } from '../civil-day.ts';
import { nothing } from '../me.ts';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { type Election, ElectionChoice, useElections } from './elections.tsx';
import { HandOver } from './hand-over.tsx';
import { LabelsForm } from './labels-form.tsx';
import { MakeEventForm } from './make-event-form.tsx';
import { ModesScreen } from './modes-screen.tsx';
import { OwnRules } from './own-rules.tsx';
import { PlacesForm } from './places-form.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import { RulesTable } from './rules-table.tsx';
import { words } from './set-up-words.ts';
import { VillagePicker } from './village-picker.tsx';

/** Events, waves and rules: `#/acara`; a new event and the regency's labels: `#/acara/baru`; machine villages: `#/acara/mesin`. */
export function SetUpRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const from = useElections();
  const { election } = from;
  const [made, setMade] = useState<string>();
  const mayPropose = ['regency', 'sub-district', 'auditor', 'observer'].includes(me.role);
  if (path[0] === 'mesin') {
    return (
      <>
        <p>
          <a href={addressOf(['acara'])}>{words(language, 'setUp.back')}</a>
        </p>
        <ElectionChoice language={language} from={from} />
        {election !== undefined && (
          <ModesScreen key={election.id} election={election.id} me={me} language={language} />
        )}
      </>
    );
  }
  if (path[0] === 'baru') {
    return (
      <>
        <p>
          <a href={addressOf(['acara'])}>{words(language, 'setUp.back')}</a>
        </p>
        {from.setUp === null && <ElectionChoice language={language} from={from} />}
        {me.role === 'regency' && from.setUp && (
          <>
            <MakeEventForm
              setUp={from.setUp}
              language={language}
              onMade={async (id) => {
                await from.load();
                from.choose(id);
                setMade(id);
                goTo();
              }}
            />
            <LabelsForm labels={from.setUp.content.labels} language={language} onSaved={from.load} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      <ElectionChoice language={language} from={from} />
      {made !== undefined && made === election?.id && (
        <Notice
          state="good"
          happened={words(language, 'setUp.event.made', { title: election.title[language] })}
        />
      )}
      {me.role === 'regency' && from.setUp && (
        <p>
          <a href={addressOf(['acara', 'baru'])}>{words(language, 'setUp.to.event')}</a>
        </p>
      )}
      {election !== undefined && (
        <>
          {election.body !== null && (
            <Notice state="info" happened={words(language, 'setUp.conductedBy', { body: election.body })} />
          )}
          {mayPropose && election.body === null && (
            <p>
              <a href={addressOf(['acara', 'mesin'])}>{words(language, 'setUp.to.modes')}</a>
            </p>
          )}
          <Waves election={election} language={language} mayAdd={me.role === 'regency'} onAdded={from.load} />
          {election.body !== null && me.role === 'regency' && (
            <PlacesForm key={election.id} election={election.id} language={language} />
          )}
          {election.rulePack !== null && <RulesTable rulePack={election.rulePack} language={language} />}
        </>
      )}
      {(me.role === 'regency' || me.role === 'auditor') && from.setUp && (
        <OwnRules language={language} mayChange={me.role === 'regency'} onChanged={from.load} />
      )}
      {(me.role === 'regency' || me.role === 'auditor') && from.elections !== undefined && (
        <HandOver language={language} mayImport={me.role === 'regency'} onImported={from.load} />
      )}
    </>
  );
}

function Waves(props: {
  readonly election: Election;
  readonly language: 'id' | 'en';
  readonly mayAdd: boolean;
  readonly onAdded: () => Promise<void>;
}) {
  const { election, language, mayAdd, onAdded } = props;
  const last = election.waves.at(-1);
  const [date, setDate] = useState('');
  const [added, setAdded] = useState<number>();
  const [villages, setVillages] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused>();
  const number = (last?.number ?? 0) + 1;
  const add = async () => {
    const voting = {
      date,
      zone: election.zone,
      opens: last?.voting.opens ?? '07:00',
      closes: last?.voting.closes ?? '13:00',
    };
    const answer = await callAct(
      'set-up.add-wave',
      { election: election.id, wave: { number, voting, villages: [...villages].sort() } },
      nothing,
    );
    setRefused(answer.ok ? undefined : answer.error);
    setAdded(answer.ok ? number : undefined);
    if (answer.ok) {
      setDate('');
      setVillages(new Set());
    }
    await onAdded();
  };
  return (
    <section class="stack">
      <DataTable
        caption={words(language, 'setUp.waves')}
        columns={[
          {
            key: 'number',
            header: words(language, 'setUp.waves'),
            cell: (wave) => words(language, 'setUp.wave', { number: wave.number }),
          },
          {
            key: 'date',
            header: words(language, 'setUp.wave.date'),
            cell: ({ voting }) => day(language, voting.date),
          },
          {
            key: 'villages',
            header: words(language, 'setUp.wave.villages'),
            cell: (wave) => wave.villages,
            numeric: true,
          },
          {
            key: 'hours',
            header: words(language, 'setUp.wave.hours'),
            cell: ({ voting }) => `${voting.opens}–${voting.closes} ${election.zone}`,
          },
        ]}
        rows={election.waves}
        keyOf={(wave) => String(wave.number)}
        asLines
      />
      {added !== undefined && (
        <Notice state="good" happened={words(language, 'setUp.wave.added', { number: added })} />
      )}
      <RefusedNotice error={refused} language={language} />
      {mayAdd && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <h2>{words(language, 'setUp.wave.add')}</h2>
          <Field
            label={words(language, 'setUp.wave.date')}
            hint={words(language, 'setUp.wave.add.guide')}
            type="date"
            value={date}
            onInput={setDate}
          />
          <VillagePicker
            key={election.waves.length}
            notIn={election.id}
            withKelurahan={election.body !== null}
            picked={villages}
            onPick={setVillages}
            language={language}
          />
          <Button submit>{words(language, 'setUp.wave.add')}</Button>
        </form>
      )}
    </section>
  );
}
