import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** One short line that a booth keeps over restarts, always of one length, so that neither size nor place tells anything. */
export interface KeptLine {
  /** As it was left, or as it starts. */
  readonly text: string;
  /** Written beside, synced, renamed: after a power cut either the old line is there or the new one. */
  readonly keep: (text: string) => void;
}

/** The file holds another thing: this booth does not know any more what it did, and must not go on as if it were new. */
export class KeptLineDamaged extends Error {
  constructor(path: string) {
    super(
      `${path} tidak berisi catatan bilik ini. Pakai bilik cadangan, simpan berkas itu untuk pemeriksaan. / ` +
        `${path} does not hold what this booth kept there. Use the spare booth, and keep the file for those who look into it.`,
    );
  }
}

/**
 * @param path null: of a logic and accuracy test, which leaves nothing on a booth
 * @param form of the line; @param first what it is before anything was kept
 * @throws KeptLineDamaged
 */
export function openKeptLine(path: string | null, form: RegExp, first: string): KeptLine {
  if (path === null) return { text: first, keep: () => undefined };
  const text = existsSync(path) ? readFileSync(path, 'utf8') : first;
  if (!form.test(text)) throw new KeptLineDamaged(path);
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
