import { shrinkPhoto } from '../../common/shrink-photo.ts';
import { hashOfFile, type NoRoom, uploadFile } from '../upload-file.ts';

/** A photo that the center has. */
export interface SentPhoto {
  /** As it was drawn anew and sent, hex SHA-256. */
  readonly sha256: string;
  /** The file as it was chosen, hex SHA-256. */
  readonly chosen: string;
}

/** Draws a photo of a sheet anew and sends it. @returns why it did not arrive, where it did not */
export async function sendSheetPhoto(
  file: File,
): Promise<SentPhoto | 'photo-not-a-picture' | 'photo-unknown' | NoRoom> {
  const small = await shrinkPhoto(file);
  if (small === undefined) return 'photo-not-a-picture';
  const sent = await uploadFile(small, 'lembar.jpg');
  if (sent.type === 'kept') return { sha256: sent.sha256, chosen: await hashOfFile(file) };
  return sent.type === 'not-arrived' ? 'photo-unknown' : sent.type;
}
