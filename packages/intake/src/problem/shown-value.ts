import { maskNik } from '@bilik/election';

const SHOWN_CHARACTERS = 60;
const CONTROL_OR_DIRECTION = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Eight digits and more, also with the dots, spaces or hyphens people put between them. */
const LONG_NUMBER = /\d(?:[ .\-\u00a0]?\d){7,}/g;

/**
 * A cell's text as it may be shown and logged: one line, no control characters (a terminal or a browser could obey them),
 * at most 60 characters, every long number masked whichever column it stands in. Dates with four-digit years stay readable.
 */
export function shownValue(text: string): string {
  const line = text
    .slice(0, SHOWN_CHARACTERS * 4)
    .replace(CONTROL_OR_DIRECTION, '\ufffd')
    .trim();
  const masked = line.replace(LONG_NUMBER, (digits) =>
    looksLikeDate(digits) ? digits : maskNik(digits.replace(/\D/g, '')),
  );
  const characters = [...masked];
  return characters.length <= SHOWN_CHARACTERS
    ? masked
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}

function looksLikeDate(text: string): boolean {
  return /^(?:\d{1,2}[ .-]\d{1,2}[ .-]\d{4}|\d{4}[ .-]\d{1,2}[ .-]\d{1,2})$/.test(text);
}
