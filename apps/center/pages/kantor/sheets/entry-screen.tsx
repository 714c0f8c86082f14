import {
  type CheckOutcome,
  checkSheet,
  fieldsOf,
  parseSheetValues,
  type SheetFacts,
  type SheetStep,
} from '@bilik/tabulation';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useRef, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { newSendingId } from '../upload-file.ts';
import { FigureFields, figuresOfTyped, type Typed } from './figure-fields.tsx';
import { type PhotoHandle, PhotoView } from './photo-view.tsx';
import { Refused } from './refused.tsx';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';

/** What a typist may be asked about: their own figures against each other, nothing that the center knows. */
const OWN_FIGURES_ONLY: SheetFacts = {
  list: null,
  addedVotersAllowed: true,
  sheetPhotos: 1,
  usersByMachine: null,
  ballotsHandedOver: new Map(),
  lastAttendance: null,
  otherSheetsOfVillage: [],
  turnoutsAround: [],
};

/** One sheet typed whole by one person: photo beside the figures, keyboard only, one more look where figures contradict each other. */
export function EntryScreen(props: {
  readonly sheet: SheetView;
  readonly language: Language;
  /** @param step where the sheet stands by this entry */
  readonly onSaved: (step: SheetStep) => Promise<void>;
}) {
  const { sheet, language, onSaved } = props;
  const fields = fieldsOf(sheet.form);
  const photo = useRef<PhotoHandle>(null);
  // one id a screen: a line that breaks before the answer sends the same entry again, not another one
  const sentAs = useRef(newSendingId());
  const [typed, setTyped] = useState<Typed>({});
  const [looked, setLooked] = useState<readonly CheckOutcome[]>();
  const [error, setError] = useState<unknown>();
  const figures = figuresOfTyped(fields, typed);

  const save = async () => {
    const found = contradictions(sheet, figures);
    if (looked === undefined && found.length > 0) {
      setLooked(found);
      return;
    }
    const { election, place } = sheet;
    const input = { election, place, figures, sentAs: sentAs.current };
    const answer = await callAct('sheets.enter', input, standingSchema);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await onSaved(answer.value.step);
  };
  return (
    <div class="sheet-beside">
      <PhotoView sheet={sheet} language={language} handle={photo} />
      <div class="stack">
        <p class="sheet-keys">{words(language, 'sheets.entry.keys')}</p>
        <FigureFields
          fields={fields}
          legend={words(language, 'sheets.entry.figures')}
          typed={typed}
          onType={(next) => {
            setTyped(next);
            setLooked(undefined);
          }}
          marked={looked?.flatMap(({ fields: found }) => found) ?? []}
          language={language}
          photo={photo}
          saveWord={words(language, looked === undefined ? 'sheets.entry.save' : 'sheets.entry.saveAnyway')}
          onSave={save}
        >
          {looked !== undefined && (
            <Notice
              state="warn"
              happened={words(language, 'sheets.entry.look')}
              toDo={
                <>
                  {words(language, 'sheets.entry.look.toDo')}
                  {looked.map(({ code, contest, calculation }) => (
                    <span class="sheet-look" key={`${code}${contest}${calculation.id}`}>
                      {code}: {calculation[language]}
                    </span>
                  ))}
                </>
              }
            />
          )}
          <Refused error={error} language={language} />
        </FigureFields>
      </div>
    </div>
  );
}

function contradictions(
  sheet: SheetView,
  figures: Readonly<Record<string, number | null>>,
): readonly CheckOutcome[] {
  const parsed = parseSheetValues(sheet.form, figures);
  if (!parsed.ok) return [];
  const { form } = sheet;
  return checkSheet({ form, values: parsed.value, facts: OWN_FIGURES_ONLY }).filter(
    ({ kind }) => kind === 'error',
  );
}
