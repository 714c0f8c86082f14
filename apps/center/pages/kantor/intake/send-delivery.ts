import { type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import { toBase64 } from '../../common/base64.ts';

const manifestSchema = z.object({
  polling_place: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
});
const begunSchema = z.object({
  delivery: z.string(),
  have: z.array(z.number()),
  receipt: z.nullable(z.string()),
});
const pieceSchema = z.object({ have: z.number() });
const standingSchema = z.object({ receipt: z.nullable(z.string()) });
const refusalSchema = z.object({ type: z.string() });

/** Bytes of one request, as stations send them. */
const PIECE_BYTES = 128 * 1024;
/** The center checks the whole record before it answers. */
const FINISH_TIMEOUT_MS = 120_000;

export type SendOutcome =
  | { readonly type: 'done'; readonly place: string }
  | { readonly type: 'no-manifest' }
  | { readonly type: 'incomplete'; readonly file: string }
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'unreachable' };

/** Brings the files of a stick's outbox to the center by the wire that stations use. What arrived stays there. */
export async function sendDelivery(
  files: readonly File[],
  onFile: (name: string) => void,
): Promise<SendOutcome> {
  const named = (name: string) => files.find((file) => file.name === name);
  const manifestText = await named('manifest.json')?.text();
  const manifest = manifestSchema.safeParse(parsed(manifestText ?? ''));
  if (manifestText === undefined || !manifest.success) return { type: 'no-manifest' };
  const { polling_place: place, files: listed } = manifest.data;
  const missing = listed.find(({ name }) => named(name) === undefined);
  if (missing !== undefined) return { type: 'incomplete', file: missing.name };
  const begun = await tell('/api/deliveries', { manifest: manifestText }, begunSchema);
  if (!begun.ok) return failed(begun.error);
  const { delivery, have } = begun.value;
  if (begun.value.receipt !== null) return { type: 'done', place };
  for (const [index, { name }] of listed.entries()) {
    onFile(name);
    const bytes = new Uint8Array((await named(name)?.arrayBuffer()) ?? new ArrayBuffer(0));
    for (let at = have[index] ?? 0; at < bytes.length; ) {
      const piece = { delivery, file: index, at, bytes: toBase64(bytes.subarray(at, at + PIECE_BYTES)) };
      const taken = await tell('/api/deliveries/piece', piece, pieceSchema);
      if (!taken.ok) return failed(taken.error);
      at = taken.value.have;
    }
  }
  const finished = await tell('/api/deliveries/finish', { delivery }, standingSchema, FINISH_TIMEOUT_MS);
  return finished.ok ? { type: 'done', place } : failed(finished.error);
}

function tell<Value>(path: string, body: object, value: z.ZodMiniType<Value>, timeoutMs = 30_000) {
  return callApi(path, body, { value, refusal: refusalSchema, timeoutMs });
}

function failed(
  error: Extract<CallResult<never, { readonly type: string }>, { readonly ok: false }>['error'],
): SendOutcome {
  return error.type === 'refused' ? { type: 'refused', why: error.refusal.type } : { type: 'unreachable' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
