import { Button, ButtonRow } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AreaField } from '../area-field.tsx';
import { callAct } from '../call-act.ts';
import { day } from '../civil-day.ts';
import { nothing } from '../me.ts';
import { newSendingId, noRoomFor, sendFile } from '../upload-file.ts';
import { type Outcome, OutcomeNotice } from './outcome-notice.tsx';
import {
  askedSchema,
  type ImportView,
  importsSchema,
  isVillage,
  type ScreenProps,
  words,
} from './voters-wire.ts';

const LOOK_AGAIN_MS = 1500;
const STATE_LOOKS = {
  reading: 'waiting',
  ready: 'active',
  refused: 'bad',
  entering: 'waiting',
  entered: 'good',
  left: 'idle',
} as const;

/** Files with lists: handed in, looked at with all that is wrong, let in or left. */
export function ImportScreen(props: ScreenProps) {
  const [id] = props.path;
  return id === undefined ? <Imports {...props} /> : <OneImport {...props} id={id} />;
}

function Imports({ election, area, me, language, goTo }: ScreenProps) {
  const [imports, setImports] = useState<readonly ImportView[]>();
  const [village, setVillage] = useState(isVillage(area) ? area : '');
  const [file, setFile] = useState<File>();
  const [sending, setSending] = useState(false);
  const [lost, setLost] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  // the same file sent again goes on where it broke off
  const sendingId = useRef({ id: newSendingId(), of: '' });
  useEffect(() => {
    void callAct('voters.imports', { election, area }, importsSchema).then((answer) => {
      if (answer.ok) setImports(answer.value);
    });
  }, []);
  const send = async () => {
    if (file === undefined) return;
    const of = `${file.name} ${file.size} ${file.lastModified}`;
    if (sendingId.current.of !== of) sendingId.current = { id: newSendingId(), of };
    const { id } = sendingId.current;
    setSending(true);
    setLost(false);
    const sent = await sendFile(file, file.name, id);
    setSending(false);
    if (!sent.ok) {
      const isFull = noRoomFor(sent.error) !== undefined;
      setLost(!isFull);
      setOutcome(isFull ? sent.error : undefined);
      return;
    }
    const options = { village: village === '' ? null : village };
    const asked = await callAct('voters.import-ask', { election, upload: id, options }, askedSchema);
    setOutcome(asked.ok ? undefined : asked.error);
    if (asked.ok) goTo('berkas', asked.value.id);
  };
  const mayHandIn = ['regency', 'registrar', 'committee'].includes(me.role);
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      {lost && <Notice state="warn" happened={words(language, 'voters.import.lost')} />}
      {mayHandIn && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <h2>{words(language, 'voters.import.title')}</h2>
          <FileField
            label={words(language, 'voters.import.file')}
            hint={words(language, 'voters.import.file.hint')}
            accept=".csv,.xlsx"
            onFile={setFile}
          />
          <AreaField
            label={words(language, 'voters.import.village')}
            hint={words(language, 'voters.import.village.hint')}
            value={village}
            onInput={setVillage}
            villagesOnly
            optional
            readOnly={isVillage(me.area)}
          />
          <Button kind="primary" submit busy={sending}>
            {words(language, sending ? 'voters.import.sending' : 'voters.import.send')}
          </Button>
        </form>
      )}
      <DataTable
        caption={words(language, 'voters.import.list')}
        rows={imports ?? []}
        keyOf={({ id }) => id}
        empty={words(language, 'voters.import.none')}
        asLines
        columns={[
          { key: 'name', header: words(language, 'voters.import.name'), cell: ({ file_name }) => file_name },
          {
            key: 'state',
            header: words(language, 'voters.import.state'),
            cell: ({ state }) => <ImportBadge state={state} language={language} />,
          },
          {
            key: 'people',
            header: words(language, 'voters.import.people'),
            cell: (row) => row.voters ?? '–',
            numeric: true,
          },
          {
            key: 'problems',
            header: words(language, 'voters.import.problems'),
            cell: (row) => row.problemCount,
            numeric: true,
          },
          {
            key: 'see',
            header: words(language, 'voters.import.see'),
            cell: ({ id }) => (
              <Button kind="quiet" onPress={() => goTo('berkas', id)}>
                {words(language, 'voters.import.see')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function ImportBadge({
  state,
  language,
}: {
  readonly state: ImportView['state'];
  readonly language: ScreenProps['language'];
}) {
  return <StateBadge state={STATE_LOOKS[state]} word={words(language, `voters.import.state.${state}`)} />;
}

function OneImport({ election, area, language, goTo, id }: ScreenProps & { readonly id: string }) {
  const [shown, setShown] = useState<ImportView>();
  const [outcome, setOutcome] = useState<Outcome>();
  const load = async () => {
    const answer = await callAct('voters.imports', { election, area, id }, importsSchema);
    if (answer.ok) setShown(answer.value[0]);
    else setOutcome(answer.error);
  };
  const isWorking = shown === undefined || shown.state === 'reading' || shown.state === 'entering';
  useEffect(() => {
    void load();
    if (!isWorking) return;
    const timer = setInterval(() => void load(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWorking]);
  const act = async (name: 'voters.import-enter' | 'voters.import-leave') => {
    const answer = await callAct(name, { id }, nothing);
    setOutcome(answer.ok ? undefined : answer.error);
    await load();
  };
  if (shown === undefined) return <p>{words(language, 'voters.loading')}</p>;
  const voters = shown.voters ?? 0;
  const first = shown.preview?.sheets.flatMap(({ firstVoters }) => firstVoters).slice(0, 5) ?? [];
  return (
    <>
      <OutcomeNotice outcome={outcome} language={language} doneWord="voters.step.done" />
      <h2>{shown.file_name}</h2>
      {isWorking && <Notice state="info" happened={words(language, 'voters.import.working')} />}
      {shown.state === 'refused' && (
        <Notice state="bad" happened={words(language, 'voters.import.refused')} />
      )}
      {shown.state === 'entered' && (
        <Notice state="good" happened={words(language, 'voters.import.entered', { voters })} />
      )}
      {shown.state === 'ready' && (
        <Notice
          state="info"
          happened={words(language, 'voters.import.ready', { voters, villages: shown.villages ?? 1 })}
        />
      )}
      {first.length > 0 && (
        <DataTable
          caption={words(language, 'voters.import.preview')}
          rows={first}
          keyOf={({ row }) => String(row)}
          asLines
          columns={[
            { key: 'name', header: words(language, 'voters.name'), cell: ({ name }) => name },
            { key: 'nik', header: words(language, 'voters.nik'), cell: ({ nik }) => nik },
            { key: 'sex', header: words(language, 'voters.sex'), cell: ({ sex }) => sex },
            {
              key: 'born',
              header: words(language, 'voters.person.born'),
              cell: ({ birthDate }) => day(language, birthDate),
            },
            {
              key: 'home',
              header: words(language, 'voters.home'),
              cell: (row) => `${row.hamlet}, ${row.rt}/${row.rw}`,
            },
          ]}
        />
      )}
      {shown.problems.length > 0 && (
        <DataTable
          caption={words(language, 'voters.import.problems')}
          rows={shown.problems.map((problem, index) => ({ ...problem, index }))}
          keyOf={({ index }) => String(index)}
          asLines
          columns={[
            {
              key: 'row',
              header: words(language, 'voters.import.row'),
              cell: ({ row }) => (row === null ? '–' : String(row)),
            },
            {
              key: 'severity',
              header: words(language, 'voters.import.severity'),
              cell: ({ severity }) => (
                <StateBadge
                  state={severity === 'error' ? 'bad' : 'warn'}
                  word={words(language, `voters.import.severity.${severity}`)}
                />
              ),
            },
            {
              key: 'column',
              header: words(language, 'voters.import.column'),
              cell: ({ column }) => (column === null ? '–' : `${column.letter} ${column.title}`),
            },
            {
              key: 'value',
              header: words(language, 'voters.import.value'),
              cell: ({ value }) => value ?? '–',
            },
            {
              key: 'meaning',
              header: words(language, 'voters.import.meaning'),
              cell: ({ meaning, action }) => `${meaning[language]} ${action[language]}`,
            },
          ]}
        />
      )}
      <ButtonRow>
        {shown.state === 'ready' && (
          <>
            <Button kind="primary" onPress={() => act('voters.import-enter')}>
              {words(language, 'voters.import.enter')}
            </Button>
            <Button onPress={() => act('voters.import-leave')}>
              {words(language, 'voters.import.leave')}
            </Button>
          </>
        )}
        <Button kind="quiet" onPress={() => goTo('berkas')}>
          {words(language, 'voters.back')}
        </Button>
      </ButtonRow>
    </>
  );
}
