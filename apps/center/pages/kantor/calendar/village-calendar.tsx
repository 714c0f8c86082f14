import { lawText } from '@bilik/election/law-text';
import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { day, withDays } from '../civil-day.ts';
import { type Me, nothing } from '../me.ts';
import { type Refused, RefusedNotice } from '../set-up/refused.tsx';
import { type Stage, type Village, villageSchema, words } from './calendar-wire.ts';
import { RegencyDecisions } from './regency-decisions.tsx';

const STATES: Readonly<Record<Stage['state'], State>> = {
  done: 'good',
  'done-late': 'info',
  late: 'bad',
  running: 'active',
  waiting: 'waiting',
};

/** One village's stages in their order; what is done is noted here, and what the regency decides. */
export function VillageCalendar(props: {
  readonly election: string;
  readonly village: string;
  readonly me: Me;
  readonly language: 'id' | 'en';
}) {
  const { election, me, language } = props;
  const [village, setVillage] = useState<Village>();
  const [refused, setRefused] = useState<Refused>();
  const [happened, setHappened] = useState<string>();
  const [open, setOpen] = useState<string>();
  const load = async () => {
    const answer = await callAct('calendar.village', { election, village: props.village }, villageSchema);
    if (answer.ok) setVillage(answer.value);
    else setRefused(answer.error);
  };
  useEffect(() => {
    void load();
  }, [election]);
  const carryOut = async (act: 'calendar.note' | 'calendar.decide', fact: object, sentence: string) => {
    const answer = await callAct(act, { election, village: props.village, fact }, nothing);
    setRefused(answer.ok ? undefined : answer.error);
    setHappened(answer.ok ? sentence : undefined);
    if (answer.ok) setOpen(undefined);
    await load();
  };
  if (village === undefined) return <RefusedNotice error={refused} language={language} />;
  const isIn = village.left === null;
  const mayNote = isIn && ['regency', 'sub-district', 'committee'].includes(me.role);
  const stage = village.stages.find(({ id }) => id === open);
  return (
    <>
      <h2>{village.name}</h2>
      <p>
        {words(language, 'calendar.wave', { wave: village.wave, date: day(language, village.votingDate) })}
      </p>
      {village.postponements.map(({ fromWave, toWave, decidedOn, reason }) => (
        <p key={decidedOn}>
          {words(language, 'calendar.postponed.before', {
            ...{ from: fromWave, to: toWave, date: day(language, decidedOn), reason },
          })}
        </p>
      ))}
      {village.left !== null && (
        <Notice
          state="info"
          happened={words(language, 'calendar.left.before', {
            ...{ date: day(language, village.left.decidedOn), reason: village.left.reason },
          })}
        />
      )}
      {village.noRoom !== null && village.left === null && (
        <Notice state="bad" happened={withDays(language, village.noRoom[language])} />
      )}
      {happened !== undefined && <Notice state="good" happened={happened} />}
      <RefusedNotice error={refused} language={language} />
      {stage !== undefined && (
        <StageForm
          key={stage.id}
          {...{ stage, language, today: village.today }}
          onDone={(doneOn) =>
            carryOut(
              'calendar.note',
              { type: 'stage-done', stage: stage.id, doneOn, note: null },
              words(language, 'calendar.noted', { stage: stage.name[language] }),
            )
          }
          onTakeBack={(reason) =>
            carryOut(
              'calendar.note',
              { type: 'stage-not-done', stage: stage.id, reason },
              words(language, 'calendar.takenBack', { stage: stage.name[language] }),
            )
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      <DataTable
        caption={words(language, 'calendar.stages')}
        columns={[
          {
            key: 'stage',
            header: words(language, 'calendar.stage'),
            cell: ({ name, basis }) => (
              <span title={lawText(basis, language)}>
                <strong>{name[language]}</strong>
              </span>
            ),
          },
          {
            key: 'owner',
            header: words(language, 'calendar.owner'),
            cell: ({ owner }) => words(language, `calendar.owner.${owner}`),
          },
          {
            key: 'begins',
            header: words(language, 'calendar.begins'),
            cell: ({ begins }) => day(language, begins),
          },
          { key: 'due', header: words(language, 'calendar.due'), cell: ({ due }) => day(language, due) },
          {
            key: 'state',
            header: words(language, 'calendar.state'),
            cell: (row) => <StateBadge state={STATES[row.state]} word={stateWord(language, row)} />,
          },
          ...(mayNote
            ? [
                {
                  key: 'note',
                  header: words(language, 'calendar.note'),
                  cell: (row: Stage) =>
                    row.doneOn !== null || row.waitsFor.length === 0 ? (
                      <Button kind="quiet" onPress={() => setOpen(row.id)}>
                        {words(language, row.doneOn === null ? 'calendar.note' : 'calendar.takeBack')}
                        <span class="unseen">: {row.name[language]}</span>
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
        rows={village.stages}
        keyOf={({ id }) => id}
        asLines
      />
      {isIn && me.role === 'regency' && (
        <RegencyDecisions
          {...{ village, language }}
          onDecide={(fact, sentence) => carryOut('calendar.decide', fact, sentence)}
        />
      )}
    </>
  );
}

function stateWord(language: 'id' | 'en', { state, doneOn, lateDays }: Stage): string {
  const date = day(language, doneOn ?? '');
  switch (state) {
    case 'done':
      return words(language, 'calendar.stage.done', { date });
    case 'done-late':
      return words(language, 'calendar.stage.done-late', { date, days: lateDays });
    case 'late':
      return words(language, 'calendar.stage.late', { days: lateDays });
    case 'running':
      return words(language, 'calendar.stage.running');
    case 'waiting':
      return words(language, 'calendar.stage.waiting');
  }
}

function StageForm(props: {
  readonly stage: Stage;
  readonly today: string;
  readonly language: 'id' | 'en';
  readonly onDone: (doneOn: string) => Promise<void>;
  readonly onTakeBack: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { stage, language, onDone, onTakeBack, onClose } = props;
  const [doneOn, setDoneOn] = useState(props.today);
  const [reason, setReason] = useState('');
  const isDone = stage.doneOn !== null;
  return (
    <section class="sheet stack">
      <StepHeading>{words(language, 'calendar.note.title', { stage: stage.name[language] })}</StepHeading>
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void (isDone ? onTakeBack(reason.trim()) : onDone(doneOn));
        }}
      >
        {isDone ? (
          <Field
            label={words(language, 'calendar.takeBack.reason')}
            value={reason}
            onInput={setReason}
            maxLength={500}
          />
        ) : (
          <Field
            label={words(language, 'calendar.note.day')}
            type="date"
            value={doneOn}
            onInput={setDoneOn}
          />
        )}
        <Button kind="primary" submit>
          {words(language, isDone ? 'calendar.takeBack' : 'calendar.note')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words(language, 'common.back')}
        </Button>
      </form>
    </section>
  );
}
