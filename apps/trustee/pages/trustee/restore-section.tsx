import { Button } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { FileField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { readSheetCode, type SheetCode, sheetOfCodes, withCode } from '../../src/sheet/sheet-codes.ts';
import { ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { device } from './device-calls.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { phrase } from './phrases.ts';

/** Puts the key of a sheet onto this device: the sheet by camera or file, the list of trustees, the passphrase. */
export function RestoreSection({ isExercise }: { readonly isExercise: boolean }) {
  const say = useSay(phrase);
  const acting = useActing();
  const [codes, setCodes] = useState<readonly SheetCode[]>([]);
  const [sheet, setSheet] = useState<string | undefined>(undefined);
  const [trustees, setTrustees] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState('');
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off');
  const see = (text: string) => {
    const code = readSheetCode(text);
    if (code === undefined) return;
    setCodes((known) => {
      const now = withCode(known, code);
      const whole = sheetOfCodes(now);
      if (whole !== undefined) {
        setSheet(whole);
        setCamera('off');
      }
      return now;
    });
  };
  const takeFile = async (file: File) => {
    const text = await acting.read(file);
    if (text !== undefined) setSheet(text);
  };
  const restore = async () => {
    if (sheet === undefined || trustees === undefined) return;
    const list = await acting.read(trustees);
    if (list === undefined) return;
    await acting.run(device.restore({ sheet, trustees: list, passphrase }));
    setPassphrase('');
  };
  const isWhole = sheet !== undefined && trustees !== undefined && passphrase !== '';
  const first = codes[0];
  return (
    <details class="aside">
      <summary>{say('trustee.restore')}</summary>
      <div class="stack">
        <p>{say('trustee.restore.means')}</p>
        <ErrorNotice error={acting.error} />
        {camera === 'on' && (
          <CameraView
            label={say('trustee.restore.cameraView')}
            facing="environment"
            lookWidthPixels={1280}
            onText={see}
            onFailed={() => setCamera('failed')}
          />
        )}
        {camera === 'failed' && <Notice state="info" happened={say('trustee.restore.noCamera')} />}
        {sheet !== undefined ? (
          <Notice state="good" happened={say('trustee.restore.read')} />
        ) : (
          first !== undefined && (
            <p role="status">{say('trustee.restore.codes', { have: codes.length, of: first.count })}</p>
          )
        )}
        <div>
          <Button onPress={() => setCamera(camera === 'on' ? 'off' : 'on')}>
            {say(camera === 'on' ? 'trustee.restore.cameraOff' : 'trustee.restore.camera')}
          </Button>
        </div>
        <FileField label={say('trustee.restore.file')} accept=".txt" onFile={(file) => void takeFile(file)} />
        <FileField label={say('trustee.election.trusteesFile')} accept=".json" onFile={setTrustees} />
        <ActForm
          word={say('trustee.restore')}
          kind="plain"
          onAct={restore}
          disabledBecause={isWhole ? undefined : say('trustee.restore.missing')}
        >
          <PassphraseField value={passphrase} onInput={setPassphrase} isExercise={isExercise} />
        </ActForm>
      </div>
    </details>
  );
}
