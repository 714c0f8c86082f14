import './sheets.css';
import type { SheetStep } from '@bilik/tabulation';
import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant, type OfferedElection } from '../election-choice.tsx';
import { useOfficeNames } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { ListScreen } from './list-screen.tsx';
import { SheetScreen } from './sheet-screen.tsx';
import { electionsSchema, nextSchema, type SheetView, viewSchema, words } from './sheets-wire.ts';

/** Sheets of paper polling places: `#/lembar/ELECTION` the list, `#/lembar/ELECTION/PLACE` one sheet. */
export function SheetsRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const { placeText } = useOfficeNames();
  const [saved, setSaved] = useState<SavedEntry>();
  const [elections, setElections] = useState<readonly OfferedElection[]>();
  useEffect(() => {
    void callAct('sheets.elections', {}, electionsSchema).then((answer) =>
      setElections(answer.ok ? answer.value : []),
    );
  }, []);
  const [named, place] = path;
  useEffect(() => {
    // whoever has gone on has read it
    setSaved((last) => (place === last?.place || place === last?.next ? last : undefined));
  }, [place]);
  if (named === undefined && elections === undefined) return null;
  const election = named ?? electionMeant(elections ?? [])?.id;
  if (election === undefined) return <Notice state="info" happened={words(language, 'sheets.noElection')} />;
  return (
    <>
      {/* what became of the last entry, beside what the room opened after it: no other sheet is taken for it */}
      {saved !== undefined && saved.place !== place && saved.next === place && (
        <Notice
          state="good"
          happened={words(language, `sheets.entry.saved.${saved.step}`, { place: placeText(saved.place) })}
        />
      )}
      {place === undefined ? (
        <>
          <ElectionChooser
            {...{ language, election }}
            offered={elections ?? []}
            onChoose={(id) => goTo(id)}
          />
          <ListScreen key={election} election={election} me={me} language={language} goTo={goTo} />
        </>
      ) : (
        <OneSheet
          key={place}
          me={me}
          language={code}
          path={path}
          goTo={goTo}
          onSaved={(step, next) => setSaved({ place, step, next })}
        />
      )}
    </>
  );
}

/** An entry that the center has, and where its sheet went by it. */
interface SavedEntry {
  readonly place: string;
  readonly step: SheetStep;
  /** The polling place whose sheet was opened then; undefined: the list. */
  readonly next: string | undefined;
}

function OneSheet(
  props: RoomProps & { readonly onSaved: (step: SheetStep, next: string | undefined) => void },
) {
  const { me, language: code, path, goTo } = props;
  const language = standardLanguage(code);
  const [election = '', place = ''] = path;
  const [sheet, setSheet] = useState<SheetView | null>();
  const load = async () => {
    const answer = await callAct('sheets.open', { election, place }, viewSchema);
    setSheet(answer.ok ? answer.value : null);
  };
  useEffect(() => {
    void load();
  }, [election, place]);
  const typeNext = async (step: SheetStep) => {
    const answer = await callAct('sheets.next', { election }, nextSchema);
    const found = answer.ok ? answer.value.place : null;
    const next = found === null || found === place ? undefined : found;
    props.onSaved(step, next);
    if (next === undefined) goTo(election);
    else goTo(election, next);
  };
  return (
    <>
      <p>
        <a href={addressOf(['lembar', election])}>{words(language, 'sheets.back')}</a>
      </p>
      {sheet === null && <Notice state="warn" happened={words(language, 'sheets.unknown')} />}
      {sheet !== null && sheet !== undefined && (
        <SheetScreen sheet={sheet} me={me} language={language} onChanged={load} onTyped={typeNext} />
      )}
    </>
  );
}
