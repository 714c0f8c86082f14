import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes of a file that is on its way; 0 when nothing came yet. */
export async function incomingBytes(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

/** Writes a piece where it belongs; the same piece again changes nothing. @param at at most as many bytes as the file has */
export async function writePiece(path: string, at: number, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, at === 0 ? 'a' : 'r+', 0o600).then(async (opened) => {
    if (at > 0) return opened;
    // opened for appending it is made when it is not there; written it is at a place
    await opened.close();
    return open(path, 'r+');
  });
  try {
    await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
}

export function removeIncoming(path: string): Promise<void> {
  return rm(path, { force: true });
}
