import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isMediumFailure } from '../store/medium-failure.ts';
import { databaseFile, readMediumIdentity, storeFolder } from '../store/medium-identity.ts';
import { foreignTo, type StoreOptions } from '../store/station-store.ts';
import { dayHasBegun } from './day-begun.ts';

/**
 * A newer package replaced the one with which a second medium was filled, and took the empty store of the first with it. What lies on the
 * second is then the same emptiness, made for other files: it goes too. Whatever else lies there is left to the table of cuts: a day that has
 * begun, another election, or the very same files, which mean a takeover.
 */
export function clearSecondOfOlderPackage(
  options: Pick<StoreOptions, 'home' | 'second' | 'electionFingerprint' | 'placeFiles'>,
): void {
  const { home, second, electionFingerprint } = options;
  if (existsSync(databaseFile(home)) || !existsSync(databaseFile(second))) return;
  if (readMediumIdentity(second)?.electionFingerprint !== electionFingerprint) return;
  if (dayHasBegun(second)) return;
  try {
    const database = new DatabaseSync(databaseFile(second));
    const foreign = foreignTo(database, options);
    database.close();
    if (foreign?.type === 'store-of-other-place') rmSync(storeFolder(second), { recursive: true });
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}
