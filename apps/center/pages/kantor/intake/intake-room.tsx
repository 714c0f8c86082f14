import { Button } from '@bilik/ui/button';
import type { Column } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import { formatDateAndTime, type Zone } from '@bilik/words/format';
import { type Language, standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { callAct, paperAddress } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { nothing } from '../me.ts';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { type Elections, electionsSchema } from '../results/results-wire.ts';
import type { RoomProps } from '../rooms.ts';
import { type Delivery, deliveriesSchema, words } from './intake-wire.ts';
import { countRefusedText, reasonText } from './reason-text.ts';
import { StickForm } from './stick-form.tsx';

/** One that is here whole, and may be decided of. */
type WholeDelivery = Delivery & { readonly id: string };

const AGAIN_MS = 4000;
const STATES: Readonly<Record<Delivery['state'], State>> = {
  coming: 'active',
  checking: 'waiting',
  right: 'good',
  held: 'bad',
};

/** Sealed results that came in: `#/kiriman/ELECTION`. */
export function IntakeRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [elections, setElections] = useState<Elections>();
  const offered = elections?.filter(({ conduct }) => conduct === 'village-head') ?? [];
  const [named] = path;
  const election = named ?? electionMeant(offered)?.id;
  const zone = offered.find(({ id }) => id === election)?.zone;
  const { placeWords } = useOfficeNames();
  const [deliveries, setDeliveries] = useState<readonly Delivery[]>([]);
  const [counting, setCounting] = useState<WholeDelivery>();
  const load = async () => {
    if (election === undefined) return;
    const answer = await callAct('intake.deliveries', { election, state: null }, deliveriesSchema);
    if (answer.ok) setDeliveries(answer.value);
  };
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  useEffect(() => {
    setDeliveries([]);
    if (election === undefined) return undefined;
    void load();
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [election]);
  const maySend = me.role !== 'observer' && me.role !== 'auditor';
  return (
    <>
      <ElectionChooser {...{ language, offered, election }} onChoose={(id) => goTo(id)} />
      {counting !== undefined && (
        <CountHeld
          language={language}
          delivery={counting}
          onDone={async () => {
            setCounting(undefined);
            await load();
          }}
        />
      )}
      <SearchedTable
        mostRows={LIST_LIMITS.deliveries}
        caption={words(language, 'intake.list')}
        columns={columnsOf(language, zone, me.role === 'regency' ? setCounting : undefined)}
        rows={deliveries}
        keyOf={({ id, place, begun_at }) => id ?? `${place} ${begun_at}`}
        searchOf={({ place, state }) => `${placeWords(place)} ${words(language, `intake.state.${state}`)}`}
        empty={words(language, 'intake.empty')}
        asLines
      />
      {maySend && <StickForm language={language} onDone={load} />}
    </>
  );
}

function columnsOf(
  language: Language,
  zone: Zone | undefined,
  onCount: ((delivery: WholeDelivery) => void) | undefined,
): [Column<Delivery>, ...Column<Delivery>[]] {
  return [
    {
      key: 'place',
      header: words(language, 'intake.place'),
      cell: ({ place }) => <PlaceName place={place} />,
    },
    {
      key: 'state',
      header: words(language, 'intake.state'),
      cell: ({ state }) => (
        <StateBadge state={STATES[state]} word={words(language, `intake.state.${state}`)} />
      ),
    },
    {
      key: 'came',
      header: words(language, 'intake.came'),
      cell: ({ whole_at, begun_at }) =>
        zone === undefined ? '' : formatDateAndTime(language, new Date(whole_at ?? begun_at), zone),
    },
    {
      key: 'why',
      header: words(language, 'intake.why'),
      cell: ({ reasons }) => reasons.map((reason) => reasonText(language, reason)).join('; '),
    },
    {
      key: 'files',
      header: words(language, 'intake.files'),
      cell: ({ id }) =>
        id === null
          ? ''
          : ([0, 1, 2] as const).map((file) => (
              <span key={file}>
                <a href={paperAddress('intake.file', { delivery: id, file })}>
                  {words(language, `intake.file.${file}`)}
                </a>{' '}
              </span>
            )),
    },
    {
      key: 'count',
      header: words(language, 'intake.decide'),
      cell: ({ id, ...delivery }) =>
        onCount !== undefined && delivery.state === 'held' && delivery.received && id !== null ? (
          <Button kind="quiet" onPress={() => onCount({ ...delivery, id })}>
            {words(language, 'intake.count')}
          </Button>
        ) : null,
    },
  ];
}

function CountHeld(props: {
  readonly language: Language;
  readonly delivery: WholeDelivery;
  readonly onDone: () => Promise<void>;
}) {
  const { language, delivery, onDone } = props;
  const { placeText } = useOfficeNames();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();
  const count = async () => {
    const answer = await callAct('intake.count-held', { delivery: delivery.id, reason }, nothing);
    if (answer.ok) await onDone();
    else setRefused(countRefusedText(language, answer.error));
  };
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void count();
      }}
    >
      <h2>{words(language, 'intake.count')}</h2>
      <p>
        {words(language, 'intake.count.explained', {
          place: placeText(delivery.place),
          reasons: delivery.reasons.map((reason) => reasonText(language, reason)).join('; '),
        })}
      </p>
      {refused !== undefined && <Notice state="warn" happened={refused} />}
      <Field
        label={words(language, 'intake.count.reason')}
        hint={words(language, 'intake.count.reason.hint')}
        value={reason}
        onInput={setReason}
        maxLength={500}
        lines={3}
      />
      <Button kind="primary" submit>
        {words(language, 'intake.count')}
      </Button>
    </form>
  );
}
