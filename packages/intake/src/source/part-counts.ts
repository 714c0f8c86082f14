import { fail, type Result, succeed } from '@bilik/election';
import type { ImportLimits } from '../import-options.ts';
import type { FileProblemKind, ProblemDetails } from '../problem/problem.ts';
import { STATED_ROWS_PER_ROW } from './separated-values-limit.ts';

/** A count that is above its limit. */
export interface CountRefusal {
  readonly kind: FileProblemKind;
  readonly details: ProblemDetails;
}

/** What is counted, in all parts of a workbook together. Names are those of the elements, whatever their prefix. */
interface Counts {
  rows: number;
  cells: number;
  /** Texts that cells share. */
  texts: number;
  /** Elements inside cells and texts: several for each in rich text. */
  inside: number;
  /** Everything else: styles, merged cells, defined names. */
  others: number;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const COLON = 0x3a;
const SLASH = 0x2f;
/** Office programs write tags of a few hundred bytes; a parser must make an object of every attribute. */
const TAG_BYTES = 16 * 1024;
/** Excel has 65,490 styles at most, of a few elements each. */
const MOST_OTHERS = 400_000;
const MOST_INSIDE_EACH = 6;
const INSIDE: ReadonlySet<string> = new Set([
  'v',
  'f',
  'is',
  't',
  'r',
  'rpr',
  'b',
  'i',
  'u',
  'sz',
  'color',
  'rfont',
]);
const LONGEST_NAME = 12;

/**
 * Counts what a parser would make objects of, before any parser sees it: a line of 18 bytes that compresses to nothing can stand eight
 * million times in a file of 300 kB. One pass over the bytes that holds nothing, and ends where a limit is passed.
 * @errors 'too-many-lines' · 'too-many-cells' · 'too-many-texts' · 'archive-unsafe' for what office programs do not write
 */
export class PartCounter {
  readonly #counts: Counts = { rows: 0, cells: 0, texts: 0, inside: 0, others: 0 };
  readonly #limits: Counts;

  constructor({ rows, workbookCells, sharedTexts }: ImportLimits) {
    this.#limits = {
      rows: STATED_ROWS_PER_ROW * rows,
      cells: workbookCells,
      texts: sharedTexts,
      inside: MOST_INSIDE_EACH * (workbookCells + sharedTexts),
      others: MOST_OTHERS,
    };
  }

  /** @param part one inflated part, after those that were counted before */
  count(part: Uint8Array): Result<null, CountRefusal> {
    let tagStart = -1;
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at];
      if (byte === GREATER_THAN) tagStart = -1;
      else if (byte === LESS_THAN) {
        tagStart = at;
        if (part[at + 1] === SLASH) continue;
        const counted = countedAs(nameAt(part, at + 1));
        this.#counts[counted] += 1;
        if (this.#counts[counted] > this.#limits[counted]) return fail(this.#refusal(counted));
      } else if (tagStart >= 0 && at - tagStart > TAG_BYTES) {
        return fail({ kind: 'archive-unsafe', details: { reason: `tag > ${TAG_BYTES}` } });
      }
    }
    return succeed(null);
  }

  #refusal(counted: keyof Counts): CountRefusal {
    const limit = this.#limits[counted];
    switch (counted) {
      case 'rows':
        return { kind: 'too-many-lines', details: { limit } };
      case 'cells':
        return { kind: 'too-many-cells', details: { limit } };
      case 'texts':
        return { kind: 'too-many-texts', details: { limit } };
      default:
        return { kind: 'archive-unsafe', details: { reason: `< > ${limit}` } };
    }
  }
}

/** The name of the element whose tag goes on here, without prefix, in small letters; cut when it is longer than any that counts. */
function nameAt(part: Uint8Array, start: number): string {
  let name = '';
  for (let at = start; at < start + 4 * LONGEST_NAME && name.length <= LONGEST_NAME; at += 1) {
    const byte = part[at] ?? 0;
    const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (byte === COLON) name = '';
    else if (isLetter) name += String.fromCharCode(byte | 0x20);
    else break;
  }
  return name;
}

function countedAs(name: string): keyof Counts {
  if (name === 'c') return 'cells';
  if (name === 'row') return 'rows';
  if (name === 'si') return 'texts';
  return INSIDE.has(name) ? 'inside' : 'others';
}
