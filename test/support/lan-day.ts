import { afterAll, beforeEach, expect } from 'vitest';
import { checkIn, openPolls, openVotingHand, type VotingHand } from './polling-place.ts';
import type { PreparedHome } from './prepared-home.ts';
import { copyOf, removeFolders } from './station-disk.ts';
import { openOnLan, type StationOnLan } from './station-http.ts';

/** A place whose polls are open and whose voters 1 to 3 are checked in, as devices on the LAN meet it. */
export interface LanDay {
  readonly home: PreparedHome;
  readonly lan: StationOnLan;
  readonly hand: VotingHand;
  /** Stops the station and starts it again on the same folder. */
  readonly restart: () => Promise<void>;
}

/** A copy of the prepared place for each test of the file; nothing may have broken in it when the test ends. */
export function lanDayForEachTest(prepared: PreparedHome): LanDay {
  let today: Pick<LanDay, 'home' | 'lan' | 'hand'> | undefined;
  const opened = () => {
    if (today === undefined) throw new Error('The day is there only while a test runs');
    return today;
  };
  const stop = async () => {
    const { lan } = opened();
    expect(lan.broken).toEqual([]);
    await lan.station.stop();
  };
  beforeEach(async () => {
    const home = copyOf(prepared);
    const lan = await openOnLan(home);
    openPolls(lan.station.pollingPlace);
    for (const voter of [1, 2, 3]) checkIn(lan.station.pollingPlace, voter);
    today = { home, lan, hand: openVotingHand(prepared) };
    return stop;
  });
  afterAll(removeFolders);
  return {
    get home() {
      return opened().home;
    },
    get lan() {
      return opened().lan;
    },
    get hand() {
      return opened().hand;
    },
    async restart() {
      await stop();
      today = { ...opened(), lan: await openOnLan(opened().home) };
    },
  };
}

/** As long as a hash, and the hash of nothing. */
export const HASH = 'ab'.repeat(32);
/** A question about a card, well formed and signed by nobody. */
export const QUESTION = { credential: '12345', nonce: HASH, signature: { challenge: '1', response: '2' } };
