import type { FileStore } from '../files/file-store.ts';

const ENDINGS: readonly (readonly [ending: string, begins: readonly (number | null)[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/** A kept picture under the name that a package gives it. @returns undefined when it is not there, or no picture that booths show */
export async function photoOf(
  files: FileStore,
  sha256: string,
  stem: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array } | undefined> {
  if (!(await files.has(sha256))) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of files.open(sha256)) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const ending = ENDINGS.find(([, begins]) =>
    begins.every((byte, at) => byte === null || bytes[at] === byte),
  )?.[0];
  return ending === undefined ? undefined : { file: `foto-${stem}.${ending}`, bytes };
}
