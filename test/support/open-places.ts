import { fingerprintSchema } from '@bilik/election';
import { afterAll } from 'vitest';
import { openPollingPlace } from '../../apps/station/src/open-polling-place.ts';
import type { PollingPlace } from '../../apps/station/src/polling-place.ts';
import { MORNING_MS } from './polling-place.ts';
import { group, type PreparedHome, random } from './prepared-home.ts';
import { removeFolders } from './station-disk.ts';

/** Opens places for the tests of one file. */
export interface OpenPlaces {
  /** Opens for good, or says why not. */
  readonly tryOpen: (home: PreparedHome) => ReturnType<typeof openPollingPlace>;
  readonly keep: (place: PollingPlace) => PollingPlace;
  readonly shut: (place: PollingPlace) => void;
}

/** After the tests of the file, what is still open is shut and all folders are taken away. */
export function placesOfFile(): OpenPlaces {
  const opened = new Set<PollingPlace>();
  afterAll(() => {
    for (const place of opened) place.close();
    removeFolders();
  });
  return {
    tryOpen(home) {
      const answer = openPollingPlace({
        home: home.home.station,
        second: home.home.stationSecond,
        group,
        now: () => MORNING_MS,
        elapsedMs: () => 0,
        random,
        software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
      });
      if (answer.ok) opened.add(answer.value);
      return answer;
    },
    keep(place) {
      opened.add(place);
      return place;
    },
    shut(place) {
      opened.delete(place);
      place.close();
    },
  };
}
