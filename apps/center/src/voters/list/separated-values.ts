import { isFormula } from '@bilik/publication';

/**
 * Lines of a CSV file that no spreadsheet takes for formulas: UTF-8 with a mark, semicolons, every cell quoted, and an apostrophe before what
 * would be computed (OWASP, "CSV Injection").
 */
export function* separatedValues(rows: Iterable<readonly string[]>): Generator<Buffer> {
  yield Buffer.from('\ufeff', 'utf8');
  for (const row of rows) yield Buffer.from(`${row.map(cell).join(';')}\r\n`, 'utf8');
}

function cell(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"`;
}
