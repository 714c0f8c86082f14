import {
  explainProblem,
  FIELD_TITLES,
  type ImportPreview,
  type ImportProblem,
  type LeftOutReason,
  type SheetPreview,
  type TitleMeaning,
} from '@bilik/intake';
import type { Language } from '@bilik/words';

type Say = Readonly<Record<Language, string>>;

const LEFT_OUT: Readonly<Record<LeftOutReason, Say>> = {
  'above-list': { id: 'di atas daftar', en: 'above the list' },
  'column-numbers': { id: 'nomor kolom', en: 'column numbers' },
  'repeated-titles': { id: 'judul berulang', en: 'repeated titles' },
  'between-pages': { id: 'antarhalaman', en: 'between pages' },
  'section-title': { id: 'judul bagian', en: 'section titles' },
  total: { id: 'jumlah', en: 'totals' },
  'after-list': { id: 'di bawah daftar', en: 'below the list' },
  hidden: { id: 'tersembunyi', en: 'hidden' },
};

const SHEET_STATES: Readonly<Record<SheetPreview['state'], Say>> = {
  read: { id: 'dibaca', en: 'read' },
  'no-list': { id: 'bukan daftar pemilih', en: 'no voter list' },
  hidden: { id: 'tersembunyi, dilewati', en: 'hidden, left out' },
  'not-chosen': { id: 'tidak dipilih', en: 'not chosen' },
};

/** The preview as lines of a terminal: what each column was understood as, the first people, what was left out, counts. */
export function describePreview(preview: ImportPreview, language: Language): string {
  const { format } = preview;
  const separator = format.type === 'workbook' || format.separator !== '\t' ? '' : 'TAB';
  const kind =
    format.type === 'workbook'
      ? 'Excel (.xlsx)'
      : `CSV, ${format.encoding}, ${separator || `"${format.separator}"`}`;
  const total = {
    id: `Terbaca: ${preview.voters} pemilih (${preview.men} laki-laki, ${preview.women} perempuan)`,
    en: `Read: ${preview.voters} voters (${preview.men} men, ${preview.women} women)`,
  }[language];
  return [kind, ...preview.sheets.flatMap((sheet) => describeSheet(sheet, language)), '', total].join('\n');
}

function describeSheet(sheet: SheetPreview, language: Language): readonly string[] {
  const name = sheet.name === null ? '' : `"${printable(sheet.name)}": `;
  if (sheet.titleRows === null) return ['', `${name}${SHEET_STATES[sheet.state][language]}`];
  const { first, last } = sheet.titleRows;
  const rows = first === last ? `${first}` : `${first}–${last}`;
  const heading = {
    id: `${name}judul kolom di baris ${rows}, ${sheet.voters} pemilih`,
    en: `${name}column titles in row ${rows}, ${sheet.voters} voters`,
  }[language];
  const columns = sheet.columns.map(
    ({ letter, title, meaning }) =>
      `  ${letter.padEnd(3)}${printable(title).padEnd(32)} ${describeMeaning(meaning, language)}`,
  );
  const people = sheet.firstVoters.map(
    (voter) =>
      `  ${String(voter.row).padStart(5)}  ${voter.nik}  ${voter.name}, ${voter.sex}, ${voter.birthPlace} ${voter.birthDate}, ${voter.maritalStatus}, ${voter.hamlet} RT ${voter.rt} RW ${voter.rw}`,
  );
  const leftOut = Object.entries(LEFT_OUT).flatMap(([reason, say]) => {
    const count = Object.entries(sheet.leftOutCounts).find(([name]) => name === reason)?.[1];
    return count === undefined ? [] : [`${count} ${say[language]}`];
  });
  const leftOutLine = { id: 'Baris yang bukan pemilih', en: 'Rows that are no voters' }[language];
  return [
    '',
    heading,
    ...columns,
    ...people,
    ...(leftOut.length === 0 ? [] : [`  ${leftOutLine}: ${leftOut.join(', ')}`]),
  ];
}

function describeMeaning(meaning: TitleMeaning, language: Language): string {
  if (meaning === 'unknown') return { id: '? tidak dikenal', en: '? not known' }[language];
  if (meaning === 'not-needed') return { id: '– tidak diperlukan', en: '– not needed' }[language];
  return `→ ${FIELD_TITLES[meaning]}`;
}

/** Problems, errors first: each sentence once with what to do, then every place it holds for and what stands there. */
export function describeProblems(
  problems: readonly ImportProblem[],
  leftOff: number,
  language: Language,
): string {
  const lines: string[] = [];
  for (const severity of ['error', 'warning'] as const) {
    const found = problems.filter((problem) => problem.severity === severity);
    if (found.length === 0) continue;
    const heading = {
      error: { id: 'KESALAHAN', en: 'ERRORS' },
      warning: { id: 'PERINGATAN', en: 'WARNINGS' },
    }[severity][language];
    lines.push('', `${heading} (${found.length})`);
    const bySentence = Map.groupBy(found, (problem) => {
      const { meaning, action } = explainProblem(problem);
      return `  ${meaning[language]}\n    → ${action[language]}`;
    });
    for (const [sentence, group] of bySentence) {
      const places = group.map((problem) => placeOf(problem, language)).filter((place) => place !== '');
      lines.push(sentence, ...places.map((place) => `      ${place}`));
    }
  }
  if (leftOff > 0) {
    lines.push('', { id: `dan ${leftOff} lagi`, en: `and ${leftOff} more` }[language]);
  }
  return lines.join('\n');
}

function placeOf({ sheet, row, column, value }: ImportProblem, language: Language): string {
  const words = { id: { row: 'baris', column: 'kolom' }, en: { row: 'row', column: 'column' } }[language];
  return [
    ...(sheet === null ? [] : [`"${printable(sheet)}"`]),
    ...(row === null ? [] : [`${words.row} ${row}`]),
    ...(column === null ? [] : [`${words.column} ${column.letter} (${printable(column.title)})`]),
    ...(value === null || value === '' ? [] : [`[${printable(value)}]`]),
  ].join(' ');
}

/** Text of a file as a terminal may show it. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}
