import { Button, ButtonRow } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { FileField } from '@bilik/ui/field';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import type { TrusteeState } from '../../src/api/state.ts';
import { ErrorNotice, useActing } from './act.tsx';
import { ActForm } from './act-form.tsx';
import { device, downloadText } from './device-calls.ts';
import { phrase } from './phrases.ts';
import { SheetSection } from './sheet-section.tsx';

/** The key is made: compare the list of trustees, hand it over, and later bind the key to its election. */
export function KeyScreen({
  ceremony,
  isExercise,
}: {
  readonly ceremony: NonNullable<TrusteeState['ceremony']>;
  readonly isExercise: boolean;
}) {
  const { key, threshold, trusteeCount } = ceremony;
  const say = useSay(phrase);
  const acting = useActing();
  const [election, setElection] = useState<File | undefined>(undefined);
  const [trustees, setTrustees] = useState<File | undefined>(undefined);
  const download = async () => {
    const list = await acting.run(device.trustees());
    if (list !== undefined) downloadText('trustees.json', list.value.text);
  };
  const bind = async () => {
    if (election === undefined || trustees === undefined) return;
    const electionText = await acting.read(election);
    const trusteesText = await acting.read(trustees);
    if (electionText === undefined || trusteesText === undefined) return;
    await acting.run(device.bind({ election: electionText, trustees: trusteesText }));
  };
  const isWhole = election !== undefined && trustees !== undefined;
  return (
    <>
      <Notice state="good" happened={say('trustee.key.ready')} toDo={say('trustee.key.next')} />
      {key !== null && (
        <>
          <Figures>
            <Figure label={say('trustee.key.number')} value={key.ownerIndex} />
            {threshold !== null && trusteeCount !== null && (
              <Figure
                label={say('trustee.key.enough')}
                value={threshold}
                note={say('trustee.key.enough.note', { count: trusteeCount })}
              />
            )}
          </Figures>
          <CopyLine label={say('trustee.key.trusteesHash')} value={key.trusteesHash} groupSize={4} />
          <ButtonRow>
            <Button onPress={download}>{say('trustee.key.downloadTrustees')}</Button>
          </ButtonRow>
          <SheetSection ceremony={ceremony} isExercise={isExercise} />
        </>
      )}
      <section class="sheet stack">
        <StepHeading>{say('trustee.election.heading')}</StepHeading>
        <ErrorNotice error={acting.error} />
        <p>{say('trustee.election.once')}</p>
        <ActForm
          word={say('trustee.election.act')}
          onAct={bind}
          disabledBecause={isWhole ? undefined : say('trustee.election.filesMissing')}
        >
          <FileField label={say('trustee.election.file')} accept=".json" onFile={setElection} />
          <FileField label={say('trustee.election.trusteesFile')} accept=".json" onFile={setTrustees} />
        </ActForm>
      </section>
    </>
  );
}
