import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const TOUCHES = ['pointerdown', 'keydown', 'bilik-key'] as const;

/**
 * Acts once nobody has touched the screen or a key for a while.
 *
 * What waits does so from the moment that the screen stands, never a little later.
 *
 * @param watches while false nothing is waited for; the wait begins when it becomes true
 * @param milliseconds every touch begins the wait anew
 */
export function useUntouched(watches: boolean, milliseconds: number, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useLayoutEffect(() => {
    if (!watches) return undefined;
    let timer = setTimeout(() => latest.current(), milliseconds);
    const beginAnew = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), milliseconds);
    };
    for (const touch of TOUCHES) document.addEventListener(touch, beginAnew, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) document.removeEventListener(touch, beginAnew, { capture: true });
    };
  }, [watches, milliseconds]);
}

/**
 * Whether to remind somebody who has touched nothing for a while; the next touch ends it.
 *
 * @param onRemind called once each time it begins
 */
export function useReminder(watches: boolean, milliseconds: number, onRemind: () => void): boolean {
  const [isDue, setDue] = useState(false);
  useUntouched(watches && !isDue, milliseconds, () => {
    setDue(true);
    onRemind();
  });
  useLayoutEffect(() => {
    if (!isDue) return undefined;
    const end = (): void => setDue(false);
    for (const touch of TOUCHES) document.addEventListener(touch, end, { capture: true });
    return () => {
      for (const touch of TOUCHES) document.removeEventListener(touch, end, { capture: true });
    };
  }, [isDue]);
  return isDue && watches;
}
