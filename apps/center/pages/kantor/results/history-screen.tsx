import { type Column, DataTable } from '@bilik/ui/data-table';
import { formatDateAndTime, formatNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import { type History, historySchema, words } from './results-wire.ts';

/** Every version of a polling place's figures, the newest first, each with where it comes from. */
export function HistoryScreen(props: {
  readonly language: Language;
  readonly election: string;
  readonly contest: string;
  readonly area: string;
  readonly place: string;
}) {
  const { language, election, contest, area, place } = props;
  const [versions, setVersions] = useState<History>([]);
  useEffect(() => {
    void callAct('tabulation.history', { election, place }, historySchema).then((answer) => {
      if (answer.ok) setVersions(answer.value.toReversed());
    });
  }, [election, place]);
  const mine = versions.filter((version) => version.contest === contest);
  return (
    <>
      <p>
        <a href={addressOf(['hasil', election, contest, area])}>{words(language, 'common.back')}</a>
      </p>
      <DataTable
        caption={words(language, 'results.history.of', { place })}
        columns={columnsOf(language, election)}
        rows={mine}
        keyOf={({ number }) => String(number)}
        empty={words(language, 'results.awaited')}
      />
    </>
  );
}

function columnsOf(
  language: Language,
  election: string,
): [Column<History[number]>, ...Column<History[number]>[]] {
  return [
    {
      key: 'at',
      header: words(language, 'results.history.at'),
      cell: ({ at }) => formatDateAndTime(language, new Date(at), 'WIB'),
    },
    {
      key: 'from',
      header: words(language, 'results.history.from'),
      cell: ({ source_kind, source, part }) => (
        <>
          {part !== 'whole' && `${words(language, `results.part.${part}`)} `}
          {source_kind === 'record' && (
            <a href={paperAddress('intake.file', { delivery: source, file: 0 })}>
              {words(language, 'results.record')}
            </a>
          )}
          {source_kind === 'sheet' && (
            <a href={addressOf(['lembar', election, source.split('/')[0] ?? ''])}>
              {words(language, 'results.source.sheet')}
            </a>
          )}
        </>
      ),
    },
    {
      key: 'votes',
      header: words(language, 'results.votes'),
      cell: ({ votes, withdrawn }) =>
        withdrawn
          ? words(language, 'results.history.withdrawn')
          : Object.entries(votes)
              .map(([key, count]) => `${key}: ${formatNumber(language, count)}`)
              .join(' · '),
    },
    {
      key: 'invalid',
      header: words(language, 'results.invalid'),
      cell: ({ invalid }) => invalid,
      numeric: true,
    },
    { key: 'users', header: words(language, 'results.users'), cell: ({ users }) => users, numeric: true },
    { key: 'reason', header: words(language, 'results.history.reason'), cell: ({ reason }) => reason ?? '' },
  ];
}
