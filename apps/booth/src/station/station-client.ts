import { z } from 'zod';

const Refusal = z.looseObject({ type: z.string().max(80) });
const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: Refusal }),
]);

const Standing = z.strictObject({
  hash: z.string(),
  state: z.enum(['sealing', 'cast', 'spoiled', 'proved']),
});
const TokenStanding = z.strictObject({
  standing: z.enum(['ready', 'used', 'void', 'in-use', 'foreign', 'no-release', 'polls-not-open']),
});
const CaseAnswer = z.looseObject({
  phase: z.string(),
  state: z.enum(['idle', 'sealing', 'cast', 'void']),
  hash: z.string(),
});
const PlaceAnswer = z.strictObject({ definition: z.unknown(), election: z.string() });

/** The station said no (by name), or was not heard: then nobody knows whether it recorded anything, and the same command is sent again. */
export type StationProblem =
  | { readonly type: 'station-unheard' }
  | { readonly type: 'station-refused'; readonly reason: string };

export type StationAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: StationProblem };

export type SlipOutcome = 'sah-in-box' | 'batal-in-envelope' | 'no-slip';

/** What a booth asks of its station. Every command may be repeated: a ballot is named by its hash. */
export interface StationClient {
  readonly place: () => Promise<StationAnswer<z.output<typeof PlaceAnswer>>>;
  readonly openCase: () => Promise<StationAnswer<z.output<typeof CaseAnswer>>>;
  readonly tokenStanding: (credential: string) => Promise<StationAnswer<z.output<typeof TokenStanding>>>;
  readonly seal: (ballot: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly prove: (ballot: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly confirm: (hash: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly spoil: (hash: string) => Promise<StationAnswer<z.output<typeof Standing>>>;
  readonly finish: (
    hash: string,
    slip: SlipOutcome,
    slipsPrinted: number,
    answeredBy: readonly string[],
  ) => Promise<StationAnswer<unknown>>;
}

export interface StationAddress {
  readonly url: string;
  readonly booth: number;
  /** This booth's door key, 64 hex digits. */
  readonly key: string;
  readonly timeoutMs: number;
}

export function connectStation({ url, booth, key, timeoutMs }: StationAddress): StationClient {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${key}`,
    'x-bilik-booth': String(booth),
  };

  async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<StationAnswer<z.output<Schema>>> {
    let content: unknown;
    try {
      const response = await fetch(new URL(path, url), {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      content = await response.json();
      if (response.status >= 500) return { ok: false, error: { type: 'station-unheard' } };
    } catch {
      return { ok: false, error: { type: 'station-unheard' } };
    }
    const envelope = Envelope.safeParse(content);
    if (!envelope.success) return { ok: false, error: { type: 'station-unheard' } };
    if (!envelope.data.ok) {
      return { ok: false, error: { type: 'station-refused', reason: envelope.data.error.type } };
    }
    const value = schema.safeParse(envelope.data.value);
    return value.success
      ? { ok: true, value: value.data }
      : { ok: false, error: { type: 'station-unheard' } };
  }

  return {
    place: () => ask('/api/booth/place', PlaceAnswer),
    openCase: () => ask('/api/booth/case', CaseAnswer),
    tokenStanding: (credential) => ask('/api/booth/token', TokenStanding, { credential }),
    seal: (ballot) => ask('/api/booth/seal', Standing, { ballot }),
    prove: (ballot) => ask('/api/booth/prove', Standing, { ballot }),
    confirm: (hash) => ask('/api/booth/confirm', Standing, { hash }),
    spoil: (hash) => ask('/api/booth/spoil', Standing, { hash }),
    finish: (hash, slip, slipsPrinted, answeredBy) =>
      ask('/api/booth/finish', z.unknown(), { hash, slip, slipsPrinted, answeredBy }),
  };
}
