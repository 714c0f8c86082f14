import { Figure, Figures } from '@bilik/ui/figure';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { day } from '../civil-day.ts';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { ElectionChoice, useElections } from '../set-up/elections.tsx';
import { type Refused, RefusedNotice } from '../set-up/refused.tsx';
import { type Villages, villagesSchema, words } from './calendar-wire.ts';
import { VillageCalendar } from './village-calendar.tsx';

/** All villages by lateness: `#/kalender`; one of them: `#/kalender/VILLAGE/ELECTION`, of the chosen election where none is named. */
export function CalendarRoom({ me, language: code, path }: RoomProps) {
  const language = standardLanguage(code);
  const from = useElections();
  const [village, named] = path;
  if (village !== undefined) {
    return (
      <>
        <p>
          <a href={addressOf(['kalender'])}>{words(language, 'calendar.back')}</a>
        </p>
        {from.election !== undefined && (
          <VillageCalendar
            key={`${village} ${named}`}
            election={named ?? from.election.id}
            village={village}
            me={me}
            language={language}
          />
        )}
        <RefusedNotice error={from.refused} language={language} />
      </>
    );
  }
  return (
    <>
      <ElectionChoice language={language} from={from} />
      {from.election !== undefined && (
        <VillageList key={from.election.id} election={from.election.id} language={language} />
      )}
    </>
  );
}

function VillageList({ election, language }: { readonly election: string; readonly language: 'id' | 'en' }) {
  const [shown, setShown] = useState<Villages>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    void callAct('calendar.villages', { election }, villagesSchema).then((answer) => {
      if (answer.ok) setShown(answer.value);
      setRefused(answer.ok ? undefined : answer.error);
    });
  }, [election]);
  if (shown === undefined) return <RefusedNotice error={refused} language={language} />;
  const inEvent = shown.villages.filter(({ left }) => left === null);
  return (
    <>
      <Figures>
        <Figure label={words(language, 'calendar.summary.villages')} value={inEvent.length} />
        <Figure
          label={words(language, 'calendar.summary.late')}
          value={inEvent.filter(({ lateDays }) => lateDays > 0).length}
        />
        <Figure
          label={words(language, 'calendar.summary.noRoom')}
          value={inEvent.filter(({ noRoom }) => noRoom !== null).length}
        />
      </Figures>
      <SearchedTable
        caption={words(language, 'calendar.list', { today: day(language, shown.today) })}
        columns={[
          {
            key: 'village',
            header: words(language, 'calendar.village'),
            cell: ({ code, name }) => <a href={addressOf(['kalender', code, election])}>{name}</a>,
          },
          {
            key: 'state',
            header: words(language, 'calendar.state'),
            cell: ({ lateDays, noRoom, left }) =>
              left === null ? (
                <Lateness {...{ lateDays, noRoom, language }} />
              ) : (
                <StateBadge state="idle" word={words(language, 'calendar.left.badge')} />
              ),
          },
          {
            key: 'now',
            header: words(language, 'calendar.now'),
            cell: ({ current }) => current?.name[language] ?? words(language, 'calendar.allDone'),
          },
          {
            key: 'due',
            header: words(language, 'calendar.due'),
            cell: ({ current }) => (current === null ? '' : day(language, current.due)),
          },
          {
            key: 'done',
            header: words(language, 'calendar.progress'),
            cell: ({ done, of }) => words(language, 'calendar.progress.of', { done, of }),
          },
          {
            key: 'voting',
            header: words(language, 'calendar.voting'),
            cell: ({ votingDate }) => day(language, votingDate),
          },
        ]}
        rows={shown.villages}
        keyOf={({ code }) => code}
        searchOf={({ code, name, current }) => `${name} ${code} ${current?.name[language] ?? ''}`}
        empty={words(language, 'calendar.none')}
        asLines
      />
    </>
  );
}

function Lateness(props: {
  readonly lateDays: number;
  readonly noRoom: Villages['villages'][number]['noRoom'];
  readonly language: 'id' | 'en';
}) {
  const { lateDays, noRoom, language } = props;
  if (noRoom !== null) return <StateBadge state="bad" word={words(language, 'calendar.noRoom')} />;
  return lateDays > 0 ? (
    <StateBadge state="warn" word={words(language, 'calendar.late', { days: lateDays })} />
  ) : (
    <StateBadge state="good" word={words(language, 'calendar.inTime')} />
  );
}
