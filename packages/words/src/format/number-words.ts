const DIGITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const;

/** The largest number that can be said. */
export const LARGEST_NUMBER_IN_WORDS = 999_999_999;

/**
 * A number in Indonesian words, as minutes need it beside the figures: 1.234 is `seribu dua ratus tiga puluh empat`.
 * @param count whole number, 0..999.999.999
 * @throws RangeError outside that range
 */
export function terbilang(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > LARGEST_NUMBER_IN_WORDS)
    throw new RangeError(`Only whole numbers from 0 to ${LARGEST_NUMBER_IN_WORDS} can be said in words.`);
  if (count === 0) return DIGITS[0];
  const millions = Math.floor(count / 1_000_000);
  const thousands = Math.floor(count / 1000) % 1000;
  const rest = count % 1000;
  return [
    millions === 0 ? '' : `${belowThousand(millions)} juta`,
    thousands === 0 ? '' : thousands === 1 ? 'seribu' : `${belowThousand(thousands)} ribu`,
    belowThousand(rest),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** 0..999; nothing for 0. */
function belowThousand(count: number): string {
  const hundreds = Math.floor(count / 100);
  const said = hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${DIGITS[hundreds]} ratus`;
  return [said, belowHundred(count % 100)].filter((part) => part !== '').join(' ');
}

function belowHundred(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (count === 0) return '';
  if (tens === 0) return DIGITS[ones] ?? '';
  if (count === 10) return 'sepuluh';
  if (count === 11) return 'sebelas';
  if (tens === 1) return `${DIGITS[ones]} belas`;
  return ones === 0 ? `${DIGITS[tens]} puluh` : `${DIGITS[tens]} puluh ${DIGITS[ones]}`;
}
