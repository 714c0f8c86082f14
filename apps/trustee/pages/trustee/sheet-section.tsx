import { Button, ButtonRow } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { codesOfSheet } from '../../src/sheet/sheet-codes.ts';
import { ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { device, downloadText, fileNamePart } from './device-calls.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';

const QR_MILLIMETRES = 62;

/** The key under its passphrase, to print and seal for the day on which this device breaks. */
export function SheetSection({
  ceremony,
  isExercise,
}: {
  readonly ceremony: NonNullable<TrusteeState['ceremony']>;
  readonly isExercise: boolean;
}) {
  const say = useSay(phrase);
  const acting = useActing();
  const [passphrase, setPassphrase] = useState('');
  const [sheet, setSheet] = useState<string | null>(null);
  const make = async () => {
    const made = await acting.run(device.keySheet(passphrase));
    setPassphrase('');
    if (made !== undefined) setSheet(made.value.text);
  };
  const fingerprint = ceremony.key?.verificationKeyFingerprint;
  if (sheet !== null) {
    const codes = codesOfSheet(sheet);
    return (
      <section class="sheet stack key-sheet">
        <StepHeading>{say('trustee.sheet')}</StepHeading>
        <p>
          <strong>{ceremony.name}</strong> · {ceremony.ceremony}
        </p>
        <p>{say('trustee.sheet.toDo')}</p>
        {fingerprint !== undefined && (
          <CopyLine label={say('trustee.sheet.fingerprint')} value={fingerprint} groupSize={4} />
        )}
        <div class="key-sheet__codes">
          {codes.map((code, index) => (
            <figure key={code}>
              <QrPicture
                text={code}
                label={`${say('trustee.sheet.code')} ${index + 1}/${codes.length}`}
                errorCorrection="low"
                widthMm={QR_MILLIMETRES}
              />
              <figcaption>
                {index + 1}/{codes.length}
              </figcaption>
            </figure>
          ))}
        </div>
        <ButtonRow>
          <Button onPress={() => print()}>{say('trustee.sheet.print')}</Button>
          <Button onPress={() => downloadText(`lembar-kunci-${fileNamePart(ceremony.name)}.txt`, sheet)}>
            {say('trustee.sheet.file')}
          </Button>
          <Button onPress={() => setSheet(null)}>{say('trustee.sheet.close')}</Button>
        </ButtonRow>
      </section>
    );
  }
  return (
    <details class="aside">
      <summary>{say('trustee.sheet')}</summary>
      <div class="stack">
        <p>{say('trustee.sheet.means')}</p>
        <ErrorNotice error={acting.error} />
        <ActForm
          word={say('trustee.sheet.make')}
          kind="plain"
          onAct={make}
          disabledBecause={passphrase === '' ? say('form.required') : undefined}
        >
          <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={isExercise} />
        </ActForm>
      </div>
    </details>
  );
}
