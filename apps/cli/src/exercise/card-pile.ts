import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** The shuffled pile of folded cards on its table. Whoever takes one, takes the top one; nobody writes down who took which. */
export interface CardPile {
  readonly left: () => number;
  /** Cards that were handed back unused. They lie apart, are counted at closing, and nobody takes one of them again. */
  readonly returned: () => number;
  /** The code inside the card that was taken; undefined when the pile is gone. */
  readonly take: () => string | undefined;
  /** Lays a card that was taken with the returned ones; false when it still lies in the pile, or was returned before. */
  readonly giveBack: (code: string) => boolean;
}

/** The code inside a card: 24 digits. */
export const CardCode = z.string().regex(/^[0-9]{24}$/);
const Codes = z.array(CardCode).max(20_000);

function readCodes(path: string): string[] {
  return Codes.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function writeCodes(path: string, codes: readonly string[]): void {
  writeFileSync(`${path}.part`, JSON.stringify(codes), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** @param path the file of the pile; @param returnedPath the file of returned cards, made with the first of them */
export function openCardPile(path: string, returnedPath: string): CardPile {
  const codes = readCodes(path);
  const returned = existsSync(returnedPath) ? readCodes(returnedPath) : [];
  return {
    left: () => codes.length,
    returned: () => returned.length,
    take() {
      const code = codes.pop();
      writeCodes(path, codes);
      return code;
    },
    giveBack(code) {
      if (codes.includes(code) || returned.includes(code)) return false;
      // sorted, so that the file does not tell the order in which they came back
      returned.push(code);
      returned.sort();
      writeCodes(returnedPath, returned);
      return true;
    },
  };
}
