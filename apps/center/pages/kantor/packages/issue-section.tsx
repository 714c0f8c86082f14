import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import {
  type Issued,
  issuedSchema,
  missingSentence,
  type PlaceView,
  type refusalSentence,
  words,
} from './packages-wire.ts';

export interface PlacePart {
  readonly name: { readonly election: string; readonly place: string };
  readonly view: PlaceView;
  readonly language: 'id' | 'en';
  /** @param error undefined when it was done */
  readonly onDone: (error: Parameters<typeof refusalSentence>[1] | undefined) => Promise<void>;
}

/** Issues a package, or issues it anew: asked twice, because what it prints is printed once. */
export function IssueSection({
  name,
  view,
  language,
  onDone,
  onIssued,
}: PlacePart & { readonly onIssued: (issued: Issued) => void }) {
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [inForce] = view.versions;
  const isAgain = inForce !== undefined;
  const issue = async () => {
    setAsking(false);
    const answer = await callAct(
      'packages.issue',
      { ...name, ...(isAgain ? { reason: reason.trim() } : {}) },
      issuedSchema,
    );
    if (answer.ok) onIssued(answer.value);
    await onDone(answer.ok ? undefined : answer.error);
  };
  const missing =
    view.missing.length > 0
      ? words(language, isAgain ? 'packages.lacks.again' : 'packages.refused.place-not-ready', {
          missing: missingSentence(language, view.missing),
        })
      : isAgain && reason.trim() === ''
        ? words(language, 'packages.issue.reason')
        : undefined;
  return (
    <section class="sheet stack">
      <h3>{words(language, isAgain ? 'packages.issue.again' : 'packages.issue')}</h3>
      <p>{words(language, 'packages.issue.about')}</p>
      {isAgain && (
        <>
          <p>{words(language, 'packages.issue.again.about', { version: String(inForce.version) })}</p>
          <Field
            label={words(language, 'packages.issue.reason')}
            value={reason}
            onInput={setReason}
            maxLength={300}
          />
        </>
      )}
      <div>
        <Button kind={isAgain ? 'bad' : 'primary'} disabledBecause={missing} onPress={() => setAsking(true)}>
          {words(language, isAgain ? 'packages.issue.again' : 'packages.issue')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={words(language, isAgain ? 'packages.issue.again' : 'packages.issue')}
        confirmWord={words(language, isAgain ? 'packages.issue.again' : 'packages.issue')}
        cancelWord={words(language, 'common.back')}
        kind={isAgain ? 'bad' : 'primary'}
        onConfirm={issue}
        onCancel={() => setAsking(false)}
      >
        {words(language, 'packages.issue.confirm')}
      </ConfirmDialog>
    </section>
  );
}
