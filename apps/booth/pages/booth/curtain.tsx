import { useSay } from '@bilik/ui/language';
import { useEffect } from 'preact/hooks';
import { moveOn, pressHere } from './switch-keys.ts';
import { words } from './words.ts';

/** Screens that officers need to see, and that show no choice. */
const LIFTED = '.lifts-curtain';

/**
 * A dark screen for a voter who listens: nobody beside the booth can read it. The page below stays as it is for keys and screen readers;
 * a touch on the left half moves on, one on the right half presses what was just read.
 */
export function Curtain() {
  const say = useSay(words);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['curtain'] = 'drawn';
    const isDark = (): boolean => document.querySelector(LIFTED) === null;
    const onTouch = (event: MouseEvent): void => {
      // by a finger; what a key or a screen reader presses has no place on the screen
      if (!event.isTrusted || event.detail === 0 || !isDark()) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.clientX < innerWidth / 2) moveOn(1);
      else pressHere();
    };
    const onDown = (event: Event): void => {
      // a finger must not take the focus away from what was just read
      if (event.isTrusted && isDark()) event.preventDefault();
    };
    document.addEventListener('click', onTouch, { capture: true });
    document.addEventListener('mousedown', onDown, { capture: true });
    return () => {
      delete root.dataset['curtain'];
      document.removeEventListener('click', onTouch, { capture: true });
      document.removeEventListener('mousedown', onDown, { capture: true });
    };
  }, []);
  return (
    <div class="curtain" aria-hidden="true">
      <p>{say('guide.curtain.shown')}</p>
    </div>
  );
}
