import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BOOTH_LANGUAGES } from '@bilik/words';
import { type SpokenContest, voiceClips } from '@bilik/words/voice';
import { digitClip, voiceFile } from '@bilik/words/voice-keys';

/** The clips of spoken guidance by file name. */
export type Voices = ReadonlyMap<string, Buffer>;

/** Languages in which a booth with these voices speaks. */
export function spokenLanguages(voices: Voices): number {
  return BOOTH_LANGUAGES.filter((language) => voices.has(voiceFile(language, digitClip('0')))).length;
}

/** Two minutes of speech as we make it; a recording may be of a finer kind. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/**
 * Reads all clips of this election at start: no file is touched while people vote. What lies in the folder under another name is not
 * looked at. A language of which any clip is missing is left out whole, so that nobody is left without guidance in the middle.
 */
export function readVoices(folder: string, contests: readonly SpokenContest[]): Voices {
  const voices = new Map<string, Buffer>();
  for (const language of BOOTH_LANGUAGES) {
    const files = voiceClips(language, contests).map(({ key }) => voiceFile(language, key));
    const isWhole = files.every((file) => {
      const path = join(folder, file);
      if (!existsSync(path)) return false;
      const facts = statSync(path);
      // a pipe would keep the booth from opening
      return facts.isFile() && facts.size <= LARGEST_BYTES;
    });
    if (!isWhole) continue;
    for (const file of files) voices.set(file, readFileSync(join(folder, file)));
  }
  return voices;
}
