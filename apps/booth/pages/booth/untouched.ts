import { useEffect, useRef } from 'preact/hooks';

const TOUCHES = ['pointerdown', 'keydown'] as const;

/**
 * Acts once nobody has touched the screen or a key for a while.
 *
 * @param watches while false nothing is waited for; the wait begins when it becomes true
 * @param milliseconds every touch begins the wait anew
 */
export function useUntouched(watches: boolean, milliseconds: number, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
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
