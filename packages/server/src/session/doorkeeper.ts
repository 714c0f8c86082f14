import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Door } from '../door.ts';
import { refusalBody } from '../refusal.ts';
import type { Admission } from './admission.ts';
import { readCookie } from './cookie.ts';

/** As whom a request speaks, in its own words, and the token that it shows for it. */
export interface Claim {
  readonly name: string;
  readonly token: string;
}

/** The header in which a page or a process says as whom it speaks; event streams and links say it in the query as `device`. */
export const SPEAKER_HEADER = 'x-bilik-device';

export interface DoorkeeperOptions<Speaker extends { readonly role: string }> {
  /** Whose session this is; `undefined` when it is nobody's. */
  readonly recognise: (claim: Claim) => Speaker | undefined;
  /** Under which name the browser of this speaker keeps its token. */
  readonly cookieName: (name: string) => string;
}

/** One registered route and whom it admits; `undefined` admits nobody. */
export interface RouteRule {
  readonly method: string;
  readonly url: string;
  readonly admits: Admission | undefined;
}

export interface Doorkeeper<Speaker> {
  /** Who sent this request. Throws on a route that admits everybody: there nobody was asked. */
  readonly speakerOf: (request: FastifyRequest) => Speaker;
  /** Whether the session that this request showed is still one: ask after each wait, before anything is done. */
  readonly isStillHeard: (request: FastifyRequest) => boolean;
  /** Breaks off all requests of one speaker that are under way, streams too: call when a session is over. */
  readonly breakOff: (name: string) => void;
  /** All routes of the door. */
  readonly routes: () => readonly RouteRule[];
}

const MAX_NAME_LETTERS = 40;
const MAX_TOKEN_LETTERS = 200;

function claimOf(request: FastifyRequest, cookieName: (name: string) => string): Claim | undefined {
  const { headers } = request;
  const told = headers[SPEAKER_HEADER];
  // a link and an event stream cannot say a header; a command can
  const named = told ?? (request.method === 'POST' ? undefined : queriedDevice(request.query));
  if (typeof named !== 'string' || named === '' || named.length > MAX_NAME_LETTERS) return undefined;
  const token =
    headers.authorization === undefined
      ? readCookie(headers.cookie ?? '', cookieName(named))
      : /^Bearer (\S+)$/.exec(headers.authorization)?.[1];
  return token === undefined || token.length > MAX_TOKEN_LETTERS ? undefined : { name: named, token };
}

function queriedDevice(query: unknown): unknown {
  return typeof query === 'object' && query !== null && 'device' in query ? query.device : undefined;
}

/**
 * Puts a doorkeeper before all routes that are registered after this call. Each of them must say whom it admits; one that does not admits
 * nobody. Who has no session hears 401 `not-paired`, who has one in another role 403 `not-allowed`, both before the body is read. A body may
 * take half a minute, so the session is asked for again when it is there.
 */
export function keepDoor<Speaker extends { readonly role: string }>(
  door: Door,
  { recognise, cookieName }: DoorkeeperOptions<Speaker>,
): Doorkeeper<Speaker> {
  const speakers = new WeakMap<FastifyRequest, Speaker>();
  /** Requests that are not answered to their end, and as whom they came. */
  const underWay = new Map<FastifyRequest, string>();
  const recognised = (request: FastifyRequest) => {
    const claim = claimOf(request, cookieName);
    const speaker = claim === undefined ? undefined : recognise(claim);
    return claim === undefined || speaker === undefined ? undefined : { name: claim.name, speaker };
  };
  const isStillHeard = (request: FastifyRequest): boolean => recognised(request) !== undefined;
  const routes: RouteOptions[] = [];
  door.addHook('onRoute', (route) => {
    routes.push(route);
  });
  door.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.method === 'OPTIONS') return;
    const { admits } = request.routeOptions.config;
    if (admits === 'everybody') return;
    const came = recognised(request);
    if (came === undefined) return reply.code(401).send(refusalBody({ type: 'not-paired' }));
    if (admits?.includes(came.speaker.role) !== true)
      return reply.code(403).send(refusalBody({ type: 'not-allowed' }));
    speakers.set(request, came.speaker);
    underWay.set(request, came.name);
    reply.raw.once('close', () => underWay.delete(request));
  });
  door.addHook('preHandler', async (request, reply) => {
    if (!speakers.has(request) || isStillHeard(request)) return;
    return reply.code(401).send(refusalBody({ type: 'not-paired' }));
  });
  return {
    speakerOf(request) {
      const speaker = speakers.get(request);
      if (speaker === undefined) throw new Error(`${request.url} was let in without a session`);
      return speaker;
    },
    isStillHeard,
    breakOff(name) {
      for (const [request, whose] of underWay) if (whose === name) request.raw.socket.destroy();
    },
    routes: () =>
      routes.flatMap(({ method, url, config }) =>
        [method].flat().map((one) => ({ method: one, url, admits: config?.admits })),
      ),
  };
}
