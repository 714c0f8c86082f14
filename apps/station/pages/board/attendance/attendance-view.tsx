import { Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { DataTable } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useLive } from '@bilik/ui/live';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readCount } from '../closing/count-text.ts';
import { MobileGroups } from '../mobile/mobile-groups.tsx';
import { AdmitForm } from './admit-form.tsx';
import { type Attendance, askAttendance, tellQueue } from './attendance-answers.ts';
import { ExtendForm } from './extend-form.tsx';

/** Who has come, how long the queue still takes, and who is served after the closing hour. */
export function AttendanceView({ phase, people }: Pick<BoardAnswer, 'phase' | 'people'>) {
  const say = useBoardWords();
  const live = useLive(asDevice('/api/live'), askAttendance);
  const attendance = live.value;
  if (attendance === undefined) return <p class="soft">{say('common.loading')}</p>;
  return (
    <div class="beside">
      <div class="stack">
        <ByAge rows={attendance.rows} />
        <p>{say('board.attendance.helped', { count: attendance.helped })}</p>
        <section class="sheet stack stack--tight">
          <h2>{say('board.lists')}</h2>
          <p>
            <a href={asDevice('/papers/daftar-hadir-kosong.pdf')} target="_blank" rel="noreferrer">
              {say('board.lists.before')}
            </a>
          </p>
          <p>
            <a href={asDevice('/papers/daftar-hadir.pdf')} target="_blank" rel="noreferrer">
              {say('board.lists.after')}
            </a>
          </p>
          <p>
            <a href={asDevice('/papers/pernyataan-pendamping.pdf')} target="_blank" rel="noreferrer">
              {say('board.lists.helper')}
            </a>
          </p>
          <p class="soft">{say('board.lists.means')}</p>
        </section>
        <MobileGroups phase={phase} people={people} />
      </div>
      <div class="stack">
        <Queue queue={attendance.queue} onCounted={live.refresh} />
        <AdmitForm attendance={attendance} people={people} onDone={live.refresh} />
        <ExtendForm attendance={attendance} people={people} onDone={live.refresh} />
      </div>
    </div>
  );
}

function ByAge({ rows }: Pick<Attendance, 'rows'>) {
  const say = useBoardWords();
  const sum = (of: (row: Attendance['rows'][number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return (
    <DataTable
      caption={say('board.attendance.table')}
      columns={[
        {
          key: 'age',
          header: say('board.attendance.age'),
          cell: ({ group }) => say(`board.attendance.${group}`),
        },
        { key: 'men', header: say('board.attendance.men'), numeric: true, cell: ({ present }) => present.L },
        {
          key: 'women',
          header: say('board.attendance.women'),
          numeric: true,
          cell: ({ present }) => present.P,
        },
        {
          key: 'all',
          header: say('board.attendance.all'),
          numeric: true,
          cell: ({ present }) => present.L + present.P,
        },
        {
          key: 'listed',
          header: say('board.attendance.listed'),
          numeric: true,
          cell: ({ listed }) => listed.L + listed.P,
        },
      ]}
      rows={rows}
      keyOf={({ group }) => group}
      total={[
        say('board.attendance.total'),
        sum(({ present }) => present.L),
        sum(({ present }) => present.P),
        sum(({ present }) => present.L + present.P),
        sum(({ listed }) => listed.L + listed.P),
      ]}
    />
  );
}

function Queue({ queue, onCounted }: Pick<Attendance, 'queue'> & { readonly onCounted: () => void }) {
  const say = useBoardWords();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const { waiting, estimate } = queue;
  const note = async () => {
    const count = readCount(typed);
    if (count === null) return setError(say('form.notANumber'));
    const told = await tellQueue(count);
    if (!told.ok) return setError(say('parts.call.noConnection'));
    setTyped('');
    onCounted();
  };
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.queue')}</h2>
      {waiting !== null && <p class="big">{say('board.queue.waiting', { count: waiting })}</p>}
      {estimate !== null && (
        <p>
          {say('board.queue.estimate', {
            minutes: estimate.waitMinutes,
            ends: clockTime(language, estimate.endsAt),
            pace: estimate.perHour,
          })}
        </p>
      )}
      {waiting !== null && estimate === null && <p class="soft">{say('board.queue.noPace')}</p>}
      <Field
        label={say('board.queue.howMany')}
        hint={say('board.queue.hint')}
        value={typed}
        inputMode="numeric"
        maxLength={4}
        onInput={(value) => {
          setTyped(value);
          setError(undefined);
        }}
        error={error}
      />
      <div>
        <Button onPress={note}>{say('board.queue.note')}</Button>
      </div>
    </section>
  );
}
