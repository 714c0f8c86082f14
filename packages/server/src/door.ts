import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';

/** What a handler answers: a value, or a refusal that the screen can explain. */
export type Answer<Value, Refusal extends { readonly type: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** What the door itself refuses before any handler runs. */
export type DoorRefusal =
  | { readonly type: 'malformed'; readonly problems: readonly { path: string; message: string }[] }
  | { readonly type: 'too-large'; readonly limitBytes: number }
  | { readonly type: 'not-json' }
  | { readonly type: 'foreign-origin' }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'broken' };

export interface DoorOptions {
  /** Largest request body in bytes; larger ones are refused before they are read. */
  readonly bodyLimitBytes: number;
  /** Host names (no port) under which this door may be reached; anything else is a rebinding attack. */
  readonly hostNames: readonly string[];
  /** Origins beside our own from which pages may show pictures (the exercise's printer window). */
  readonly pictureOrigins?: readonly string[];
  /** Called with what cannot happen and yet did. Never receives a request's body. */
  readonly onBroken: (error: Error, route: string) => void;
}

export type Door = FastifyInstance;

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

function hostNameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function isForeign(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return true;
  return request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET';
}

/**
 * Opens an HTTP door: strict headers, no request log (an address or a time could tie a person to a ballot),
 * bodies limited before they are parsed, requests from other origins and other host names refused.
 */
export function openDoor(options: DoorOptions): Door {
  const door = fastify({ logger: false, bodyLimit: options.bodyLimitBytes, forceCloseConnections: true });
  const names = new Set([...LOOPBACK, ...options.hostNames].map((name) => name.toLowerCase()));
  const pictures = ["'self'", 'data:', 'blob:', ...(options.pictureOrigins ?? [])].join(' ');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${pictures}`,
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

  door.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
      'cache-control': 'no-store',
    });
    if (!names.has(hostNameOf(request.headers.host ?? '')) || isForeign(request)) {
      return reply.code(403).send({ ok: false, error: { type: 'foreign-origin' } satisfies DoorRefusal });
    }
  });
  door.setNotFoundHandler((_request, reply) => {
    void reply.code(404).send({ ok: false, error: { type: 'not-found' } satisfies DoorRefusal });
  });
  door.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const refuse = (status: number, refusal: DoorRefusal) =>
      void reply.code(status).send({ ok: false, error: refusal });
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return refuse(413, { type: 'too-large', limitBytes: options.bodyLimitBytes });
    }
    if ((error.statusCode ?? 500) < 500) return refuse(400, { type: 'not-json' });
    options.onBroken(error, request.routeOptions.url ?? 'unknown route');
    return refuse(500, { type: 'broken' });
  });
  return door;
}

/** Reads a value that came from outside; every problem is listed with its path. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Answer<z.output<Schema>, Extract<DoorRefusal, { type: 'malformed' }>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  return { ok: false, error: { type: 'malformed', problems } };
}

/** Who may call a route: returns false to refuse. */
export type Guard = (request: FastifyRequest) => boolean;

/**
 * One command: POST with one JSON object, checked by a strict schema. 200 with a value, 409 with a typed refusal,
 * 400 malformed, 401 guarded. Handlers must be safe to repeat: the cable will fall out before the answer.
 */
export function command<Schema extends z.ZodType, Value, Refusal extends { readonly type: string }>(
  door: Door,
  path: string,
  schema: Schema,
  handle: (
    input: z.output<Schema>,
    request: FastifyRequest,
  ) => Answer<Value, Refusal> | Promise<Answer<Value, Refusal>>,
  guard: Guard = () => true,
): void {
  door.post(path, async (request, reply) => {
    if (!guard(request)) return reply.code(401).send({ ok: false, error: { type: 'not-allowed' } });
    const input = readInput(schema, request.body ?? {});
    if (!input.ok) return reply.code(400).send(input);
    const answer = await handle(input.value, request);
    // JSON has no undefined: a command without an answer of its own says null
    return answer.ok ? reply.send({ ok: true, value: answer.value ?? null }) : reply.code(409).send(answer);
  });
}

/** One question: GET without side effects, answered with `{ ok: true, value }`. */
export function question<Value>(
  door: Door,
  path: string,
  handle: (request: FastifyRequest) => Value | Promise<Value>,
  guard: Guard = () => true,
): void {
  door.get(path, async (request, reply) => {
    if (!guard(request)) return reply.code(401).send({ ok: false, error: { type: 'not-allowed' } });
    return { ok: true, value: await handle(request) };
  });
}

export const NoInput: z.ZodObject<Record<never, never>, z.core.$strict> = z.strictObject({});
