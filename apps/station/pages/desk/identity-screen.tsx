import { ActionBar, Button } from '@bilik/ui/button';
import { ChoiceField } from '@bilik/ui/field';
import { StepHeading } from '@bilik/ui/page';
import { useRef, useState } from 'preact/hooks';
import {
  IDENTITY_METHODS,
  type IdentityMethod,
  OVERRIDES,
  type Override,
  type VoterRow,
} from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';
import { useFocusAtOnce } from './focus-at-once.ts';
import { VoterFacts } from './voter-facts.tsx';
import type { FoundBy } from './voter-search.tsx';

export interface IdentityScreenProps {
  readonly row: VoterRow;
  readonly votingDate: string;
  readonly foundBy: FoundBy;
  readonly isSending: boolean;
  readonly onPresent: (identity: {
    readonly method: IdentityMethod;
    readonly override: Override | null;
  }) => void;
  readonly onBack: () => void;
}

/** Who stands here, how the desk knows it, and the one act: present. Enter confirms, Escape goes back. */
export function IdentityScreen(props: IdentityScreenProps) {
  const { row, votingDate, foundBy, isSending, onPresent, onBack } = props;
  const say = useDeskWords();
  const form = useRef<HTMLFormElement>(null);
  useFocusAtOnce(form, '.step-heading', true);
  const [method, setMethod] = useState<IdentityMethod>(foundBy === 'nik' ? 'nik-typed' : 'name-and-photo');
  const [override, setOverride] = useState<Override | 'none'>('none');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onBack();
    if (event.key !== 'Enter') return;
    // The Enter that opened this screen may still be held down: only a new press counts.
    if (event.repeat) return event.preventDefault();
    const isControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement;
    if (!isControl && event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit();
  };

  return (
    <form
      ref={form}
      class="identity"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) onPresent({ method, override: override === 'none' ? null : override });
      }}
    >
      <section class="sheet person">
        <div class="stack stack--tight">
          <p class="soft">{say('desk.identity.heading')}</p>
          <StepHeading>{row.voter.name}</StepHeading>
        </div>
        <VoterFacts voter={row.voter} votingDate={votingDate} />
        <div class="chips">
          <ChoiceField
            label={say('desk.identity.method')}
            choices={IDENTITY_METHODS.map((value) => ({
              value,
              label: say(`desk.identity.method.${value}`),
            }))}
            value={method}
            onChoose={setMethod}
          />
        </div>
        <details class="override">
          <summary>
            {say('desk.identity.override')}
            {': '}
            <strong>{say(`desk.identity.override.${override}`)}</strong>
          </summary>
          <div class="chips stack stack--tight">
            <ChoiceField
              label={say('desk.identity.override')}
              choices={(['none', ...OVERRIDES] as const).map((value) => ({
                value,
                label: say(`desk.identity.override.${value}`),
              }))}
              value={override}
              onChoose={setOverride}
            />
            <p class="soft small">{say('desk.identity.override.why')}</p>
          </div>
        </details>
      </section>
      <ActionBar>
        <Button kind="primary" size="large" submit={true} busy={isSending}>
          {say('desk.present')}
        </Button>
        <Button size="large" onPress={onBack}>
          {say('desk.identity.back')}
        </Button>
      </ActionBar>
    </form>
  );
}
