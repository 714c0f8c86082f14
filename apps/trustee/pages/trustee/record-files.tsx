import { Button } from '@bilik/ui/button';
import { FileField } from '@bilik/ui/field';
import { useSay } from '@bilik/ui/language';
import type { TrusteeState } from '../../src/api/state.ts';
import type { Acting } from './act.tsx';
import { device } from './device-calls.ts';
import { phrase } from './phrases.ts';

/** Takes in record and void list as files, and checks them. */
export function RecordFiles(props: {
  readonly state: TrusteeState;
  readonly acting: Acting;
  readonly disabledBecause: string | undefined;
  readonly isMain: boolean;
}) {
  const { state, acting, isMain } = props;
  const { record, voidList } = state.incoming;
  const say = useSay(phrase);
  const hint = (bytes: number | null) =>
    bytes === null ? undefined : say('trustee.opening.fileHere', { bytes });
  const take = (file: 'record' | 'void') => (content: File) => {
    void acting.run(device.upload(file, content));
  };
  const missing = record === null || voidList === null ? say('trustee.opening.filesMissing') : undefined;
  return (
    <div class="stack">
      <FileField
        label={say('trustee.opening.recordFile')}
        hint={hint(record)}
        accept=".bel"
        onFile={take('record')}
      />
      <FileField
        label={say('trustee.opening.voidFile')}
        hint={hint(voidList)}
        accept=".json"
        onFile={take('void')}
      />
      <Button
        kind={isMain ? 'primary' : 'plain'}
        size="large"
        onPress={async () => void (await acting.run(device.check()))}
        disabledBecause={missing ?? props.disabledBecause}
      >
        {say('trustee.opening.check')}
      </Button>
    </div>
  );
}
