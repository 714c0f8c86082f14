import type { Transaction } from '../../database/connect.ts';
import type { FileStore } from '../../files/file-store.ts';
import { documentType, firstBytes } from '../../files/file-type.ts';

/** A page photographed by a phone has up to 600 KB when the office's page sends it; a scanned letter up to some MB. */
export const EVIDENCE_LIMIT_BYTES = 8 * 1024 * 1024;

export type EvidenceRefusal =
  /** It was not uploaded before, or not whole, or by somebody else, or it was erased meanwhile. */
  | { readonly type: 'evidence-unknown' }
  | { readonly type: 'evidence-too-large'; readonly limitBytes: number }
  /** Neither a picture nor a PDF. */
  | { readonly type: 'evidence-not-a-document' };

export type DocumentType = NonNullable<ReturnType<typeof documentType>>;

/** May this file stand as evidence? Only what the person who proposes has uploaded: a hash alone opens nobody's file. */
export async function judgeEvidence(
  transaction: Transaction,
  files: FileStore,
  sha256: string,
): Promise<EvidenceRefusal | null> {
  const upload = await transaction
    .selectFrom('upload')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (upload === undefined || !(await files.has(sha256))) return { type: 'evidence-unknown' };
  if (upload.bytes > EVIDENCE_LIMIT_BYTES) {
    return { type: 'evidence-too-large', limitBytes: EVIDENCE_LIMIT_BYTES };
  }
  const type = await evidenceType(files, sha256);
  return type === undefined ? { type: 'evidence-not-a-document' } : null;
}

/** What a kept evidence file is, by its bytes. */
export async function evidenceType(files: FileStore, sha256: string): Promise<DocumentType | undefined> {
  return documentType(await firstBytes(files.path(sha256)));
}
