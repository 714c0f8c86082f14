import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limitConnections } from './connections.ts';
import { type DoorLimits, HALL_LIMITS } from './limits.ts';
import { openHostCheck } from './own-host.ts';
import { type Answer, type DoorRefusal, refusalBody } from './refusal.ts';
import { answerToClientError, answerToFrameworkError, answerUnrouted, writeRawAnswer } from './unrouted.ts';

/** PEM texts of what a door shows on HTTPS. */
export interface DoorCertificate {
  readonly key: string;
  readonly certificate: string;
}

export interface DoorOptions {
  /** Largest request body in bytes; larger ones are refused before they are read. */
  readonly bodyLimitBytes: number;
  /** Host names (no port) under which this door may be reached; anything else is a rebinding attack. */
  readonly hostNames: readonly string[];
  /** Takes requests for any port: the door stands behind another one, whose port browsers name. */
  readonly anyPort?: boolean;
  /** With it the door speaks HTTPS and nothing else. */
  readonly certificate?: DoorCertificate;
  /**
   * Addresses of servers that stand in front of this door, speak HTTPS with browsers, and say in `X-Forwarded-For` for whom they ask. Nobody else's
   * word is believed: left out, `request.ip` is whoever connected.
   */
  readonly trustedProxies?: readonly string[];
  /** What differs from the limits of one hall. */
  readonly limits?: Partial<DoorLimits>;
  /** Origins beside our own from which pages may show pictures (the exercise's printer window). */
  readonly pictureOrigins?: readonly string[];
  /** Origins beside our own that pages may look for (a station's spare). */
  readonly otherOrigins?: readonly string[];
  /** Called with what cannot happen and yet did. Never receives a request's body. */
  readonly onBroken: (error: Error, route: string) => void;
}

export type Door = FastifyInstance;
/** What a handler may look at beside its checked input. */
export type DoorRequest = FastifyRequest;

/** A month: longer than a station and its certificate live. */
const HSTS_SECONDS = 30 * 24 * 60 * 60;

const METHODS = ['GET', 'HEAD', 'POST'];

function isForeignOrigin({ headers, method }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return true;
  return headers['sec-fetch-site'] === 'cross-site' && method !== 'GET';
}

/** What every answer of a door says to the browser. */
function strictHeaders(
  pictureOrigins: readonly string[],
  otherOrigins: readonly string[],
  isSecure: boolean,
): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${["'self'", 'data:', 'blob:', ...pictureOrigins].join(' ')}`,
    ["connect-src 'self'", ...otherOrigins].join(' '),
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // the exercise's printer window stands at another port of the same machine
    'cross-origin-resource-policy': 'same-site',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
    'cache-control': 'no-store',
    ...(isSecure ? { 'strict-transport-security': `max-age=${HSTS_SECONDS}` } : {}),
  };
}

/**
 * Opens an HTTP door: strict headers on every answer, also to what is no request; no request log (an address or a time could tie
 * a person to a ballot); bodies limited before they are parsed; requests from other origins, to other host names or ports refused;
 * slow and idle clients shut out before they keep others from coming in.
 */
export function openDoor(options: DoorOptions): Door {
  const limits = { ...HALL_LIMITS, ...options.limits };
  const trustedProxies = options.trustedProxies ?? [];
  const headers = strictHeaders(
    options.pictureOrigins ?? [],
    options.otherOrigins ?? [],
    options.certificate !== undefined || trustedProxies.length > 0,
  );
  const hostOf = openHostCheck(
    options.hostNames,
    options.anyPort ?? false,
    options.certificate === undefined ? 80 : 443,
  );
  const serverLimits = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.timeoutCheckMs,
    // refused below, with our headers
    requireHostHeader: false,
  };
  const { certificate } = options;
  const door = fastify({
    logger: false,
    bodyLimit: options.bodyLimitBytes,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    forceCloseConnections: true,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    http: serverLimits,
    ...(certificate === undefined
      ? {}
      : {
          serverFactory: (handler: RequestListener) =>
            createServer(
              {
                ...serverLimits,
                keepAliveTimeout: limits.keepAliveTimeoutMs,
                key: certificate.key,
                cert: certificate.certificate,
                // browsers and devices are ours: all of them speak it, and its ciphers are all good
                minVersion: 'TLSv1.3',
                // who connects and says nothing is shut out as on plain HTTP
                handshakeTimeout: limits.headersTimeoutMs,
              },
              handler,
            ),
        }),
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      if (connections.isAnswering(socket)) {
        socket.destroy();
        return;
      }
      socket.end(writeRawAnswer(answerToClientError(error.code), headers), 'latin1');
      socket.destroySoon();
    },
    frameworkErrors(error, _request, reply) {
      answerUnrouted(reply.raw, answerToFrameworkError(error.code), headers);
    },
  });
  const connections = limitConnections(door.server, limits.maxConnections);
  door.server.on('checkExpectation', (_request, response) => {
    answerUnrouted(response, { status: 417, refusal: { type: 'not-http' } }, headers);
  });

  door.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    const refuse = (status: number, refusal: DoorRefusal) => reply.code(status).send(refusalBody(refusal));
    const host = hostOf(request);
    if (host === 'unclear') return refuse(400, { type: 'not-http' });
    if (host === 'foreign' || isForeignOrigin(request)) return refuse(403, { type: 'foreign-origin' });
    if (METHODS.includes(request.method)) return;
    reply.header('allow', METHODS.join(', '));
    // no header that lets another origin in: a browser that asks for one hears nothing of it
    return request.method === 'OPTIONS'
      ? reply.code(204).send()
      : refuse(405, { type: 'method-not-allowed' });
  });
  door.setNotFoundHandler((_request, reply) => {
    void reply.code(404).send(refusalBody({ type: 'not-found' }));
  });
  door.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const refuse = (status: number, refusal: DoorRefusal) =>
      void reply.code(status).send(refusalBody(refusal));
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

/**
 * One command: POST with one JSON object, checked by a strict schema. 200 with a value, 409 with a typed refusal,
 * 400 malformed, 401 `not-paired` when the session was over before anything was done. Handlers must be safe to repeat: the cable will fall out before the answer.
 */
export function command<Schema extends z.ZodType, Value, Refusal extends { readonly type: string }>(
  door: Door,
  path: string,
  schema: Schema,
  handle: (
    input: z.output<Schema>,
    request: FastifyRequest,
  ) => Answer<Value, Refusal> | Promise<Answer<Value, Refusal>>,
): void {
  door.post(path, async (request, reply) => {
    const input = readInput(schema, request.body ?? {});
    if (!input.ok) return reply.code(400).send(input);
    const answer = await handle(input.value, request);
    // JSON has no undefined: a command without an answer of its own says null
    if (answer.ok) return reply.send({ ok: true, value: answer.value ?? null });
    return reply.code(answer.error.type === 'not-paired' ? 401 : 409).send(answer);
  });
}

/** One question: GET without side effects, answered with `{ ok: true, value }`. */
export function question<Value>(
  door: Door,
  path: string,
  handle: (request: FastifyRequest) => Value | Promise<Value>,
): void {
  door.get(path, async (request) => ({ ok: true, value: await handle(request) }));
}

export const NoInput: z.ZodObject<Record<never, never>, z.core.$strict> = z.strictObject({});
