import { DataTable } from '@bilik/ui/data-table';
import { formatNumber } from '@bilik/words/format';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import { type ScreenProps, statisticsSchema, words } from './voters-wire.ts';

const SAID_KEYS = ['none', 'first-time', 'voted-before'] as const;
const MARITAL_KEYS = ['B', 'S', 'P'] as const;
const REASON_KEYS = ['dead', 'moved', 'under-age', 'military-or-police', 'not-resident'] as const;

/** The figures of an area's list. */
export function StatisticsScreen({ election, area, language }: ScreenProps) {
  const [shown, setShown] = useState<z.output<typeof statisticsSchema>>();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    void callAct('voters.statistics', { election, area }, statisticsSchema).then((answer) => {
      if (answer.ok) setShown(answer.value);
      else setOutcome(answer.error);
    });
  }, []);
  const figure = (count: number | null) => count ?? words(language, 'voters.statistics.hidden');
  const keyWord = (key: string): string => {
    if (key === '0-20') return words(language, 'voters.statistics.key.until20');
    const said = SAID_KEYS.find((known) => known === key);
    if (said !== undefined) return words(language, `voters.statistics.key.${said}`);
    const marital = MARITAL_KEYS.find((known) => known === key);
    if (marital !== undefined) return words(language, `voters.person.marital.${marital}`);
    const reason = REASON_KEYS.find((known) => known === key);
    return reason === undefined ? key : words(language, `voters.propose.reason.${reason}`);
  };
  if (shown === undefined) {
    return <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />;
  }
  const { L, P } = shown.eligible;
  return (
    <>
      <h2>
        {words(language, 'voters.statistics.eligible')}: {formatNumber(language, L + P)} (L{' '}
        {formatNumber(language, L)} · P {formatNumber(language, P)})
      </h2>
      {shown.tables.some(({ hiddenRows }) => hiddenRows > 0) && (
        <p>{words(language, 'voters.statistics.hidden.about')}</p>
      )}
      <div class="voters__beside">
        {shown.tables.map(({ name, rows }) => (
          <DataTable
            key={name}
            caption={words(language, `voters.statistics.table.${name}`)}
            rows={rows.filter(({ all }) => all !== 0)}
            keyOf={({ key }) => key}
            columns={[
              {
                key: 'group',
                header: words(language, 'voters.statistics.group'),
                cell: ({ key }) => keyWord(key),
              },
              {
                key: 'L',
                header: words(language, 'voters.statistics.men'),
                cell: (row) => figure(row.L),
                numeric: true,
              },
              {
                key: 'P',
                header: words(language, 'voters.statistics.women'),
                cell: (row) => figure(row.P),
                numeric: true,
              },
              {
                key: 'all',
                header: words(language, 'voters.statistics.all'),
                cell: (row) => figure(row.all),
                numeric: true,
              },
            ]}
          />
        ))}
      </div>
    </>
  );
}
