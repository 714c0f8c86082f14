import { useLayoutEffect } from 'preact/hooks';

/**
 * Moves the focus together with the screen, not a moment after it: at a desk the next key may be pressed before the
 * first paint, and would be lost.
 * @param selector what takes the focus inside the box
 */
export function useFocusAtOnce(
  box: { readonly current: HTMLElement | null },
  selector: string,
  isWanted: boolean,
): void {
  useLayoutEffect(() => {
    if (isWanted) box.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [box, selector, isWanted]);
}
