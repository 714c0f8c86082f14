import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import type { OutsideView } from './wire.ts';
import { words } from './words.ts';

/** Everybody's PIN on a sheet, and the trustees' envelopes: one is opened at a time. */
export function EnvelopesView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const [opened, setOpened] = useState<number | null>(null);
  const { trustees } = outside.addresses;
  return (
    <section class="stack">
      <h2>{say('exercise.pins.heading')}</h2>
      <p>{say('exercise.pins.explained')}</p>
      <ul class="pins">
        {outside.pins.map(({ person, name, role, pin }) => (
          <li key={person}>
            <span>
              <strong>{name}</strong> <span class="soft">{say(`exercise.pins.role.${role}`)}</span>
            </span>
            <code class="pins__pin">{pin}</code>
          </li>
        ))}
      </ul>
      <h2>{say('exercise.envelope.heading')}</h2>
      <p>{say('exercise.envelope.explained', { count: trustees.length })}</p>
      <ul class="envelopes">
        {outside.envelopes.map(({ trustee, name, passphrase }) => (
          <li key={trustee}>
            <h3>
              {say('exercise.envelope.whose', {
                number: trustee,
                name,
                interest: trustees[trustee - 1]?.interest ?? '',
              })}
            </h3>
            {opened === trustee ? (
              <CopyLine label={say('exercise.envelope.passphrase')} value={passphrase} />
            ) : (
              <Button onPress={() => setOpened(trustee)}>{say('exercise.envelope.open', { name })}</Button>
            )}
            <a href={trustees[trustee - 1]?.url ?? ''} target="_blank" rel="noreferrer">
              {say('exercise.envelope.device', { number: trustee })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
