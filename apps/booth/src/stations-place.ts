import type { Timer } from '@bilik/devices';
import { type ElectionDefinition, parseElectionDefinition } from '@bilik/election';
import { fetchPhotos, type Photos } from './photos.ts';
import type { StationAnswer, StationClient } from './station/station-client.ts';

/** Between two questions to a station that was not heard. */
export const RETRY_MS = 1_000;

/** What a booth has from its station before it shows anything. */
export interface StationsPlace {
  readonly definition: ElectionDefinition;
  readonly election: string;
  readonly photos: Photos;
  /** Somebody who signed a statement may stay with a voter. */
  readonly helperAllowed: boolean;
  /** The logic and accuracy test that booths are served now; null: the day. */
  readonly logicTest: string | null;
}

async function askPlace(station: StationClient): Promise<StationAnswer<StationsPlace>> {
  const answer = await station.place();
  if (!answer.ok) return answer;
  const definition = parseElectionDefinition(answer.value.definition);
  if (!definition.ok) throw new Error('The station sent an election definition that is not one');
  const photos = await fetchPhotos(station, definition.value);
  if (!photos.ok) return photos;
  const { election, helper, station: known } = answer.value;
  return {
    ok: true,
    value: {
      definition: definition.value,
      election,
      photos: photos.value,
      helperAllowed: helper === 'signed-statement',
      logicTest: known.logicTest,
    },
  };
}

/**
 * Asks until the station is there and knows this booth.
 * @returns undefined when it was stopped meanwhile. Throws when the station says that this is none of its booths
 */
export async function awaitPlace(
  station: StationClient,
  timer: Timer,
  isStopped: () => boolean,
  isPaired: () => boolean,
): Promise<StationsPlace | 'not-paired' | undefined> {
  for (;;) {
    const answer = await askPlace(station);
    if (isStopped()) return undefined;
    if (answer.ok) return answer.value;
    if (answer.error.type === 'station-refused') {
      throw new Error(`The station does not accept this booth: ${answer.error.reason}`);
    }
    if (!isPaired()) return 'not-paired';
    await new Promise<void>((wake) => timer.after(RETRY_MS, wake));
  }
}
