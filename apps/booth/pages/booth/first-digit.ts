import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Takes the first digit that is typed while a last word of the voter before still stands: the next card has begun, by a scanner
 * or on a keyboard. The keypad takes the rest; it listens before the next event, so none is lost between.
 */
export function useFirstDigit(onDigit: (digit: string) => void): void {
  const latest = useRef(onDigit);
  latest.current = onDigit;
  useLayoutEffect(() => {
    const take = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^\d$/.test(event.key)) return;
      event.preventDefault();
      latest.current(event.key);
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, []);
}
