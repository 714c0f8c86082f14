import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStationStore, type StoreOptions } from '../../apps/station/src/store/station-store.ts';
import { random } from './prepared-home.ts';

/** Of stores that belong to no polling place. */
const TEST_CONTENT_KEY = Buffer.alloc(32, 7);

/** Where the two media of a store of a test lie below its folder. */
export const mediaBelow = (folder: string) => ({
  home: join(folder, 'first'),
  second: join(folder, 'second'),
});

/** Opens a store of no polling place, on two media below one folder. */
export function openTestStore(
  folder: string,
  options: Partial<StoreOptions> = {},
): ReturnType<typeof openStationStore> {
  const media = mediaBelow(folder);
  mkdirSync(media.second, { recursive: true, mode: 0o700 });
  return openStationStore({
    ...media,
    electionFingerprint: 'A',
    pollingPlace: 'tempat',
    placeFiles: new Map(),
    contentKey: TEST_CONTENT_KEY,
    prepare: () => undefined,
    random,
    elapsedMs: () => 0,
    ...options,
  });
}
