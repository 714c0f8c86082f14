import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** One short line that a booth keeps over restarts, always of one length, so that neither size nor place tells anything. */
export interface KeptLine {
  /** As it was left, or as it starts. */
  readonly text: string;
  /** Written beside, synced, renamed: after a power cut either the old line is there or the new one. */
  readonly keep: (text: string) => void;
}

/**
 * @param form of the line; @param first what it is before anything was kept
 * @throws when the file holds another thing: this booth does not know any more what it did
 */
export function openKeptLine(path: string, form: RegExp, first: string): KeptLine {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : first;
  if (!form.test(text)) throw new Error(`${path} does not hold what this booth kept there`);
  return {
    text,
    keep(line) {
      const beside = `${path}.part`;
      const file = openSync(beside, 'w', 0o600);
      writeSync(file, line);
      fsyncSync(file);
      closeSync(file);
      renameSync(beside, path);
    },
  };
}
