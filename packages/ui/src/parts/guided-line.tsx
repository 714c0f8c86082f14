import type { ComponentChildren } from 'preact';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

/** Says what to do next, so that a newcomer needs nobody's help. */
export function GuidedLine({ children }: { readonly children: ComponentChildren }) {
  const say = usePartWords();
  return (
    <p class="guided-line" role="status">
      <Shape name="arrow" />
      <span>
        <strong>{say('parts.nextStep')}:</strong> {children}
      </span>
    </p>
  );
}
