import { ChoiceField, Field, FileField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { z } from 'zod';
import { PASSPHRASE_LENGTH } from '../../src/api/passphrase-length.ts';
import { ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { phrase } from './phrases.ts';
import { ring } from './ring-calls.ts';

/** What the page shows of a plan; the device checks all of it. */
const Plan = z.object({
  format: z.literal('bilik/ceremony-plan/1'),
  ceremony: z.string(),
  threshold: z.number(),
  members: z.array(z.object({ id: z.string(), name: z.string(), interest: z.string() })),
  places: z.array(z.string()),
});

function readPlan(text: string): z.output<typeof Plan> | undefined {
  try {
    return Plan.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Begins a sitting with the office's plan. */
export function RingStart() {
  const say = useSay(phrase);
  const acting = useActing();
  const [text, setText] = useState('');
  const [member, setMember] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const plan = text === '' ? undefined : readPlan(text);
  const { least } = PASSPHRASE_LENGTH;
  const because = () => {
    if (plan === undefined) return say('trustee.ring.plan');
    if (member === null) return say('trustee.ring.who');
    if (passphrase.length < least) return say('form.tooShort', { least });
    return passphrase === again ? undefined : say('form.passphrase.differs');
  };
  return (
    <details class="sheet">
      <summary>{say('trustee.ring.heading')}</summary>
      <div class="stack">
        <p>{say('trustee.ring.about')}</p>
        <ErrorNotice error={acting.error} />
        <ActForm
          kind="plain"
          word={say('trustee.ring.begin')}
          disabledBecause={because()}
          onAct={async () =>
            void (await acting.run(ring.begin({ plan: text, member: member ?? '', passphrase })))
          }
        >
          <FileField
            label={say('trustee.ring.plan')}
            accept=".json"
            error={text !== '' && plan === undefined ? say('trustee.ring.plan.wrong') : undefined}
            onFile={(file) => void acting.read(file).then((read) => setText(read ?? ''))}
          />
          {plan !== undefined && (
            <>
              <p>
                {say('trustee.ring.plan.read', {
                  ceremony: plan.ceremony,
                  places: plan.places.length,
                  threshold: plan.threshold,
                  count: plan.members.length,
                })}
              </p>
              <ChoiceField
                label={say('trustee.ring.who')}
                value={member}
                onChoose={setMember}
                choices={plan.members.map(({ id, name, interest }) => ({
                  value: id,
                  label: name,
                  hint: interest,
                }))}
              />
              <Field
                type="password"
                label={say('trustee.start.passphrase')}
                hint={say('trustee.start.passphrase.hint', { least })}
                value={passphrase}
                onInput={setPassphrase}
                maxLength={PASSPHRASE_LENGTH.most}
              />
              <Field
                type="password"
                label={say('trustee.start.passphraseAgain')}
                value={again}
                onInput={setAgain}
                maxLength={PASSPHRASE_LENGTH.most}
              />
            </>
          )}
        </ActForm>
      </div>
    </details>
  );
}
