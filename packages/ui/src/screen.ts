/** How a screen looks as a whole; kept on `<html>`, where the style sheet reads it. */
export interface ScreenLook {
  /** `office` for desk, board and trustees; `booth` for the voter; `wall` for what hangs on a wall. */
  readonly kind: 'office' | 'booth' | 'wall';
  readonly contrast: 'normal' | 'high';
  /** 1 to 3; each step is about a fifth larger. */
  readonly textSize: 1 | 2 | 3;
}

/** Sets the look of the whole screen. A page may also write the same attributes in its `index.html`. */
export function setScreenLook(look: Partial<ScreenLook>): void {
  const root = document.documentElement;
  if (look.kind !== undefined) root.dataset['kind'] = look.kind;
  if (look.contrast !== undefined) root.dataset['contrast'] = look.contrast;
  if (look.textSize !== undefined) root.dataset['textSize'] = String(look.textSize);
}

/**
 * Tells the style sheet how many of its pixels make a real millimetre on this device, so that 20 mm are 20 mm.
 * @param pixels 2 to 20; the browser's own guess is 3.78
 */
export function setPixelsPerMillimetre(pixels: number): void {
  document.documentElement.style.setProperty('--mm', `${Math.min(20, Math.max(2, pixels))}px`);
}
