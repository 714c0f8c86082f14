import { largestFitting } from './fit-letters.ts';

/** Names and photos of a ballot fit themselves, by `useFittingLetters`. */
const FITS_ITSELF = '.ballot, .faces';

/**
 * Letters as large as the voter asked for, but not so large that something of a step has to be searched for by scrolling: a key or a
 * sentence below the edge is worse than letters a little smaller. Never smaller than normal ones. Does nothing where a step
 * has no height of its own and the page is scrolled (a phone).
 */
export function fitStep(body: HTMLElement): void {
  const root = document.documentElement;
  root.style.removeProperty('--text-scale');
  const wished = Number(getComputedStyle(root).getPropertyValue('--text-scale'));
  if (!(wished > 1) || getComputedStyle(body).overflowY !== 'auto') return;
  if (body.querySelector(FITS_ITSELF) !== null) return;
  const share = largestFitting((tried) => {
    const scale = Math.max(1, wished * tried);
    root.style.setProperty('--text-scale', String(scale));
    return scale === 1 || body.scrollHeight <= body.clientHeight + 1;
  });
  if (share === 1) root.style.removeProperty('--text-scale');
}

/** The next step begins with the letters that the voter asked for. */
export function unfitStep(): void {
  document.documentElement.style.removeProperty('--text-scale');
}
