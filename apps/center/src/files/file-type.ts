import { open } from 'node:fs/promises';

/** What a browser shows as a picture, by its first bytes; a name or a claimed type says nothing. */
export function pictureType(head: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | undefined {
  const text = Buffer.from(head).toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  return text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP' ? 'image/webp' : undefined;
}

/** What an office keeps as a document: a picture or a PDF, by its first bytes. */
export function documentType(head: Uint8Array): ReturnType<typeof pictureType> | 'application/pdf' {
  return Buffer.from(head).toString('latin1').startsWith('%PDF-') ? 'application/pdf' : pictureType(head);
}

/** The first bytes of a file, at most 16: enough to tell its type. */
export async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
