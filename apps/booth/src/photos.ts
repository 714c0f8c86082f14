import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { ElectionDefinition } from '@bilik/election';
import type { StationAnswer, StationClient } from './station/station-client.ts';

/** The candidates' photos by file name. */
export type Photos = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/**
 * Asks the station for every photo that the definition names, once, before anybody votes: later questions would tell which candidate a
 * screen showed. Throws when the station gives a picture that is not the one the definition names: a booth with a wrong face is no booth.
 * @errors as the station's client
 */
export async function fetchPhotos(
  station: Pick<StationClient, 'photo'>,
  { contests }: Pick<ElectionDefinition, 'contests'>,
): Promise<StationAnswer<Photos>> {
  const photos = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  for (const { photo } of contests.flatMap(({ candidates }) => candidates)) {
    if (photo === undefined) continue;
    const answer = await station.photo(photo.file);
    if (!answer.ok) return answer;
    if (createHash('sha256').update(answer.value).digest('hex') !== photo.fingerprint) {
      throw new Error(`The station sent a picture ${photo.file} that is not the definition's`);
    }
    const type = TYPES[extname(photo.file)] ?? 'image/jpeg';
    photos.set(photo.file, { type, bytes: Buffer.from(answer.value) });
  }
  return { ok: true, value: photos };
}
