import { z } from 'zod';

/** Why a file that came from elsewhere is not believed. */
export type FileProblem =
  | { readonly type: 'file-too-large'; readonly limitBytes: number }
  | { readonly type: 'file-not-json' }
  | { readonly type: 'file-malformed'; readonly problems: readonly { path: string; message: string }[] }
  | { readonly type: 'file-not-canonical' }
  | { readonly type: 'file-of-other-election' }
  | { readonly type: 'file-of-other-record' }
  | { readonly type: 'file-signature-wrong' };

export type FileAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: FileProblem };

export const Hex256: z.ZodString = z.string().regex(/^[0-9a-f]{64}$/);
export const Fingerprint: z.ZodString = z.string().regex(/^[A-Za-z0-9+/]{43}$/);
/** Base64 of 64 bytes. The last letter carries two bits only: other letters would spell the same signature a second way. */
export const Signature: z.ZodString = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);
export const Decimal: z.ZodString = z.string().regex(/^(0|[1-9][0-9]{0,616})$/);

/**
 * Reads a file as we write it: size first, then JSON, then schema, then the very same bytes when written again
 * (no second spelling of one content).
 */
export function readCanonicalFile<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  limitBytes: number,
): FileAnswer<z.output<Schema>> {
  if (Buffer.byteLength(text, 'utf8') > limitBytes) {
    return { ok: false, error: { type: 'file-too-large', limitBytes } };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, error: { type: 'file-not-json' } };
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, 20)
      .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    return { ok: false, error: { type: 'file-malformed', problems } };
  }
  if (writeCanonicalFile(parsed.data) !== text) return { ok: false, error: { type: 'file-not-canonical' } };
  return { ok: true, value: parsed.data };
}

/** Compact JSON in the schema's own order of keys, one newline at the end. */
export function writeCanonicalFile(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}
