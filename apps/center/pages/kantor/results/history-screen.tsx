import { type Column, DataTable } from '@bilik/ui/data-table';
import { formatDateAndTime, formatNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { useOfficeNames } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import { type History, historySchema, words } from './results-wire.ts';

type Change = History['changes'][number];

/** Every version of a polling place's figures, the newest first, each with where it comes from. */
export function HistoryScreen(props: {
  readonly language: Language;
  readonly election: string;
  readonly contest: string;
  readonly place: string;
  /** Where one comes from, as parts of the address. */
  readonly back: readonly string[];
}) {
  const { language, election, contest, place, back } = props;
  const { placeText } = useOfficeNames();
  const [history, setHistory] = useState<History>();
  useEffect(() => {
    void callAct('tabulation.history', { election, place }, historySchema).then((answer) => {
      if (answer.ok) setHistory(answer.value);
    });
  }, [election, place]);
  const mine = history?.changes.filter((version) => version.contest === contest).toReversed() ?? [];
  return (
    <>
      <p>
        <a href={addressOf(back)}>{words(language, 'common.back')}</a>
      </p>
      {history !== undefined && (
        <DataTable
          caption={words(language, 'results.history.of', { place: placeText(place) })}
          columns={columnsOf(language, election, contest, history)}
          rows={mine}
          keyOf={({ number }) => String(number)}
          empty={words(language, 'results.awaited')}
          asLines
        />
      )}
    </>
  );
}

/** Votes by the names that stand on the ballot, in its order; what it does not name comes last, by its key. */
function votesText(
  language: Language,
  votes: Change['votes'],
  options: History['contests'][number]['options'],
): string {
  const order = [...new Set([...options.map(({ key }) => key), ...Object.keys(votes)])];
  return order
    .flatMap((key) => {
      const count = votes[key];
      if (count === undefined) return [];
      const option = options.find((one) => one.key === key);
      const name =
        key === 'blank' || key === 'empty'
          ? words(language, `results.option.${key}`)
          : option === undefined
            ? key
            : `${option.number === null ? '' : `${option.number}. `}${option.name}`;
      return [`${name}: ${formatNumber(language, count)}`];
    })
    .join(' · ');
}

function columnsOf(
  language: Language,
  election: string,
  contest: string,
  { contests, zone }: History,
): [Column<Change>, ...Column<Change>[]] {
  const options = contests.find(({ id }) => id === contest)?.options ?? [];
  return [
    {
      key: 'at',
      header: words(language, 'results.history.at'),
      cell: ({ at }) => formatDateAndTime(language, new Date(at), zone ?? 'WIB'),
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
      cell: ({ votes, withdrawn, invalid, users }) =>
        withdrawn ? (
          words(language, 'results.history.withdrawn')
        ) : (
          <>
            {votesText(language, votes, options)}
            <br />
            {`${words(language, 'results.invalid')}: ${formatNumber(language, invalid)} · ${words(language, 'results.users')}: ${formatNumber(language, users)}`}
          </>
        ),
    },
    { key: 'reason', header: words(language, 'results.history.reason'), cell: ({ reason }) => reason ?? '' },
  ];
}
