/** Markup that is already safe. */
export interface Markup {
  readonly markup: string;
}

/** What may stand between the pieces of a template: text and numbers are escaped, markup is not, nothing is nothing. */
export type Piece = string | number | Markup | null | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in an element or between the quotes of an attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  return isList(piece) ? piece.map(render).join('') : piece.markup;
}

function isList(piece: Markup | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}

/** A template whose pieces are escaped: html`<p title="${name}">${name}</p>`. Attributes are always quoted. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: strings.map((text, index) => text + render(pieces[index])).join('') };
}

/** Text of ours that is markup as it is: styles, scripts, the path of a symbol. */
export function trusted(markup: string): Markup {
  return { markup };
}
