import { CopyLine } from '@bilik/ui/copy-line';
import { DataTable } from '@bilik/ui/data-table';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { AreaName, PlaceName } from '../office-names.tsx';
import { PersonName } from '../person-name.tsx';
import { type LeftOut as LeftOutRow, type Shown, words } from './publish-wire.ts';
import { momentOf } from './published-now.tsx';

interface ShownProps {
  readonly language: Language;
  readonly shown: Shown;
}

/** Everything that was published and decided, and by what a stranger compares. */
export function PublishedHistory(props: ShownProps) {
  const { language, shown } = props;
  return (
    <>
      <LeftOut {...props} />
      <Checkpoint {...props} />
      <DataTable
        caption={words(language, 'publish.list')}
        columns={[
          { key: 'number', header: words(language, 'publish.list.number'), cell: ({ number }) => number },
          { key: 'at', header: words(language, 'publish.list.at'), cell: ({ at }) => momentOf(props, at) },
          {
            key: 'state',
            header: words(language, 'publish.list.state'),
            cell: ({ state }) => (
              <StateBadge
                state={state === 'published' ? 'good' : 'waiting'}
                word={words(language, `publish.list.state.${state}`)}
              />
            ),
          },
          {
            key: 'leftOut',
            header: words(language, 'publish.list.leftOut'),
            cell: ({ left_out }) => words(language, 'publish.list.leftOut.count', { count: left_out.length }),
          },
          {
            key: 'hash',
            header: words(language, 'publish.list.hash'),
            cell: ({ snapshot }) => <code>{snapshot.slice(0, 16)}</code>,
          },
        ]}
        rows={shown.publications}
        keyOf={({ number }) => String(number)}
        empty={words(language, 'publish.list.empty')}
        asLines
      />
      {shown.decisions.length > 0 && (
        <DataTable
          caption={words(language, 'publish.decisions')}
          columns={[
            {
              key: 'what',
              header: words(language, 'publish.decisions.what'),
              cell: ({ is_open }) =>
                words(language, is_open ? 'publish.decisions.opened' : 'publish.decisions.paused'),
            },
            { key: 'reason', header: words(language, 'publish.reason'), cell: ({ reason }) => reason },
            {
              key: 'at',
              header: words(language, 'publish.decisions.at'),
              cell: ({ at }) => momentOf(props, at),
            },
            {
              key: 'who',
              header: words(language, 'publish.decisions.who'),
              cell: ({ person }) => <PersonName person={person} />,
            },
          ]}
          rows={shown.decisions}
          keyOf={({ number }) => String(number)}
          asLines
        />
      )}
    </>
  );
}

/** Polling places and villages that cannot be published as they are. */
function LeftOut({ language, shown }: ShownProps) {
  const rows = shown.publications[0]?.left_out ?? [];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={words(language, 'publish.leftOut')}
      columns={[
        {
          key: 'where',
          header: words(language, 'publish.leftOut.place'),
          cell: (one) => ('place' in one ? <PlaceName place={one.place} /> : <AreaName area={one.village} />),
        },
        {
          key: 'public',
          header: words(language, 'publish.leftOut.public'),
          cell: (one) => words(language, `publish.leftOut.public.${publicStateOf(one)}`),
        },
        {
          key: 'why',
          header: words(language, 'publish.leftOut.why'),
          cell: ({ why }) => words(language, `publish.leftOut.${why}`),
        },
        {
          key: 'toDo',
          header: words(language, 'publish.leftOut.toDo'),
          cell: ({ why }) => words(language, `publish.leftOut.${why}.toDo`),
        },
      ]}
      rows={rows}
      keyOf={(one) => `${whereOf(one)} ${one.why}`}
      asLines
    />
  );
}

const whereOf = (one: LeftOutRow): string => ('place' in one ? one.place : one.village);

/** Published although it is not as the office has it. */
const SHOWN: readonly LeftOutRow['why'][] = ['photo-of-before', 'name-of-place', 'voters-of-before'];

/** What the public sees of it. */
function publicStateOf(one: LeftOutRow): 'shown' | 'out' | 'stays' {
  if ('place' in one) return SHOWN.includes(one.why) ? 'shown' : 'out';
  return one.stays ? 'stays' : 'out';
}

/** What is read to whoever asks whether they see the same site. */
function Checkpoint(props: ShownProps) {
  const { language, shown } = props;
  if (shown.site.type !== 'read') return null;
  const { root, witnesses } = shown.site.log;
  return (
    <details class="sheet">
      <summary>{words(language, 'publish.checkpoint')}</summary>
      <div class="stack">
        <p>{words(language, 'publish.checkpoint.explained')}</p>
        <CopyLine label={words(language, 'publish.checkpoint.root')} value={root} groupSize={4} />
        <ul>
          {witnesses.map(({ name, cosignedAt }) => (
            <li key={name}>
              {cosignedAt === null
                ? words(language, 'publish.checkpoint.notCosigned', { name })
                : words(language, 'publish.checkpoint.cosigned', { name, time: momentOf(props, cosignedAt) })}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
