import type { Page } from 'playwright-core';

/** 20 mm on a tablet of ten inches and 1280 × 800: 1,509 pixels along 254 mm. */
export const TWENTY_MM_PIXELS = (20 * Math.hypot(1280, 800)) / 254;

/** What a voter must see to know what is chosen, printed and asked. */
const MATTERS =
  '.step-heading, .candidate, .ballot__question, .face__name, .face__number, .face__photo, .printer-window img, .proof .qr, .notice, .told, .told p, ' +
  '.keypad__window, .copy-line, .keypad__key, .booth-text, .booth-question, .question__people select, .question__answers .button';
/** Where a voter chooses and confirms. */
const TARGETS = '.candidate, .keypad__key, .button--touch';

export interface FaultLimits {
  /** Everything that matters is whole in sight: nobody scrolls. */
  readonly whole: boolean;
  /** The least height and width of a target. */
  readonly targetPixels: number;
}

/**
 * Looks at one screen of the booth as it is drawn: what lies under the action bar, what is cut off or out of sight, which target
 * is too small, whether the page is wider than the screen.
 * @returns one sentence a fault
 */
export function screenFaults(page: Page, limits: FaultLimits): Promise<string[]> {
  return page.evaluate(
    ({ matters, targets, whole, targetPixels }) => {
      const faults: string[] = [];
      const bars = [...document.querySelectorAll('.action-bar')].map((bar) => bar.getBoundingClientRect());
      const nameOf = (element: Element) =>
        `${element.classList[0]} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
      /** The part of an element that no scrolled part around it hides. */
      const seen = (element: Element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const box = { left, top, right, bottom };
        for (let around = element.parentElement; around !== null; around = around.parentElement) {
          // what is fixed to the screen is clipped by nothing around it
          if (getComputedStyle(around).position === 'fixed') break;
          if (getComputedStyle(around).overflowY === 'visible') continue;
          const clip = around.getBoundingClientRect();
          box.left = Math.max(box.left, clip.left);
          box.top = Math.max(box.top, clip.top);
          box.right = Math.min(box.right, clip.right);
          box.bottom = Math.min(box.bottom, clip.bottom);
        }
        return box;
      };
      for (const element of document.querySelectorAll(matters)) {
        const full = element.getBoundingClientRect();
        if (full.width <= 1 || element.closest('.unseen') !== null) continue;
        const box = seen(element);
        const isSeen = box.right - box.left > 1 && box.bottom - box.top > 1;
        for (const bar of bars) {
          const across = Math.min(box.right, bar.right) - Math.max(box.left, bar.left);
          const down = Math.min(box.bottom, bar.bottom) - Math.max(box.top, bar.top);
          if (isSeen && across > 1 && down > 1) faults.push(`${nameOf(element)} lies under the action bar`);
        }
        const isWhole =
          full.bottom - box.bottom <= 1 &&
          box.top - full.top <= 1 &&
          full.right - box.right <= 1 &&
          full.top >= 0 &&
          full.bottom <= innerHeight &&
          full.right <= innerWidth;
        if (whole && !isWhole) faults.push(`${nameOf(element)} is not whole in sight`);
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          faults.push(`${nameOf(element)} is wider than its place`);
        if (element.matches('.face__name, .candidate') && element.scrollHeight > element.clientHeight + 1)
          faults.push(`${nameOf(element)} is higher than its place`);
      }
      for (const name of document.querySelectorAll('.face__name')) {
        const photo = name.parentElement?.querySelector('.face__photo > *')?.getBoundingClientRect();
        const box = name.getBoundingClientRect();
        if (
          photo !== undefined &&
          Math.min(photo.right, box.right) - Math.max(photo.left, box.left) > 1 &&
          Math.min(photo.bottom, box.bottom) - Math.max(photo.top, box.top) > 1
        )
          faults.push(`${nameOf(name)} lies under its photo`);
      }
      for (const photo of document.querySelectorAll('.face__photo, .printer-window img, .proof .qr')) {
        const { width, height } = photo.getBoundingClientRect();
        if (Math.min(width, height) < 60)
          faults.push(`${photo.classList[0] ?? photo.tagName} is too small to see`);
      }
      for (const target of document.querySelectorAll(targets)) {
        const { width, height } = target.getBoundingClientRect();
        if (width > 0 && Math.min(width, height) < targetPixels - 0.5)
          faults.push(
            `${nameOf(target)} is too small to touch: ${Math.round(width)} × ${Math.round(height)}`,
          );
      }
      if (whole) {
        for (const button of document.querySelectorAll('.action-bar .button')) {
          if (button.getBoundingClientRect().bottom > innerHeight)
            faults.push(`${nameOf(button)} is out of sight`);
        }
      }
      if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the screen');
      // the head: words of the place, then all switches in one line
      const switches = [...document.querySelectorAll('.head__state button')].map((one) =>
        one.getBoundingClientRect(),
      );
      const [first] = switches;
      if (
        first !== undefined &&
        switches.some(({ top, right }) => Math.abs(top - first.top) > 12 || right > innerWidth)
      )
        faults.push('the head is broken: its switches do not stand in one line');
      return faults;
    },
    { matters: MATTERS, targets: TARGETS, ...limits },
  );
}
