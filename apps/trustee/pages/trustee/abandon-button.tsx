import { Button, ButtonRow } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { useSay } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';
import { phrase } from './phrases.ts';

/** The way out of a ceremony that cannot be finished. */
export function AbandonButton({ ceremony, acting }: { readonly ceremony: string; readonly acting: Acting }) {
  const say = useSay(phrase);
  const [isAsking, setAsking] = useState(false);
  const abandon = async () => {
    await acting.run(device.abandon(ceremony));
    setAsking(false);
  };
  return (
    <>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {say('trustee.abandon')}
        </Button>
      </ButtonRow>
      <ConfirmDialog
        open={isAsking}
        kind="bad"
        title={say('trustee.abandon.title', { ceremony })}
        confirmWord={say('trustee.abandon.confirm')}
        cancelWord={say('common.back')}
        onConfirm={abandon}
        onCancel={() => setAsking(false)}
      >
        {say('trustee.abandon.text')}
      </ConfirmDialog>
    </>
  );
}
