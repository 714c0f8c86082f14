import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** The shuffled pile of folded cards on its table. Whoever takes one, takes the top one; nobody writes down who took which. */
export interface CardPile {
  readonly left: () => number;
  /** The code inside the card that was taken; undefined when the pile is gone. */
  readonly take: () => string | undefined;
}

const Codes = z.array(z.string().regex(/^[0-9]{24}$/)).max(20_000);

export function openCardPile(path: string): CardPile {
  const codes = Codes.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    left: () => codes.length,
    take() {
      const code = codes.pop();
      writeFileSync(`${path}.part`, JSON.stringify(codes), { mode: 0o600 });
      renameSync(`${path}.part`, path);
      return code;
    },
  };
}
