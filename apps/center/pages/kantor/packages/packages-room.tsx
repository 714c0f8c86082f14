import '../ceremony/ceremony.css';
import type { Column } from '@bilik/ui/data-table';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { newSendingId, sendFile } from '../upload-file.ts';
import {
  checkedSchema,
  listSchema,
  missingSentence,
  type PackageList,
  refusalSentence,
  words,
} from './packages-wire.ts';
import { PlaceScreen } from './place-screen.tsx';

type Line = PackageList['places'][number];
type Words = 'id' | 'en';

/** Packages: `#/paket/ELECTION` its polling places, `#/paket/ELECTION/PLACE` one of them. */
export function PackagesRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [named, place] = path;
  const [list, setList] = useState<PackageList>();
  const election = named ?? electionMeant(list?.elections ?? [])?.id;
  useEffect(() => {
    if (place !== undefined) return undefined;
    let isCurrent = true;
    void callAct('packages.list', election === undefined ? {} : { election }, listSchema).then((answer) => {
      if (answer.ok && isCurrent) setList(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [election, place]);
  if (election === undefined) return null;
  if (place !== undefined) {
    return (
      <>
        <p>
          <a href={addressOf(['paket', election])}>{words(language, 'packages.back')}</a>
        </p>
        <PlaceScreen key={place} election={election} place={place} language={language} role={me.role} />
      </>
    );
  }
  const columns: [Column<Line>, ...Column<Line>[]] = [
    {
      key: 'place',
      header: words(language, 'packages.place'),
      cell: ({ place: id }) => (
        <a href={addressOf(['paket', election, id])}>
          <PlaceName place={id} />
        </a>
      ),
    },
    {
      key: 'state',
      header: words(language, 'packages.history.state'),
      cell: (line) => <StateOf line={line} language={language} />,
    },
    {
      key: 'missing',
      header: words(language, 'packages.missing'),
      cell: ({ missing }) => missingSentence(language, missing),
    },
    {
      key: 'version',
      header: words(language, 'packages.version'),
      cell: ({ version }) => version ?? '',
      numeric: true,
    },
    {
      key: 'cards',
      header: words(language, 'packages.cards'),
      cell: ({ cards }) => cards ?? '',
      numeric: true,
    },
    {
      key: 'packs',
      header: words(language, 'packages.packs'),
      cell: ({ sealed, packs }) =>
        packs === 0
          ? ''
          : words(language, 'packages.packs.of', { sealed: String(sealed), packs: String(packs) }),
    },
  ];
  return (
    <div class="stack">
      <ElectionChooser
        {...{ language, election }}
        offered={list?.elections ?? []}
        onChoose={(id) => goTo(id)}
      />
      <SearchedTable
        mostRows={LIST_LIMITS.machinePlaces}
        caption={words(language, 'packages.list')}
        columns={columns}
        rows={list?.places ?? []}
        keyOf={(line) => line.place}
        searchOf={({ place, village }) => `${place} ${village}`}
        empty={words(language, 'packages.none')}
        asLines
      />
      {(me.role === 'regency' || me.role === 'technician') && <CheckSection language={language} />}
    </div>
  );
}

function StateOf({ line, language }: { readonly line: Line; readonly language: Words }) {
  if (line.isHandedOver) return <StateBadge state="good" word={words(language, 'packages.state.handed')} />;
  if (line.version !== null)
    return <StateBadge state="active" word={words(language, 'packages.state.issued')} />;
  return line.missing.length === 0 ? (
    <StateBadge state="info" word={words(language, 'packages.state.ready')} />
  ) : (
    <StateBadge state="waiting" word={words(language, 'packages.state.missing')} />
  );
}

/** Whether a package that somebody brings is the one in force. */
function CheckSection({ language }: { readonly language: Words }) {
  const { placeText } = useOfficeNames();
  const [said, setSaid] = useState<{ readonly isGood: boolean; readonly text: string }>();
  const check = async (file: File) => {
    const upload = newSendingId();
    const sent = await sendFile(file, file.name, upload);
    const answer = sent.ok ? await callAct('packages.check', { upload }, checkedSchema) : sent;
    setSaid(
      answer.ok
        ? {
            isGood: true,
            text: words(language, 'packages.check.good', {
              place: placeText(answer.value.place),
              version: String(answer.value.version),
              words: answer.value.words.join(' · '),
            }),
          }
        : { isGood: false, text: refusalSentence(language, answer.error) },
    );
  };
  return (
    <section class="sheet stack">
      <h2>{words(language, 'packages.check')}</h2>
      {said !== undefined && <Notice state={said.isGood ? 'good' : 'bad'} happened={said.text} />}
      <FileField
        label={words(language, 'packages.check.file')}
        accept=".bilik"
        onFile={(file) => void check(file)}
      />
    </section>
  );
}
