import type { Problem } from '@bilik/election';

/** Sixteen digits, however they are spaced: a NIK or the number of a family card. */
const SIXTEEN_DIGITS = /(?:\d[ .-]?){15}\d/;
/** A mobile or office number: +62 or 0, then eight to thirteen digits. */
const TELEPHONE = /(?:\+62|\b0)[ -]?8(?:[ -]?\d){7,12}/;
const MAIL_ADDRESS = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;

/** Texts anywhere in a value that hold the number or address of a person. A name cannot be told from other words: people read it. */
export function peopleInTexts(value: unknown, path = ''): readonly Problem[] {
  if (typeof value === 'string') {
    const isPerson = SIXTEEN_DIGITS.test(value) || TELEPHONE.test(value) || MAIL_ADDRESS.test(value);
    return isPerson
      ? [
          {
            path,
            code: 'person-in-text',
            sentence: {
              id: 'Teks ini memuat nomor atau alamat seseorang. Berkas penyiapan tidak boleh memuat orang; hapus dari teks.',
              en: 'This text holds the number or address of a person. A set-up must not hold people; take it out of the text.',
            },
          },
        ]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => peopleInTexts(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    peopleInTexts(item, path === '' ? key : `${path}.${key}`),
  );
}
