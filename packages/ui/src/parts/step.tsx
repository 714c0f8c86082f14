import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ActionBar } from './button.tsx';

export interface StepProps {
  /** What this step shows. It takes the height that is left; what does not fit is scrolled to. */
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
    const look = () => setTaller(element.scrollHeight > element.clientHeight + 1);
    const sizes = new ResizeObserver(look);
    const contents = new MutationObserver(look);
    sizes.observe(element);
    contents.observe(element, { childList: true, characterData: true, subtree: true });
    look();
    return () => {
      sizes.disconnect();
      contents.disconnect();
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
