import { fieldsOf } from '@bilik/tabulation';
import { Button } from '@bilik/ui/button';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useRef, useState } from 'preact/hooks';
import { shrinkPhoto } from '../common/shrink-photo.ts';
import { FigureFields, figuresOfTyped, type Typed } from '../kantor/sheets/figure-fields.tsx';
import type { PhotoHandle } from '../kantor/sheets/photo-view.tsx';
import { newSendingId } from '../kantor/upload-file.ts';
import type { OutboxItem } from './outbox/outbox.ts';
import type { KeptSheet } from './outbox/phone-store.ts';
import { usePhoneNames } from './phone-names.tsx';
import { words } from './phone-words.ts';

/** Whether this person, or one of the same hand, has typed the sheet: the other reading is somebody else’s. What was refused may be typed again. */
export function isTypedHere(sheet: KeptSheet, own: readonly OutboxItem[]): boolean {
  const { place, mine, typedByOwnHand, readAt = 0 } = sheet;
  const entries = own.filter((item) => item.kind === 'entry' && item.place === place);
  // what the center has had since the sheet was read, the sheet does not show yet
  const isNew = entries.some(({ state, writtenAt }) =>
    state === 'center' ? writtenAt >= readAt : state === 'phone',
  );
  return isNew || mine !== null || typedByOwnHand;
}

/** One sheet on a phone: its figures, then its photo. Each is kept on the phone before anything is sent. */
export function SheetForm(props: {
  readonly sheet: KeptSheet;
  /** Who writes. */
  readonly account: string;
  /** What they have written here. */
  readonly own: readonly OutboxItem[];
  readonly language: Language;
  readonly onWritten: (item: OutboxItem) => Promise<void>;
  readonly onBack: () => void;
}) {
  const { sheet, account, own, language, onWritten, onBack } = props;
  const place = usePhoneNames().placeText(sheet.place);
  const [typed, setTyped] = useState<Typed>({});
  const [said, setSaid] = useState<'saved' | 'photo-bad'>();
  // the paper lies beside the phone: there is no photo to move
  const noPhoto = useRef<PhotoHandle>(null);
  const fields = fieldsOf(sheet.form);
  const core = () => ({
    ...{ id: newSendingId(), account, election: sheet.election, place: sheet.place, state: 'phone' as const },
    ...{ writtenAt: Date.now(), tries: 0, nextTryAt: 0, refusal: null },
  });
  const addPhoto = async (file: File) => {
    const photo = await shrinkPhoto(file);
    if (photo !== undefined) await onWritten({ ...core(), kind: 'photo', photo });
    setSaid(photo === undefined ? 'photo-bad' : 'saved');
  };
  return (
    <div class="stack">
      <Button kind="quiet" onPress={onBack}>
        {words(language, 'phone.back')}
      </Button>
      <FileField
        label={words(language, 'phone.photo', { place })}
        hint={words(language, 'phone.photo.hint')}
        accept="image/*"
        onFile={(file) => void addPhoto(file)}
      />
      {said === 'saved' && <Notice state="good" happened={words(language, 'phone.saved')} />}
      {said === 'photo-bad' && <Notice state="warn" happened={words(language, 'phone.photo.bad')} />}
      {isTypedHere(sheet, own) ? (
        <p>{words(language, 'phone.typed')}</p>
      ) : (
        <FigureFields
          fields={fields}
          legend={words(language, 'phone.type', { place })}
          typed={typed}
          onType={setTyped}
          marked={[]}
          language={language}
          photo={noPhoto}
          saveWord={words(language, 'phone.save')}
          onSave={async () => {
            await onWritten({ ...core(), kind: 'entry', figures: figuresOfTyped(fields, typed) });
            onBack();
          }}
        />
      )}
    </div>
  );
}
