/** Columns of a sheet, A to XFD. @source ECMA-376 part 1, 18.3.1.13; every office program has the same */
export const SHEET_COLUMNS = 16_384;

/** What the parser takes for a statement about columns: wider than the standard, so that both see the same. */
const STATEMENT = /<(?:\w+:)?col\b[^<>]*>/g;
/** As office programs write it. Any other form might be read in another way by the parser. */
const PLAIN_STATEMENT =
  /^<(?:\w+:)?col(?:[ \t\r\n]+[\w:]+[ \t\r\n]*=[ \t\r\n]*(?:"[\w.+{}-]*"|'[\w.+{}-]*'))*[ \t\r\n]*\/?>$/;
/** Ten attributes are all there are; a statement of a million would only tire whoever reads it. */
const STATEMENT_CHARACTERS = 1_000;
const ATTRIBUTE = /([\w:]+)\s*=\s*["']([^"']*)/g;

/**
 * Whether the statements about the columns of a sheet (width, hidden) speak of columns that it can have, each once. The parser makes an
 * entry for every column that is stated: one line of 60 bytes can ask for a thousand million.
 * @param sheet a sheet's part, inflated; its rows are looked through too, because the parser does when it finds none
 */
export function statesPossibleColumns(sheet: Buffer): boolean {
  // one byte a character: what is looked for is ASCII, and a large sheet needs no second copy of two bytes each
  const statements = sheet.toString('latin1').matchAll(STATEMENT);
  let stated = 0;
  for (const [statement] of statements) {
    if (statement.length > STATEMENT_CHARACTERS || !PLAIN_STATEMENT.test(statement)) return false;
    const columns = columnsOf(statement);
    if (columns === null) return false;
    stated += columns;
    if (stated > SHEET_COLUMNS) return false;
  }
  return true;
}

/** How many columns one statement speaks of; null when it does not say so once and plainly. */
function columnsOf(statement: string): number | null {
  const limits = [...statement.matchAll(ATTRIBUTE)].filter(([, name = '']) => /min|max/i.test(name));
  const numberOf = (wanted: string) => Number(limits.find(([, name]) => name === wanted)?.[2]);
  const [first, last] = [numberOf('min'), numberOf('max')];
  const isPlain =
    limits.length === 2 && limits.every(([, , value = '']) => /^[1-9]\d{0,4}$/.test(value)) && first <= last;
  return isPlain && last <= SHEET_COLUMNS ? last - first + 1 : null;
}
