/**
 * Booths whose voter asks for an officer, for the board. In this process's memory and nowhere else, without a time and without a word of what the
 * voter is in the middle of: the hall hears the same from a voice that calls.
 */
export interface HelpCalls {
  /** @returns whether this is news */
  readonly hear: (booth: number, isWanted: boolean) => boolean;
  /** By the booths' numbers. */
  readonly wanted: () => readonly number[];
}

export function openHelpCalls(): HelpCalls {
  const calls = new Set<number>();
  return {
    hear(booth, isWanted) {
      if (calls.has(booth) === isWanted) return false;
      if (isWanted) calls.add(booth);
      else calls.delete(booth);
      return true;
    },
    wanted: () => [...calls].sort((one, other) => one - other),
  };
}
