import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Of the size that the style sheet asks for. */
const STEP = 0.05;
/** Below this letters are too small to read: then the screen is scrolled instead. */
const SMALLEST = 0.5;

/**
 * Tries letter sizes from 1 downwards.
 * @param fits whether everything is whole at this share of the wished size
 * @returns the largest share that fits; the smallest when none does
 */
export function largestFitting(fits: (share: number) => boolean): number {
  for (let steps = 0; ; steps += 1) {
    const share = 1 - steps * STEP;
    if (share <= SMALLEST) return SMALLEST;
    if (fits(share)) return share;
  }
}

/**
 * Makes the names of all faces inside a box smaller, and all alike, until the longest is whole in its card: one candidate's
 * long title must neither be cut off nor make another candidate's name look less. Sets `--fit` on the box.
 */
export function useFittingLetters(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const fit = () => {
      const set = (share: number) => element.style.setProperty('--fit', share.toFixed(2));
      set(
        largestFitting((share) => {
          set(share);
          return [...element.querySelectorAll<HTMLElement>('.face, .face__name')].every(
            (part) => part.scrollHeight <= part.clientHeight + 1 && part.scrollWidth <= part.clientWidth + 1,
          );
        }),
      );
    };
    const sizes = new ResizeObserver(fit);
    sizes.observe(element);
    // larger letters need not change the size of the box
    const looks = new MutationObserver(fit);
    looks.observe(document.documentElement, { attributeFilter: ['data-text-size'] });
    document.fonts.addEventListener('loadingdone', fit);
    fit();
    return () => {
      sizes.disconnect();
      looks.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  });
}
