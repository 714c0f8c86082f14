/**
 * Tries of one sender within an hour, whatever becomes of them: also of what is kept already, and of what is refused, no row tells. A witness whose photo
 * does not come through sends it again; beside them some more stand behind the same address.
 */
export const TRIES_AN_HOUR = 90;
const HOUR_MS = 3_600_000;
/** Senders that are remembered: some ten megabytes. A crowd beyond it is counted anew; what is kept is limited in the database. */
const MOST_SENDERS = 100_000;

/** Counts tries in memory, before anything of them is read. */
export interface EvidenceTries {
  /** @param sender a keyed hash @returns whether this try is one too many */
  readonly isOneTooMany: (sender: string, now: Date) => boolean;
}

export function openEvidenceTries(): EvidenceTries {
  const tries = new Map<string, number>();
  let hour = 0;
  return {
    isOneTooMany(sender, now) {
      const current = Math.floor(now.getTime() / HOUR_MS);
      if (current !== hour || tries.size >= MOST_SENDERS) tries.clear();
      hour = current;
      const tried = (tries.get(sender) ?? 0) + 1;
      tries.set(sender, tried);
      return tried > TRIES_AN_HOUR;
    },
  };
}
