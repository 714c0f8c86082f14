import type { PlaceView } from './wire.ts';

/** Addresses inside this page, by the photo's file name. */
export type Photos = ReadonlyMap<string, string>;

/**
 * Takes every candidate's photo into the page before anybody chooses: a browser that drops a picture and asks for it again would ask for
 * the chosen one alone. A photo that is not there is left out; the card then shows its number and name.
 */
export async function takeInPhotos(contests: PlaceView['contests']): Promise<Photos> {
  const files = new Set(
    contests.flatMap(({ options }) => options.flatMap(({ photo }) => (photo === null ? [] : [photo]))),
  );
  const taken = await Promise.all(
    [...files].map(async (file): Promise<[string, string][]> => {
      try {
        const answer = await fetch(`/photos/${file}`);
        return answer.ok ? [[file, URL.createObjectURL(await answer.blob())]] : [];
      } catch {
        return [];
      }
    }),
  );
  return new Map(taken.flat());
}
