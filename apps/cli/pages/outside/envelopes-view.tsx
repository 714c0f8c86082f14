import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

/** The trustees' envelopes: one is opened at a time. */
export function EnvelopesView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <section>
      <h2>{say('exercise.envelope.heading')}</h2>
      <p>{say('exercise.envelope.explained')}</p>
      <ul class="envelopes">
        {outside.envelopes.map(({ trustee, name, passphrase }) => (
          <li key={trustee}>
            {opened === trustee ? (
              <CopyLine label={name} value={passphrase} />
            ) : (
              <Button onPress={() => setOpened(trustee)}>{say('exercise.envelope.open', { name })}</Button>
            )}
            <a href={outside.addresses.trustees[trustee - 1]?.url ?? ''} target="_blank" rel="noreferrer">
              {say('exercise.start.trustee', { number: trustee, name })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
