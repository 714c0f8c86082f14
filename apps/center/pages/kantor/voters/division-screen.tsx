import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import { placeNumber } from '@bilik/words/format';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { MoveForms, numberOf } from './move-forms.tsx';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { type DivisionView, divisionSchema, type ScreenProps, words } from './voters-wire.ts';

/** A village's polling places, each with whose it is; divided by rule, changed RT by RT or household by household. */
export function DivisionScreen({ election, area, me, language }: ScreenProps) {
  const [division, setDivision] = useState<DivisionView>();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = async (name: 'voters.division' | 'voters.divide' | 'voters.division-move', input: object) => {
    const answer = await callAct(name, { election, village: area, ...input }, divisionSchema);
    setOutcome(answer.ok ? (name === 'voters.division' ? undefined : null) : answer.error);
    if (answer.ok) setDivision(answer.value);
  };
  useEffect(() => {
    void ask('voters.division', {});
  }, []);
  const mayDivide = me.role === 'committee' || me.role === 'regency';
  const places = division?.places ?? [];
  const isDivided = places.length > 0;
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      {isDivided && division !== undefined && division.undivided > 0 && (
        <Notice
          state="warn"
          happened={words(language, 'voters.division.undivided', { voters: division.undivided })}
        />
      )}
      <SearchedTable
        caption={words(language, 'voters.division.places')}
        rows={places}
        keyOf={({ number }) => String(number)}
        searchOf={({ number, description }) => `${placeNumber(number)} ${description?.[language] ?? ''}`}
        empty={words(language, 'voters.division.none')}
        asLines
        columns={[
          { key: 'place', header: 'TPS', cell: ({ number }) => placeNumber(number) },
          {
            key: 'where',
            header: words(language, 'voters.division.where'),
            cell: ({ description }) => description?.[language] ?? '',
          },
          {
            key: 'voters',
            header: words(language, 'voters.count'),
            cell: ({ voters }) => voters,
            numeric: true,
          },
        ]}
      />
      {mayDivide && division !== undefined && (
        <div class="voters__beside">
          {isDivided && (
            <MoveForms
              election={election}
              village={area}
              division={division}
              language={language}
              onMove={(move) => ask('voters.division-move', move)}
            />
          )}
          <DivideForm
            isAgain={isDivided}
            language={language}
            onDivide={(rules) => ask('voters.divide', rules)}
          />
        </div>
      )}
    </>
  );
}

function DivideForm(props: {
  readonly isAgain: boolean;
  readonly language: ScreenProps['language'];
  readonly onDivide: (rules: object) => Promise<void>;
}) {
  const { isAgain, language, onDivide } = props;
  const [cap, setCap] = useState('');
  const [count, setCount] = useState('');
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void onDivide({ votersCap: numberOf(cap), places: numberOf(count) });
      }}
    >
      <h2>{words(language, isAgain ? 'voters.division.again' : 'voters.division.divide')}</h2>
      <Field
        label={words(language, 'voters.division.cap')}
        hint={words(language, 'voters.division.cap.hint')}
        value={cap}
        onInput={setCap}
        inputMode="numeric"
        maxLength={4}
        optional
      />
      <Field
        label={words(language, 'voters.division.count')}
        hint={words(language, 'voters.division.count.hint')}
        value={count}
        onInput={setCount}
        inputMode="numeric"
        maxLength={3}
        optional
      />
      <Button kind={isAgain ? 'plain' : 'primary'} submit>
        {words(language, isAgain ? 'voters.division.again' : 'voters.division.divide')}
      </Button>
    </form>
  );
}
