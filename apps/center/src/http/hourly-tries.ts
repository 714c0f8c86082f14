const HOUR_MS = 3_600_000;
/** Who is remembered at a time: some ten megabytes. A crowd beyond it is counted anew; what must be exact is counted in the database. */
const MOST_SENDERS = 100_000;

/**
 * Counts in memory what strangers ask of one process, whatever becomes of it: who asks without end is told so before anything is read and
 * costs no connection to the database.
 */
export interface HourlyTries {
  /** @param sender a network as limits count it, or a keyed hash of one @returns whether this try is one too many within the hour */
  readonly isOneTooMany: (sender: string, now: Date) => boolean;
}

export function openHourlyTries(most: number): HourlyTries {
  const tries = new Map<string, number>();
  let hour = 0;
  return {
    isOneTooMany(sender, now) {
      const current = Math.floor(now.getTime() / HOUR_MS);
      if (current !== hour || tries.size >= MOST_SENDERS) tries.clear();
      hour = current;
      const tried = (tries.get(sender) ?? 0) + 1;
      tries.set(sender, tried);
      return tried > most;
    },
  };
}
