import { useEffect } from 'preact/hooks';
import type { SwitchKeys } from './wire.ts';

/** No hand is as quick from a digit to Enter as a scanner, which ends a card's code with it. */
const SCANNER_PAUSE_MS = 100;
const STOPS = 'button, input[type="radio"], select';

/** Everything that can be pressed now, in the order in which one comes to it: the open dialog; else the step, then the head. */
function stops(): HTMLElement[] {
  const dialog = document.querySelector('dialog[open]');
  const rooms = dialog === null ? [...document.querySelectorAll('main, header')] : [dialog];
  // the head comes after the step: it is needed once, the step at every screen
  const ordered = rooms.toSorted(
    (left, right) => Number(left.matches('header')) - Number(right.matches('header')),
  );
  return ordered
    .flatMap((room) => [...room.querySelectorAll<HTMLElement>(STOPS)])
    .filter((element) => element.getClientRects().length > 0);
}

/** Moves the focus to the next (1) or the previous (−1) thing that can be pressed; after the last comes the first. */
export function moveOn(by: 1 | -1): void {
  const all = stops();
  const here = document.activeElement;
  const index = here instanceof HTMLElement ? all.indexOf(here) : -1;
  const following = all.findIndex(
    (stop) => here !== null && (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  // from a heading, which is no stop itself, the first one after it
  const from = index >= 0 ? index + by : following < 0 ? 0 : by === 1 ? following : following - 1;
  all[(from + all.length) % all.length]?.focus();
}

/** Presses what has the focus. */
export function pressHere(): void {
  const here = document.activeElement;
  if (here instanceof HTMLElement && here.matches(STOPS)) here.click();
}

/**
 * The whole booth by a few keys: two buttons, a sip-and-puff switch, the arrows of a keyboard. Moving never chooses, so that a candidate can
 * be listened to without being taken; a key that is held down counts once.
 */
export function useSwitchKeys(keys: SwitchKeys | undefined): void {
  useEffect(() => {
    if (keys === undefined) return undefined;
    let lastDigitAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) lastDigitAt = event.timeStamp;
      if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
      const { key } = event;
      const isEntry = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
      const by = keys.next.includes(key) ? 1 : keys.previous.includes(key) ? -1 : 0;
      const presses = keys.select.includes(key);
      if (by === 0 && !presses) return;
      // the code's own entry takes Enter; a scanner's Enter must press nothing
      if (presses && (isEntry || event.timeStamp - lastDigitAt < SCANNER_PAUSE_MS)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      // listeners of touches must hear of it all the same
      document.dispatchEvent(new Event('bilik-key'));
      if (by !== 0) moveOn(by);
      else pressHere();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [keys]);
}
