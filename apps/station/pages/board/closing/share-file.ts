import * as z from 'zod/mini';

/** A share is about 2 kB an option; the station takes no more than this either. */
const LIMIT_BYTES = 250_000;

const shareFile = z.strictObject({
  owner: z.int().check(z.minimum(1), z.maximum(100)),
  share: z.string().check(z.minLength(1), z.maxLength(200_000)),
});
export type ShareFile = z.output<typeof shareFile>;

/** A trustee's share as its device writes it; `null` when the file is something else. The station checks its proofs. */
export async function readShareFile(file: File): Promise<ShareFile | null> {
  if (file.size > LIMIT_BYTES) return null;
  try {
    const read = shareFile.safeParse(JSON.parse(await file.text()));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
