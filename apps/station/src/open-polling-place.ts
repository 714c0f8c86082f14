import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ballotLengthLimit, type RandomSource } from '@bilik/ballot';
import { prepareBallotSlots, slotBytesFor } from './cast/ballot-slots.ts';
import { prepareBoothCases } from './cast/booth-cases.ts';
import { CAST_COUNTERS } from './cast/casting.ts';
import { slipCounters } from './cast/slip-counts.ts';
import { HELPED_COUNTER } from './checkin/desk.ts';
import { LATE_COUNTER } from './checkin/late-voters.ts';
import { preparePollBook } from './checkin/poll-book-store.ts';
import { prepareDeviceSessions } from './devices/device-sessions.ts';
import { openRooms } from './open-rooms.ts';
import { pinCounters } from './people/pin-tries.ts';
import { loadPreparedPlace } from './place/load-place.ts';
import { finishLoading } from './place/place-swap.ts';
import type { PlaceProblem } from './place/prepared-place.ts';
import { clearSecondOfOlderPackage } from './place/second-of-older-package.ts';
import { storeKeyOf } from './place/store-key.ts';
import type { PollingPlace, PollingPlaceOptions } from './polling-place.ts';
import { prepareCounters } from './store/counters.ts';
import type { StoreProblem } from './store/media-standing.ts';
import { isMediumFailure } from './store/medium-failure.ts';
import { openStationStore } from './store/station-store.ts';

/**
 * Opens the polling place of one folder.
 * @errors a file of the place is missing, malformed or foreign · another station has the folder · the store is of another version or election
 */
export function openPollingPlace(
  options: PollingPlaceOptions,
):
  | { readonly ok: true; readonly value: PollingPlace }
  | { readonly ok: false; readonly error: PlaceProblem | StoreProblem } {
  const random: RandomSource = options.random ?? ((count) => new Uint8Array(randomBytes(count)));
  finishLoading(options.home);
  const loaded = loadPreparedPlace(join(options.home, 'place'), options.group, random);
  if (!loaded.ok) return loaded;
  const place = loaded.value;
  const { definition, election, credentials } = place;

  clearSecondOfOlderPackage({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    placeFiles: place.fileHashes,
  });
  const opened = openStationStore({
    home: options.home,
    second: options.second,
    electionFingerprint: election.fingerprint,
    pollingPlace: definition.pollingPlace.id,
    placeFiles: place.fileHashes,
    contentKey: storeKeyOf(place.secrets),
    random,
    elapsedMs: options.elapsedMs,
    ...(options.onMediaChange === undefined ? {} : { onMediaChange: options.onMediaChange }),
    ...(options.onWrite === undefined ? {} : { onWrite: options.onWrite }),
    prepare(database) {
      prepareBallotSlots(database, credentials.size, slotBytesFor(ballotLengthLimit(election)));
      prepareBoothCases(database, definition.booths);
      preparePollBook(
        database,
        place.voters.map((voter) => voter.number),
      );
      prepareCounters(database, [
        ...CAST_COUNTERS,
        'abandoned',
        LATE_COUNTER,
        HELPED_COUNTER,
        ...slipCounters(definition.booths),
      ]);
      prepareCounters(database, pinCounters(place.people.map(({ person }) => person)));
      prepareDeviceSessions(
        database,
        place.devices.map(({ device }) => device),
      );
    },
  });
  if (!opened.ok) return opened;
  try {
    const rooms = openRooms(place, opened.value, { ...options, random });
    const noted = rooms.board.noteStart();
    if (noted.ok) return { ok: true, value: rooms };
    opened.value.close();
    return { ok: false, error: { type: 'store-damaged', reason: JSON.stringify(noted.error) } };
  } catch (error) {
    opened.value.close();
    if (!isMediumFailure(error)) throw error;
    return { ok: false, error: { type: 'store-damaged', reason: error.message } };
  }
}
