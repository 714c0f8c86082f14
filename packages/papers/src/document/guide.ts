import { compile } from './compile.ts';

/** Words of a line, each piece with its weight. */
type Run = { readonly text: string; readonly style: 'plain' | 'strong' | 'emphasis' | 'typed' };

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  /** What follows stands behind the fold. */
  | { readonly kind: 'fold' };

interface Picture {
  readonly file: string;
  /** What it shows; also for who cannot see it. */
  readonly caption: string;
}

/** A guide for people, from Markdown pages. */
export interface Guide {
  readonly title: string;
  /**
   * One printed page each, in order. Only headings, paragraphs, lists, strong, emphasis, what is typed, paragraphs of pictures alone, and a rule
   * where a folded page is folded.
   */
  readonly pages: readonly string[];
  /** A picture that a page names. @returns PNG @throws when there is none */
  readonly picture: (file: string) => Uint8Array;
  /** `page`: A4 upright, large. `folded`: one side of A4 across, in two columns with a fold between. */
  readonly shape: 'page' | 'folded';
  /** Civil date of the edition, `YYYY-MM-DD`. */
  readonly edition: string;
}

/**
 * Sets a guide.
 * @returns PDF/A-2b; the same pages and edition give the same bytes
 * @throws for Markdown that no printed page has here, and RangeError for an edition that is no date
 */
export function renderGuide(guide: Guide): Uint8Array {
  const day = Date.parse(`${guide.edition}T00:00:00Z`);
  if (Number.isNaN(day)) throw new RangeError(`"${guide.edition}" is no date`);
  const pages = guide.pages.map(blocksOf);
  const files = new Set(
    pages
      .flat()
      .flatMap((block) => (block.kind === 'pictures' ? block.pictures.map(({ file }) => file) : [])),
  );
  return compile(
    'guide.typ',
    { title: guide.title, shape: guide.shape, pages },
    day / 1000,
    new Map([...files].map((file) => [file, guide.picture(file)])),
  );
}

const HEADING = /^(#{1,3}) (.+)$/;
const PICTURE = /^!\[([^\]]+)\]\(([^)]+\.png)\)$/;
const NUMBERED = /^([0-9]+)\. (.+)$/;
const DOTTED = /^- (.+)$/;
/** What Markdown has and no printed page here: a table, a quotation, a page of code, a link. */
const UNKNOWN = /^[|>]|^```|\]\(/;
/** Strong, emphasis, typed, plain: one after the other without a gap. */
const RUN = /\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`|([^*`]+)/y;

/** The few kinds of Markdown that our pages are written in; every other is refused, not printed otherwise than it was meant. */
function blocksOf(markdown: string): Block[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((part) => blockOf(part.split('\n')));
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = HEADING.exec(first);
  if (heading !== null && lines.length === 1)
    return { kind: 'heading', level: heading[1]?.length ?? 1, runs: runsOf(heading[2] ?? '') };
  if (first === '---' && lines.length === 1) return { kind: 'fold' };
  const pictures = lines.flatMap((line) => {
    const [, caption, file] = PICTURE.exec(line) ?? [];
    return caption === undefined || file === undefined ? [] : [{ file, caption }];
  });
  if (pictures.length === lines.length) return { kind: 'pictures', pictures };
  for (const [kind, start] of [
    [NUMBERED, Number.parseInt(first, 10)],
    [DOTTED, null],
  ] as const) {
    const items = lines.flatMap((line) => kind.exec(line)?.at(-1) ?? []);
    if (items.length === lines.length) return { kind: 'list', start, items: items.map(runsOf) };
  }
  return { kind: 'paragraph', runs: runsOf(lines.join(' ')) };
}

function runsOf(text: string): Run[] {
  if (UNKNOWN.test(text)) throw new Error(`A guide has no such thing: ${text.slice(0, 60)}`);
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    RUN.lastIndex = at;
    const [all, strong, emphasis, typed, plain] = RUN.exec(text) ?? [];
    if (all === undefined) throw new Error(`A guide has no such marks: ${text.slice(at, at + 60)}`);
    at += all.length;
    if (strong !== undefined) runs.push({ text: strong, style: 'strong' });
    else if (emphasis !== undefined) runs.push({ text: emphasis, style: 'emphasis' });
    else if (typed !== undefined) runs.push({ text: typed, style: 'typed' });
    else runs.push({ text: plain ?? '', style: 'plain' });
  }
  return runs;
}
