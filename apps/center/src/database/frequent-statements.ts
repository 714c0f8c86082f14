import { createHash } from 'node:crypto';

/** From this time on that a text is asked, it has a name: what is asked once or twice is not worth one. */
const TIMES_UNNAMED = 2;
/** Names at one time; each connection keeps the plans of those that it has met. */
const MOST_NAMES = 400;
/** Texts whose times are counted; beyond that counting begins anew. */
const MOST_COUNTED = 2000;
/** Longer ones are lists of rows, hardly ever the same twice. */
const LONGEST_TEXT = 10_000;
const HASH_DIGITS = 24;

/**
 * Names for the statements that one process asks again and again, so that the database parses and plans them once a connection. A name says its
 * text (SHA-256), so that it means the same on every connection of the process.
 */
export interface FrequentStatements {
  /** @returns the name under which this text is to be asked; undefined: without one */
  readonly nameOf: (text: string) => string | undefined;
  /** A plan no longer fits its table: every text gets another name, and with it a new plan. */
  readonly renew: () => void;
}

export function openFrequentStatements(): FrequentStatements {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  let generation = 0;
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined || names.size >= MOST_NAMES || text.length > LONGEST_TEXT) return known;
      const before = times.get(text) ?? 0;
      if (before < TIMES_UNNAMED) {
        if (before === 0 && times.size >= MOST_COUNTED) times.clear();
        times.set(text, before + 1);
        return undefined;
      }
      times.delete(text);
      const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
      const name = `b${generation}_${hash}`;
      names.set(text, name);
      return name;
    },
    renew() {
      generation += 1;
      names.clear();
    },
  };
}
