import { useSay } from '@bilik/ui/language';
import { type Step, Steps } from '@bilik/ui/steps';
import type { TrusteeState } from '../../src/api/state.ts';
import { isAboutRecord } from './guide.ts';
import { phrase } from './phrases.ts';

const STAGES = ['certificate', 'deal', 'receive', 'key', 'election', 'check', 'open'] as const;

/** How many stages are behind this device. */
function stagesDone({ step, check, sharedFor }: TrusteeState): number {
  switch (step) {
    case 'empty':
      return 0;
    case 'certificate':
      return 1;
    case 'polynomial':
      return 2;
    case 'share':
      return 3;
    case 'key':
      return 4;
    case 'election':
      return check.phase === 'checked' ? 6 : 5;
    case 'opened':
      return sharedFor?.isSent === true ? 7 : 6;
  }
}

/** The way of a key from its making to the opening, with where this device is. */
export function Way({ state }: { readonly state: TrusteeState }) {
  const say = useSay(phrase);
  const done = stagesDone(state);
  const hasFailed =
    state.step === 'election' && state.check.phase === 'refused' && isAboutRecord(state.check.refusal.type);
  const steps = STAGES.map((stage, index): Step => {
    const now = hasFailed && stage === 'check' ? 'failed' : 'now';
    return {
      key: stage,
      label: say(`trustee.way.${stage}`),
      state: index < done ? 'done' : index === done ? now : 'next',
    };
  });
  return (
    <section class="stack stack--tight">
      <h2>{say('trustee.way')}</h2>
      <Steps label={say('trustee.way')} steps={steps} />
    </section>
  );
}
