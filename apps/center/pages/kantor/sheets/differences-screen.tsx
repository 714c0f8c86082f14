import { fieldsOf } from '@bilik/tabulation';
import type { Language } from '@bilik/words/language';
import { useRef, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { newSendingId } from '../upload-file.ts';
import { FigureFields, figuresOfTyped, type Typed } from './figure-fields.tsx';
import { type PhotoHandle, PhotoView } from './photo-view.tsx';
import { Refused } from './refused.tsx';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';

/** Only the figures in which two people differ, read once more by a third who does not see what they typed. */
export function DifferencesScreen(props: {
  readonly sheet: SheetView;
  readonly language: Language;
  readonly onSaved: () => Promise<void>;
}) {
  const { sheet, language, onSaved } = props;
  const photo = useRef<PhotoHandle>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [error, setError] = useState<unknown>();
  const fields = fieldsOf(sheet.form).filter(({ key }) => sheet.differing.includes(key));
  const save = async () => {
    const { election, place } = sheet;
    // a reading that was refused is not stored: the next one is another
    const input = { election, place, readings: figuresOfTyped(fields, typed), sentAs: newSendingId() };
    const answer = await callAct('sheets.resolve', input, standingSchema);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await onSaved();
  };
  return (
    <div class="sheet-beside">
      <PhotoView sheet={sheet} language={language} handle={photo} />
      <div class="stack">
        <p>{words(language, 'sheets.differs.guide')}</p>
        <FigureFields
          fields={fields}
          legend={words(language, 'sheets.differs.title')}
          typed={typed}
          onType={setTyped}
          marked={[]}
          language={language}
          photo={photo}
          saveWord={words(language, 'sheets.differs.save')}
          onSave={save}
        >
          <Refused error={error} language={language} />
        </FigureFields>
      </div>
    </div>
  );
}
