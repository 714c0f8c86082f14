import { Button, ButtonRow } from '@bilik/ui/button';
import { SearchedTable } from '@bilik/ui/searched-table';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useState } from 'preact/hooks';
import { VILLAGE_STANDINGS } from '../../../src/candidates/village-standing.ts';
import { callAct } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import { type Refused, RefusedNotice } from '../set-up/refused.tsx';
import { type VillageLine, villagesSchema, words } from './candidates-wire.ts';

const TONE: Readonly<Record<VillageLine['standing'], State>> = {
  none: 'idle',
  registering: 'active',
  'too-few': 'bad',
  'too-many': 'warn',
  researched: 'waiting',
  ready: 'info',
  determined: 'active',
  drawn: 'active',
  signed: 'good',
  left: 'idle',
};

/** All villages with where their candidates are; one state of them at a button. */
export function VillageChoice({
  election,
  language,
}: {
  readonly election: string;
  readonly language: 'id' | 'en';
}) {
  const [villages, setVillages] = useState<readonly VillageLine[]>();
  const [refused, setRefused] = useState<Refused>();
  const [only, setOnly] = useState<VillageLine['standing']>();
  useEffect(() => {
    void callAct('candidates.villages', { election }, villagesSchema).then((answer) => {
      if (answer.ok) setVillages(answer.value.villages);
      setRefused(answer.ok ? undefined : answer.error);
    });
  }, [election]);
  if (villages === undefined) return <RefusedNotice error={refused} language={language} />;
  const states = VILLAGE_STANDINGS.map((standing) => ({
    standing,
    count: villages.filter((village) => village.standing === standing).length,
  })).filter(({ count }) => count > 0);
  const shown = villages.filter(({ standing }) => only === undefined || standing === only);
  const title = words(language, 'candidates.choose');
  return (
    <div class="stack">
      {states.length > 1 && (
        <section class="stack" aria-label={words(language, 'candidates.filter')}>
          <ButtonRow>
            <Button kind="quiet" onPress={() => setOnly(undefined)}>
              {words(language, 'candidates.filter.all', { count: villages.length })}
            </Button>
            {states.map(({ standing, count }) => (
              <Button key={standing} kind="quiet" onPress={() => setOnly(standing)}>
                {words(language, 'candidates.filter.one', {
                  state: words(language, `candidates.standing.${standing}`),
                  count,
                })}
              </Button>
            ))}
          </ButtonRow>
        </section>
      )}
      <SearchedTable
        key={only ?? 'all'}
        caption={only === undefined ? title : `${title} · ${words(language, `candidates.standing.${only}`)}`}
        columns={[
          {
            key: 'name',
            header: words(language, 'candidates.village'),
            cell: ({ code, name }) => <a href={addressOf(['calon', code])}>{name}</a>,
          },
          {
            key: 'state',
            header: words(language, 'candidates.standing'),
            cell: ({ standing }) => (
              <StateBadge state={TONE[standing]} word={words(language, `candidates.standing.${standing}`)} />
            ),
          },
          {
            key: 'candidates',
            header: words(language, 'candidates.count'),
            cell: ({ candidates }) => candidates,
            numeric: true,
          },
          { key: 'code', header: 'Kemendagri', cell: ({ code }) => code },
        ]}
        rows={shown}
        keyOf={({ code }) => code}
        searchOf={({ code, name }) => `${name} ${code}`}
        asLines
      />
    </div>
  );
}
