import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { ChoiceField, Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { words } from './ceremony-wire.ts';
import { actOn, type SittingPart } from './phase-act.tsx';

/** What is possible when somebody cannot come, and what is not. */
export function TroubleSection({ sitting, language, onDone }: SittingPart) {
  const { id, keys, phase, threshold, members } = sitting;
  const [reason, setReason] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (phase === 'left') return null;
  const isMade = keys !== null;
  const missing = reason.trim() === '' ? words(language, 'ceremony.reason') : undefined;
  return (
    <details class="sheet">
      <summary>{words(language, 'ceremony.trouble')}</summary>
      <div class="stack">
        <p>
          {isMade
            ? words(language, 'ceremony.trouble.after', { threshold: String(threshold) })
            : words(language, 'ceremony.trouble.before')}
        </p>
        {isMade && (
          <ChoiceField
            label={words(language, 'ceremony.lost.who')}
            value={who}
            onChoose={setWho}
            choices={members
              .filter(({ isLost }) => !isLost)
              .map((member) => ({ value: member.id, label: member.name }))}
          />
        )}
        <Field
          label={words(language, 'ceremony.reason')}
          value={reason}
          onInput={setReason}
          maxLength={300}
        />
        <div>
          {isMade ? (
            <Button
              disabledBecause={missing ?? (who === null ? words(language, 'ceremony.lost.who') : undefined)}
              onPress={() => actOn('ceremony.lost', { sitting: id, member: who ?? '', reason }, onDone)}
            >
              {words(language, 'ceremony.lost.act')}
            </Button>
          ) : (
            <Button kind="bad" disabledBecause={missing} onPress={() => setAsking(true)}>
              {words(language, 'ceremony.leave')}
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={words(language, 'ceremony.leave')}
        confirmWord={words(language, 'ceremony.leave')}
        cancelWord={words(language, 'common.back')}
        kind="bad"
        onConfirm={async () => {
          setAsking(false);
          await actOn('ceremony.leave', { sitting: id, reason }, onDone);
        }}
        onCancel={() => setAsking(false)}
      >
        {words(language, 'ceremony.leave.confirm')}
      </ConfirmDialog>
    </details>
  );
}
