import { Button } from '@bilik/ui/button';
import { Field, FileField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';
import { phrase } from './phrases.ts';

/** Takes in other trustees' messages, as files or pasted. */
export function MessageIntake({ acting }: { readonly acting: Acting }) {
  const say = useSay(phrase);
  const [pasted, setPasted] = useState('');
  const [addedName, setAddedName] = useState<string | undefined>(undefined);
  const add = async (text: string) => {
    const added = await acting.run(device.add(text));
    setAddedName(added?.value.name);
    return added !== undefined;
  };
  const addFile = async (file: File) => {
    const text = await acting.read(file);
    if (text !== undefined) await add(text);
  };
  return (
    <section class="sheet stack">
      <h3>{say('trustee.message.add')}</h3>
      <FileField
        label={say('trustee.message.addFile')}
        accept=".json"
        onFile={(file) => void addFile(file)}
      />
      <Field
        label={say('trustee.message.paste')}
        value={pasted}
        onInput={setPasted}
        lines={2}
        optional={true}
      />
      {pasted !== '' && (
        <Button onPress={async () => void ((await add(pasted)) && setPasted(''))}>
          {say('trustee.message.addPasted')}
        </Button>
      )}
      {addedName !== undefined && (
        <Notice state="good" happened={say('trustee.message.added', { name: addedName })} />
      )}
    </section>
  );
}
