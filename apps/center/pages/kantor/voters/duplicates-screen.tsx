import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { useOfficeNames } from '../office-names.tsx';
import { DecideForm } from './decide-form.tsx';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { PersonCard } from './person-card.tsx';
import { pairSchema, pairsSchema, type ScreenProps, words } from './voters-wire.ts';

/** People who may be listed twice: the work list, and two of them side by side. */
export function DuplicatesScreen(props: ScreenProps) {
  const [first, second] = props.path;
  return first === undefined || second === undefined ? (
    <Pairs {...props} />
  ) : (
    <OnePair {...props} first={Number(first)} second={Number(second)} />
  );
}

function Pairs({ election, area, language, me, goTo }: ScreenProps) {
  const { areaText } = useOfficeNames();
  const [found, setFound] = useState<z.output<typeof pairsSchema>>();
  const [isAsked, setIsAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const load = async () => {
    const answer = await callAct('voters.duplicates', { election, area }, pairsSchema);
    if (answer.ok) setFound(answer.value);
    else setOutcome(answer.error);
  };
  useEffect(() => {
    void load();
  }, []);
  const mayCompare = me.role !== 'sub-district';
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      {isAsked && <Notice state="info" happened={words(language, 'voters.pairs.finding')} />}
      {(me.role === 'regency' || me.role === 'registrar') && (
        <Button
          kind="primary"
          onPress={async () => {
            const answer = await callAct('voters.duplicates-find', { election }, nothing);
            setOutcome(answer.ok ? undefined : answer.error);
            setIsAsked(answer.ok);
            await load();
          }}
        >
          {words(language, 'voters.pairs.find')}
        </Button>
      )}
      <DataTable
        caption={words(language, 'voters.pairs.list')}
        rows={found?.pairs ?? []}
        keyOf={({ first, second }) => `${first} ${second}`}
        empty={words(language, 'voters.pairs.none')}
        asLines
        columns={[
          {
            key: 'first',
            header: words(language, 'voters.pairs.first'),
            cell: ({ firstName, firstArea }) => `${firstName} · ${areaText(firstArea)}`,
          },
          {
            key: 'second',
            header: words(language, 'voters.pairs.second'),
            cell: ({ secondName, secondArea }) => `${secondName} · ${areaText(secondArea)}`,
          },
          {
            key: 'rank',
            header: words(language, 'voters.pairs.rank'),
            cell: ({ rank }) => (
              <StateBadge
                state={rank === 'same-nik' ? 'bad' : 'warn'}
                word={words(language, `voters.pairs.rank.${rank}`)}
              />
            ),
          },
          ...(mayCompare
            ? [
                {
                  key: 'open',
                  header: words(language, 'voters.pair.compare'),
                  cell: ({ first, second }: { readonly first: number; readonly second: number }) => (
                    <Button kind="quiet" onPress={() => goTo('ganda', String(first), String(second))}>
                      {words(language, 'voters.pair.compare')}
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

function OnePair(props: ScreenProps & { readonly first: number; readonly second: number }) {
  const { election, language, me, goTo, first, second } = props;
  const [pair, setPair] = useState<z.output<typeof pairSchema>>();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    void callAct('voters.pair', { election, first, second }, pairSchema).then((answer) => {
      if (answer.ok) setPair(answer.value);
      else setOutcome(answer.error);
    });
  }, []);
  const decide = async (decision: 'one-person' | 'two-people', kept: number | null, why: string) => {
    const input = { election, first, second, decision, kept, why };
    const answer = await callAct('voters.pair-decide', input, nothing);
    setOutcome(answer.ok ? null : answer.error);
    if (answer.ok && pair !== undefined) setPair({ ...pair, decision });
  };
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.decide.done" />
      {pair !== undefined && (
        <>
          <div class="voters__beside">
            <PersonCard
              title={words(language, 'voters.pairs.first')}
              person={pair.first}
              language={language}
            />
            <PersonCard
              title={words(language, 'voters.pairs.second')}
              person={pair.second}
              language={language}
            />
          </div>
          <DataTable
            caption={words(language, 'voters.pair.likeness')}
            rows={pair.lines}
            keyOf={({ part }) => part}
            asLines
            columns={[
              {
                key: 'what',
                header: words(language, 'voters.pair.likeness'),
                cell: ({ sentence }) => sentence[language],
              },
              {
                key: 'speaks',
                header: words(language, 'voters.pairs.rank'),
                cell: ({ speaks }) => (
                  <StateBadge
                    state={speaks === 'for' ? 'active' : 'idle'}
                    word={words(language, `voters.pair.${speaks}`)}
                  />
                ),
              },
            ]}
          />
          {pair.decision === null && me.role !== 'auditor' && (
            <DecideForm
              language={language}
              decisions={[
                {
                  word: words(language, 'voters.pair.keepFirst'),
                  decide: (why) => decide('one-person', first, why),
                },
                {
                  word: words(language, 'voters.pair.keepSecond'),
                  decide: (why) => decide('one-person', second, why),
                },
                {
                  word: words(language, 'voters.pair.two'),
                  decide: (why) => decide('two-people', null, why),
                },
              ]}
            />
          )}
        </>
      )}
      <Button kind="quiet" onPress={() => goTo('ganda')}>
        {words(language, 'voters.back')}
      </Button>
    </>
  );
}
