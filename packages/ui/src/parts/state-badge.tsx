import { type Phase, phase as phaseTexts } from '@bilik/words/catalogue/phase';
import { phrasesOf } from '@bilik/words/phrases';
import { useSay } from './language.tsx';
import { Shape, type ShapeName } from './shape.tsx';

/** A state of anything; each has a shape, a colour and, from the caller, a word. */
export type State = 'good' | 'warn' | 'bad' | 'info' | 'waiting' | 'active' | 'idle';

export interface StateBadgeProps {
  readonly state: State;
  /** The word of the state: it is never shown by shape or colour alone. */
  readonly word: string;
  readonly size?: 'normal' | 'large' | undefined;
}

export function StateBadge({ state, word, size = 'normal' }: StateBadgeProps) {
  return <Badge tone={state} shape={state} word={word} size={size} />;
}

const phrase = phrasesOf(phaseTexts);

const PHASE_LOOK: Record<Phase, { readonly tone: State; readonly shape: ShapeName }> = {
  configured: { tone: 'idle', shape: 'idle' },
  zero_proven: { tone: 'idle', shape: 'zero' },
  open: { tone: 'good', shape: 'active' },
  paused: { tone: 'warn', shape: 'paused' },
  closed: { tone: 'info', shape: 'closed' },
  counted: { tone: 'info', shape: 'counted' },
  sealed: { tone: 'active', shape: 'sealed' },
};

/** The phase of the polling place. */
export function PhaseBadge({
  phase,
  size = 'normal',
}: {
  readonly phase: Phase;
  readonly size?: 'normal' | 'large' | undefined;
}) {
  const say = useSay(phrase);
  const { tone, shape } = PHASE_LOOK[phase];
  return <Badge tone={tone} shape={shape} word={say(`phase.${phase}`)} size={size} />;
}

function Badge(props: {
  readonly tone: State;
  readonly shape: ShapeName;
  readonly word: string;
  readonly size: string;
}) {
  return (
    <span class={`badge tone--${props.tone} badge--${props.size}`}>
      <Shape name={props.shape} />
      <span>{props.word}</span>
    </span>
  );
}
