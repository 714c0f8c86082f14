import './sheets.css';
import type { SheetStep } from '@bilik/tabulation';
import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
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
  const [election, place] = path;
  if (election === undefined) return <Elections language={language} goTo={goTo} />;
  return (
    <>
      {/* what became of the last entry, beside whatever comes after it; its own sheet says it itself */}
      {saved !== undefined && saved.place !== place && (
        <Notice
          state="good"
          happened={words(language, `sheets.entry.saved.${saved.step}`, { place: placeText(saved.place) })}
        />
      )}
      {place === undefined ? (
        <ListScreen election={election} me={me} language={language} goTo={goTo} />
      ) : (
        <OneSheet
          key={place}
          me={me}
          language={code}
          path={path}
          goTo={goTo}
          onSaved={(step) => setSaved({ place, step })}
        />
      )}
    </>
  );
}

/** An entry that the center has, and where its sheet went by it. */
interface SavedEntry {
  readonly place: string;
  readonly step: SheetStep;
}

function OneSheet(props: RoomProps & { readonly onSaved: (step: SheetStep) => void }) {
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
    props.onSaved(step);
    const answer = await callAct('sheets.next', { election }, nextSchema);
    const next = answer.ok ? answer.value.place : null;
    if (next === null || next === place) goTo(election);
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

function Elections(props: { readonly language: 'id' | 'en'; readonly goTo: RoomProps['goTo'] }) {
  const { language, goTo } = props;
  const [elections, setElections] = useState<z.output<typeof electionsSchema>>();
  useEffect(() => {
    void callAct('sheets.elections', {}, electionsSchema).then((answer) => {
      const found = answer.ok ? answer.value : [];
      const [only, ...others] = found;
      if (only !== undefined && others.length === 0) goTo(only.id);
      else setElections(found);
    });
  }, []);
  if (elections === undefined) return null;
  if (elections.length === 0) return <Notice state="info" happened={words(language, 'sheets.noElection')} />;
  return (
    <nav aria-label={words(language, 'sheets.elections')}>
      <ul class="office__rooms">
        {elections.map(({ id, title }) => (
          <li key={id}>
            <a class="office__room" href={addressOf(['lembar', id])}>
              <strong>{title[language]}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
