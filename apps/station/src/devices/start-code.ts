import { join } from 'node:path';
import { isMediumFailure } from '../store/medium-failure.ts';
import { writeWholeFile } from '../store/whole-file.ts';

/** In the station's home, readable by its user alone: the code by which the first board comes in. */
export const START_CODE_FILE = 'start-code';

/** Replaces the start code. On a medium that takes no write the old file stays, and its code opens nothing: boards that are paired go on. */
export function writeStartCode(home: string, code: string): void {
  try {
    writeWholeFile(join(home, START_CODE_FILE), code);
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}
