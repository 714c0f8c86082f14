import type { Bilingual } from '@bilik/election';
import type { SheetActName, SheetPart, SheetStep } from './sheet-state.ts';

/** One act: from where, by whom, to where it may lead, and what it means. */
export interface SheetTransition {
  readonly act: SheetActName;
  readonly from: readonly SheetStep[];
  readonly part: SheetPart;
  /** Every step that it may lead to; which one, the figures decide. */
  readonly to: readonly SheetStep[];
  readonly needs: Bilingual;
  readonly meaning: Bilingual;
}

/** What agreed figures may lead to: the rules decide, in this order. */
export const AFTER_AGREEMENT: readonly SheetStep[] = ['faulty', 'quarantined', 'warned', 'definitive'];

const NOTHING: Bilingual = { id: '–', en: '–' };
const REASON: Bilingual = { id: 'alasan', en: 'a reason' };

/** Every act on a sheet. What does not stand here cannot happen. */
export const SHEET_TRANSITIONS: readonly SheetTransition[] = [
  {
    act: 'enter',
    from: ['awaited', 'first_entry'],
    part: 'typist',
    to: ['first_entry', 'differs', ...AFTER_AGREEMENT],
    needs: { id: 'orang lain daripada pengetik pertama', en: 'another person than the first typist' },
    meaning: {
      id: 'Mengetik semua angka dari foto, tanpa melihat ketikan orang lain.',
      en: 'Types all figures from the photo without seeing what another typed.',
    },
  },
  {
    act: 'take_back',
    from: ['first_entry'],
    part: 'typist',
    to: ['awaited'],
    needs: {
      id: 'ketikan sendiri, sebelum yang kedua masuk',
      en: 'one’s own entry, before the second is in',
    },
    meaning: { id: 'Menarik ketikan sendiri.', en: 'Takes back one’s own entry.' },
  },
  {
    act: 'resolve',
    from: ['differs'],
    part: 'checker',
    to: AFTER_AGREEMENT,
    needs: {
      id: 'orang ketiga membaca hanya angka yang berbeda; setiap bacaan sama dengan salah satu ketikan',
      en: 'a third person reads only the differing figures; each reading equals one of the entries',
    },
    meaning: { id: 'Menyelesaikan perbedaan.', en: 'Settles the differences.' },
  },
  {
    act: 'discard',
    from: ['first_entry', 'differs', 'faulty', 'quarantined', 'warned'],
    part: 'checker',
    to: ['awaited'],
    needs: REASON,
    meaning: {
      id: 'Membuang kedua ketikan; lembar yang sama diketik ulang dua orang.',
      en: 'Discards both entries; the same sheet is typed again by two people.',
    },
  },
  {
    act: 'look_again',
    from: ['faulty', 'quarantined', 'warned'],
    part: 'checker',
    to: AFTER_AGREEMENT,
    needs: NOTHING,
    meaning: {
      id: 'Memeriksa lagi setelah yang diketahui pusat berubah, misalnya foto masuk.',
      en: 'Looks again after the center learned something, such as a photo.',
    },
  },
  {
    act: 'explain',
    from: ['warned'],
    part: 'checker',
    to: AFTER_AGREEMENT,
    needs: { id: 'satu penjelasan untuk setiap peringatan', en: 'an explanation for each warning' },
    meaning: { id: 'Menjelaskan peringatan.', en: 'Explains the warnings.' },
  },
  {
    act: 'quarantine',
    from: ['differs', 'faulty', 'warned'],
    part: 'checker',
    to: ['quarantined'],
    needs: REASON,
    meaning: {
      id: 'Menahan lembar untuk dilihat penyelia.',
      en: 'Holds the sheet for a supervisor to look at.',
    },
  },
  {
    act: 'clear',
    from: ['quarantined'],
    part: 'supervisor',
    to: ['differs', ...AFTER_AGREEMENT],
    needs: REASON,
    meaning: {
      id: 'Melepas dari karantina; tidak pernah melewatkan kesalahan, perbedaan, atau peringatan.',
      en: 'Clears from quarantine; never passes over an error, a difference or a warning.',
    },
  },
  {
    act: 'correct',
    from: ['faulty', 'quarantined', 'definitive', 'withdrawn'],
    part: 'supervisor',
    to: ['awaited'],
    needs: { id: 'alasan dan foto baru', en: 'a reason and a new photo' },
    meaning: {
      id: 'Versi berikutnya dari lembar. Versi yang lama tetap dihitung sampai yang baru tetap.',
      en: 'The next version of the sheet. The old one counts until the new one is definitive.',
    },
  },
  {
    act: 'withdraw',
    from: ['definitive'],
    part: 'supervisor',
    to: ['withdrawn'],
    needs: REASON,
    meaning: {
      id: 'Menarik hasil dari jumlah, dengan alasan yang diumumkan.',
      en: 'Takes the result out of the sums, with a reason that is published.',
    },
  },
];

const STEP_WORDS: Readonly<Record<SheetStep, Bilingual>> = {
  awaited: { id: 'menunggu ketikan', en: 'awaited' },
  first_entry: { id: 'ketikan pertama masuk', en: 'first entry is in' },
  differs: { id: 'dua ketikan berbeda', en: 'the entries differ' },
  faulty: { id: 'angka bertentangan', en: 'figures contradict each other' },
  quarantined: { id: 'karantina', en: 'quarantine' },
  warned: { id: 'menunggu penjelasan', en: 'waits for an explanation' },
  definitive: { id: 'tetap', en: 'definitive' },
  withdrawn: { id: 'ditarik', en: 'withdrawn' },
};

const PART_WORDS: Readonly<Record<SheetPart, Bilingual>> = {
  typist: { id: 'pengetik', en: 'typist' },
  checker: { id: 'pemeriksa', en: 'checker' },
  supervisor: { id: 'penyelia', en: 'supervisor' },
};

/** A step as people read it. */
export function stepWords(step: SheetStep): Bilingual {
  return STEP_WORDS[step];
}

/** A part as people read it. */
export function partWords(part: SheetPart): Bilingual {
  return PART_WORDS[part];
}

/** The transitions as Markdown, from the very table by which the center decides. Indonesian first. */
export function sheetTransitionsMarkdown(): string {
  const names = (steps: readonly SheetStep[]) => steps.map((step) => `\`${step}\``).join(', ');
  return [
    '# Perjalanan lembar hasil TPS kertas / states of a paper polling place’s sheet',
    '',
    'Dibuat dari kode: `bilik sheet-rules --states`; sebuah tes menjaga keduanya sama. / Made from the code by `bilik sheet-rules --states`; a test keeps them equal.',
    '',
    '| Keadaan / state | arti / meaning |',
    '|---|---|',
    ...Object.entries(STEP_WORDS).map(([step, { id, en }]) => `| \`${step}\` | ${id} / ${en} |`),
    '',
    '| Perbuatan / act | dari / from | oleh / by | ke / to | syarat / needs | arti / meaning |',
    '|---|---|---|---|---|---|',
    ...SHEET_TRANSITIONS.map(
      ({ act, from, part, to, needs, meaning }) =>
        `| \`${act}\` | ${names(from)} | ${PART_WORDS[part].id} / ${PART_WORDS[part].en} | ${names(to)} | ${needs.id === needs.en ? needs.id : `${needs.id} / ${needs.en}`} | ${meaning.id} / ${meaning.en} |`,
    ),
    '',
    'Setelah dua orang sepakat, aturan bernomor menentukan dalam urutan ini: kesalahan → `faulty`, karantina → `quarantined`, peringatan tanpa penjelasan → `warned`, selain itu `definitive`. / Once two people agree, the numbered rules decide in this order: an error → `faulty`, quarantine → `quarantined`, a warning without explanation → `warned`, else `definitive`.',
    '',
    'Dalam satu versi, seorang hanya mengambil satu peran: pengetik, pemeriksa, atau penyelia. Setiap angka yang tetap dibaca sama oleh dua orang. / In one version nobody takes two parts: typist, checker or supervisor. Two people read every definitive figure alike.',
    '',
  ].join('\n');
}
