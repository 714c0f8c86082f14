import type { explainCall } from '@bilik/ui/call';
import type { Column } from '@bilik/ui/data-table';
import { Figure, Figures } from '@bilik/ui/figure';
import { Notice } from '@bilik/ui/notice';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { SearchedTable } from '@bilik/ui/searched-table';
import { formatNumber, formatPercent, placeNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren } from 'preact';
import { addressOf } from '../office-page.tsx';
import { officeWords } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import { type AreaLine, type AreaView, words } from './results-wire.ts';

export interface AreaScreenProps {
  readonly language: Language;
  readonly me: RoomProps['me'];
  /** Where it stands in the address: `['hasil', ELECTION, CONTEST]`; behind it come area and place. */
  readonly address: readonly string[];
  readonly area: string;
  readonly view: AreaView;
  /** Why the figures stand still, where they do: whoever looks believes them otherwise. */
  readonly stale: ReturnType<typeof explainCall> | undefined;
  /** Whether the versions of a polling place may be read by this person. */
  readonly hasVersions: boolean;
  /** Between the sums and what is below. */
  readonly children?: ComponentChildren;
}

type Place = AreaView['placesHere'][number];

/** The sums of one area with what they cover, the way up and down; of a village its polling places and its result. */
export function AreaScreen(props: AreaScreenProps) {
  const { language, me, view } = props;
  const { own, below, placesHere } = view;
  const to = (...more: readonly string[]) => addressOf([...props.address, ...more]);
  const isMine = (code: string) => code === me.area || code.startsWith(`${me.area}.`);
  return (
    <>
      {props.stale !== undefined && (
        <Notice
          state="bad"
          happened={`${words(language, 'results.old')} ${officeWords(language, props.stale)}`}
        />
      )}
      <nav class="results__way">
        {view.above.map(({ area, name }) =>
          isMine(area) ? (
            <a key={area} href={to(area)}>
              {name}
            </a>
          ) : (
            <span key={area}>{name}</span>
          ),
        )}
        <strong>{own?.name}</strong>
      </nav>
      {own !== null && <Sums language={language} line={own} />}
      {props.children}
      {below.length > 0 && (
        <SearchedTable
          caption={words(language, 'results.below')}
          columns={lineColumns(language, to)}
          rows={below}
          keyOf={({ area }) => area}
          searchOf={({ area, name }) => `${name} ${area}`}
          asLines
        />
      )}
      {placesHere.length > 0 && (
        <SearchedTable
          caption={words(language, 'results.places')}
          columns={placeColumns(language, props.hasVersions ? (place) => to(props.area, place) : undefined)}
          rows={placesHere}
          keyOf={({ place }) => place}
          searchOf={({ place }) => place}
          asLines
        />
      )}
    </>
  );
}

function Sums({ language, line }: { readonly language: Language; readonly line: AreaLine }) {
  return (
    <>
      <ProgressBar
        label={`${words(language, 'results.coverage.label')}: ${words(language, 'results.coverage', {
          given: line.places,
          expected: line.expected,
        })}`}
        done={line.places}
        total={line.expected}
      />
      <Figures>
        <Figure
          label={words(language, 'results.turnout')}
          value={formatPercent(language, line.users, line.registered)}
          note={words(language, 'results.turnout.note', {
            registered: formatNumber(language, line.registered),
            given: line.places,
            expected: line.expected,
          })}
        />
        <Figure
          label={words(language, 'results.users')}
          value={line.users}
          note={words(language, 'results.registered.note', {
            registered: formatNumber(language, line.registeredInAll),
          })}
        />
        <Figure label={words(language, 'results.valid')} value={line.valid} />
        <Figure label={words(language, 'results.invalid')} value={line.invalid} />
      </Figures>
    </>
  );
}

function lineColumns(
  language: Language,
  to: (area: string) => string,
): [Column<AreaLine>, ...Column<AreaLine>[]] {
  return [
    {
      key: 'area',
      header: words(language, 'results.area'),
      cell: ({ area, name }) => <a href={to(area)}>{name}</a>,
    },
    {
      key: 'coverage',
      header: words(language, 'results.coverage.label'),
      cell: ({ places, expected }) => words(language, 'results.coverage', { given: places, expected }),
    },
    {
      key: 'turnout',
      header: words(language, 'results.turnout.column'),
      cell: (line) => formatPercent(language, line.users, line.registered),
      numeric: true,
    },
    { key: 'users', header: words(language, 'results.users'), cell: ({ users }) => users, numeric: true },
    { key: 'valid', header: words(language, 'results.valid'), cell: ({ valid }) => valid, numeric: true },
    {
      key: 'invalid',
      header: words(language, 'results.invalid'),
      cell: ({ invalid }) => invalid,
      numeric: true,
    },
  ];
}

function placeColumns(
  language: Language,
  to: ((place: string) => string) | undefined,
): [Column<Place>, ...Column<Place>[]] {
  const sum = (parts: Place['parts'], field: 'users' | 'valid' | 'invalid') =>
    parts.length === 0 ? '' : parts.reduce((total, part) => total + part[field], 0);
  return [
    {
      key: 'place',
      header: words(language, 'results.places'),
      cell: ({ place, number }) => {
        const name = words(language, 'results.place', { number: placeNumber(number) });
        return to === undefined ? name : <a href={to(place)}>{name}</a>;
      },
    },
    {
      key: 'mode',
      header: words(language, 'results.mode'),
      cell: ({ mode }) => words(language, `results.mode.${mode}`),
    },
    {
      key: 'users',
      header: words(language, 'results.users'),
      cell: ({ parts }) => sum(parts, 'users'),
      numeric: true,
    },
    {
      key: 'valid',
      header: words(language, 'results.valid'),
      cell: ({ parts }) => sum(parts, 'valid'),
      numeric: true,
    },
    {
      key: 'invalid',
      header: words(language, 'results.invalid'),
      cell: ({ parts }) => sum(parts, 'invalid'),
      numeric: true,
    },
    {
      key: 'source',
      header: words(language, 'results.history.from'),
      cell: ({ parts }) =>
        parts.length === 0
          ? words(language, 'results.awaited')
          : parts
              .map(({ part, source_kind }) =>
                part === 'whole'
                  ? words(language, `results.source.${source_kind}`)
                  : `${words(language, `results.part.${part}`)}: ${words(language, `results.source.${source_kind}`)}`,
              )
              .join(', '),
    },
  ];
}
