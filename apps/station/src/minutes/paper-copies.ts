import { type ElectionDefinition, paperCopies } from '@bilik/election';
import type { PrintedCopy } from '@bilik/papers';
import { z } from 'zod';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';

/** Papers whose prints are counted. */
export const COPIED_PAPERS = ['minutes', 'statement'] as const;
export type CopiedPaper = (typeof COPIED_PAPERS)[number];

/** How often each numbered copy was taken to be printed, by `<paper>-<number>`. */
const PrintsSchema = z.record(z.string().max(40), z.int().min(0).max(100_000));

/** A copy as the board lists it; `print` is how often it was opened to be printed. */
export type CountedCopy = PrintedCopy;

/** Numbered copies: who gets which, and how often each was printed. */
export interface PaperCopies {
  readonly of: (paper: CopiedPaper) => readonly CountedCopy[];
  /**
   * Counts one more print of a copy. A paper that jams is printed again, and says that it is the second.
   * @errors 'no-such-copy' · 'store-failed'
   */
  readonly take: (
    paper: CopiedPaper,
    number: number,
  ) =>
    | { readonly ok: true; readonly value: CountedCopy }
    | { readonly ok: false; readonly error: StoreFailed | { readonly type: 'no-such-copy' } };
}

export function openPaperCopies(parts: {
  readonly definition: ElectionDefinition;
  readonly witnessesPresent: () => readonly string[] | null;
  readonly papers: Papers;
  readonly durably: Durably;
}): PaperCopies {
  const { papers } = parts;
  const prints = () => papers.get('paper-prints', PrintsSchema) ?? {};
  const of = (paper: CopiedPaper): readonly CountedCopy[] => {
    const counted = prints();
    const copies = paperCopies(parts.definition, parts.witnessesPresent());
    return copies.map(({ number, holder }) => ({
      number,
      of: copies.length,
      holder,
      print: counted[`${paper}-${number}`] ?? 0,
    }));
  };
  return {
    of,
    take(paper, number) {
      const copy = of(paper).find((one) => one.number === number);
      if (copy === undefined) return { ok: false, error: { type: 'no-such-copy' } };
      const print = copy.print + 1;
      return parts.durably('paper-print', () => {
        papers.put('paper-prints', { ...prints(), [`${paper}-${number}`]: print });
        return { ...copy, print };
      });
    },
  };
}
