import { CHUNK_BYTES, DELIVERY_REFUSALS, DeliveryStanding, type Receipt, readReceipt } from '@bilik/transfer';
import { z } from 'zod';
import type { SealedDelivery } from './sealed-delivery.ts';

/** Why a delivery did not arrive this time. */
export type SendFault =
  /** No answer: the cable, the network or the receiver. What arrived stays there. */
  | { readonly type: 'no-connection' }
  /** All of it arrived; the receiver has not ended its check, and is asked again. */
  | { readonly type: 'being-checked' }
  /** The receiver will not take it, by name. */
  | { readonly type: 'refused'; readonly refusal: (typeof DELIVERY_REFUSALS)[number] }
  /** Something else answers at this address. */
  | { readonly type: 'answer-not-understood' }
  /** A receipt came, signed by another key than the receiver's that the package names. */
  | { readonly type: 'other-receiver' };

/** A receipt and its exact text. */
export interface BroughtReceipt {
  readonly text: string;
  readonly receipt: Receipt;
}

type Heard<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: SendFault; readonly have?: number };

const Begun = DeliveryStanding.extend({ delivery: z.string() });
const Taken = z.strictObject({ have: z.int().min(0) });
const Refused = z.looseObject({
  ok: z.literal(false),
  error: z.looseObject({ type: z.enum(DELIVERY_REFUSALS), have: z.int().optional() }),
});

export interface SendOptions {
  readonly signal: AbortSignal;
  /** Base64 of the only key whose receipt counts. */
  readonly receiver: string;
  /** Hears how many bytes the receiver has. */
  readonly onProgress: (sentBytes: number) => void;
  /** Of one piece, at most `CHUNK_BYTES`. */
  readonly pieceBytes?: number;
}

/** Checking a record of 1,400 ballots takes the receiver some seconds; a piece takes none. */
const PIECE_TIMEOUT_MS = 20_000;
const FINISH_TIMEOUT_MS = 180_000;
/** A file that arrived damaged is sent from its beginning; more often than this something is wrong that sending does not mend. */
const MOST_ROUNDS = 3;

/**
 * Sends what the receiver does not have yet, from where it stopped the last time, and brings the receipt.
 * @returns the receipt, checked to be one of this delivery by the receiver that the package names
 */
export async function sendOnce(
  address: URL,
  delivery: SealedDelivery,
  { signal, receiver, onProgress, pieceBytes = CHUNK_BYTES }: SendOptions,
): Promise<Heard<BroughtReceipt>> {
  const tell = <Value>(path: string, body: unknown, schema: z.ZodType<Value>, timeoutMs = PIECE_TIMEOUT_MS) =>
    call(new URL(path, address), body, schema, { signal, timeoutMs });

  const receiptOf = (text: string): Heard<BroughtReceipt> => {
    const read = readReceipt(text, delivery.delivery);
    if (!read.ok) return { ok: false, error: { type: 'answer-not-understood' } };
    return read.value.receiver === receiver
      ? { ok: true, value: { text, receipt: read.value } }
      : { ok: false, error: { type: 'other-receiver' } };
  };

  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const begun = await tell('/api/deliveries', { manifest: delivery.manifestText }, Begun);
    if (!begun.ok) return begun;
    const have = [...begun.value.have];
    const report = () => onProgress(have.reduce((sum, bytes) => sum + bytes, 0));
    report();
    if (begun.value.receipt !== null) return receiptOf(begun.value.receipt);
    for (const [file, { bytes }] of delivery.files.entries()) {
      for (let at = have[file] ?? 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + pieceBytes).toString('base64');
        const taken = await tell(
          '/api/deliveries/piece',
          { delivery: delivery.delivery, file, at, bytes: piece },
          Taken,
        );
        if (!taken.ok && taken.have === undefined) return taken;
        at = taken.ok ? taken.value.have : (taken.have ?? 0);
        have[file] = at;
        report();
      }
    }
    const finished = await tell(
      '/api/deliveries/finish',
      { delivery: delivery.delivery },
      DeliveryStanding,
      FINISH_TIMEOUT_MS,
    );
    if (finished.ok) {
      const { receipt } = finished.value;
      return receipt === null ? { ok: false, error: { type: 'being-checked' } } : receiptOf(receipt);
    }
    const { error } = finished;
    const isAgain =
      error.type === 'refused' && ['file-differs', 'delivery-not-complete'].includes(error.refusal);
    if (!isAgain || round === MOST_ROUNDS - 1) return finished;
  }
  return { ok: false, error: { type: 'answer-not-understood' } };
}

async function call<Value>(
  url: URL,
  body: unknown,
  schema: z.ZodType<Value>,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Heard<Value>> {
  // one controller that this call holds: a signal joined of others can be collected before it fires
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, timeoutMs);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: ending.signal,
    });
    answer = JSON.parse(await response.text());
  } catch (error) {
    const isOther = error instanceof SyntaxError;
    return { ok: false, error: { type: isOther ? 'answer-not-understood' : 'no-connection' } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
  const good = z.strictObject({ ok: z.literal(true), value: schema }).safeParse(answer);
  if (good.success) return { ok: true, value: good.data.value };
  const refused = Refused.safeParse(answer);
  if (!refused.success) return { ok: false, error: { type: 'answer-not-understood' } };
  const { type, have } = refused.data.error;
  return {
    ok: false,
    error: { type: 'refused', refusal: type },
    ...(type === 'piece-not-next' && have !== undefined ? { have } : {}),
  };
}
