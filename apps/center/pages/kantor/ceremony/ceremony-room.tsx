import './ceremony.css';
import { Button } from '@bilik/ui/button';
import { type Column, DataTable } from '@bilik/ui/data-table';
import { StateBadge } from '@bilik/ui/state-badge';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { AreaName } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { listSchema, type SittingList, words } from './ceremony-wire.ts';
import { PlanForm } from './plan-form.tsx';
import { SittingScreen } from './sitting-screen.tsx';

const PLAN = 'baru';
type Line = SittingList['sittings'][number];

/** Key ceremonies: `#/kunci` the list, `#/kunci/baru` a plan, `#/kunci/ID` one ceremony. */
export function CeremonyRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [first] = path;
  const [list, setList] = useState<SittingList>();
  useEffect(() => {
    if (first !== undefined && first !== PLAN) return;
    void callAct('ceremony.list', {}, listSchema).then((answer) =>
      setList(answer.ok ? answer.value : undefined),
    );
  }, [first]);
  const mayKeep = me.role === 'regency' || me.role === 'committee';
  if (first !== undefined) {
    return (
      <>
        <p>
          <a href={addressOf(['kunci'])}>{words(language, 'ceremony.back')}</a>
        </p>
        {first === PLAN ? (
          <PlanForm
            language={language}
            area={me.area}
            elections={list?.elections ?? []}
            onPlanned={(id) => goTo(id)}
          />
        ) : (
          <SittingScreen key={first} id={first} language={language} mayKeep={mayKeep} />
        )}
      </>
    );
  }
  const columns: [Column<Line>, ...Column<Line>[]] = [
    {
      key: 'name',
      header: words(language, 'ceremony.name'),
      cell: ({ id, name }) => <a href={addressOf(['kunci', id])}>{name}</a>,
    },
    { key: 'area', header: words(language, 'ceremony.area'), cell: ({ area }) => <AreaName area={area} /> },
    {
      key: 'places',
      header: words(language, 'ceremony.places'),
      cell: ({ places }) => places,
      numeric: true,
    },
    {
      key: 'phase',
      header: words(language, 'ceremony.phase'),
      cell: ({ phase }) => <PhaseOfSitting phase={phase} language={language} />,
    },
    {
      key: 'missing',
      header: words(language, 'ceremony.missing'),
      cell: ({ missing }) => missing.join(', '),
    },
  ];
  return (
    <div class="stack">
      <DataTable
        caption={words(language, 'ceremony.list')}
        columns={columns}
        rows={list?.sittings ?? []}
        keyOf={({ id }) => id}
        empty={words(language, 'ceremony.none')}
        asLines
      />
      {mayKeep && (
        <Button kind="primary" onPress={() => goTo(PLAN)}>
          {words(language, 'ceremony.new')}
        </Button>
      )}
    </div>
  );
}

/** A state by shape, colour and word. */
export function PhaseOfSitting({
  phase,
  language,
}: {
  readonly phase: Line['phase'];
  readonly language: 'id' | 'en';
}) {
  const state =
    phase === 'ready'
      ? 'good'
      : phase === 'faulty' || phase === 'too-few'
        ? 'bad'
        : phase === 'left'
          ? 'idle'
          : phase === 'comparing' || phase === 'posting'
            ? 'active'
            : 'waiting';
  return <StateBadge state={state} word={words(language, `ceremony.phase.${phase}`)} />;
}
