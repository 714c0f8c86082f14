import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ActionBar } from './button.tsx';
import { fitStep, unfitStep } from './fit-step.ts';

export interface StepProps {
  /** What this step shows. It takes the height that is left; large letters shrink until it fits, and what still does not is scrolled to. */
  readonly children: ComponentChildren;
  /** The acts of this step, always in sight; `undefined` while there is nothing to press. */
  readonly actions?: ComponentChildren;
}

/**
 * One step of a screen that changes in place (the booth): what it shows, and below it its acts. The acts have a place of their
 * own, so that nothing can lie under them; on a phone they stand after everything else.
 */
export function Step({ children, actions }: StepProps) {
  const body = useRef<HTMLDivElement>(null);
  const [isTaller, setTaller] = useState(false);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const look = () => {
      fitStep(element);
      setTaller(element.scrollHeight > element.clientHeight + 1);
    };
    const sizes = new ResizeObserver(look);
    const contents = new MutationObserver(look);
    sizes.observe(element);
    contents.observe(element, { childList: true, characterData: true, subtree: true });
    const letters = new MutationObserver(look);
    letters.observe(document.documentElement, { attributeFilter: ['data-text-size'] });
    document.fonts.addEventListener('loadingdone', look);
    look();
    return () => {
      sizes.disconnect();
      contents.disconnect();
      letters.disconnect();
      document.fonts.removeEventListener('loadingdone', look);
      unfitStep();
    };
  }, []);
  return (
    <div class={`step${isTaller ? ' step--taller' : ''}`}>
      {/* a keyboard can scroll it only where it can stop */}
      <div class="step__body" ref={body} {...(isTaller ? { tabIndex: 0 } : {})}>
        {children}
      </div>
      {actions !== undefined && <ActionBar>{actions}</ActionBar>}
    </div>
  );
}
