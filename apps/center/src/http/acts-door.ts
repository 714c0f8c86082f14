import {
  type Answer,
  clientNetwork,
  type Door,
  NoInput,
  openRoom,
  openTurns,
  readCookie,
  readInput,
  type Turn,
} from '@bilik/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { ACTS, type ActName } from '../accounts/acts.ts';
import { type SignedIn, signedIn } from '../accounts/sessions.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope } from '../database/scope.ts';
import { ACCOUNT_HEADER } from './account-header.ts';

/** In what one act is carried out: a transaction that sees the person's area alone, and is undone when the act is refused. */
export interface ActContext {
  readonly transaction: Transaction;
  readonly by: SignedIn;
  readonly now: Date;
}

/** A paper or file that an act gives. */
export interface Paper {
  readonly bytes: Uint8Array | NodeJS.ReadableStream;
  readonly type:
    | 'application/pdf'
    | 'text/csv; charset=utf-8'
    | 'application/json'
    | 'image/jpeg'
    | 'image/png'
    | 'image/webp'
    | 'application/octet-stream';
  /** Under which name a browser keeps it; left out: it is shown in its place. */
  readonly fileName?: string;
}

type Handler<Input, Value, Refusal extends { readonly type: string }> = (
  input: Input,
  context: ActContext,
) => Promise<Answer<Value, Refusal>>;

/** The one way in: every route is an act of the table, by somebody who is signed in and whose role may. */
export interface ActsDoor {
  /** POST `/api/act/NAME` with one JSON object. 200 `{ ok, value }`, 409 with a typed refusal, 400, 401 `not-paired`, 403 `not-allowed`, 429 `too-many-waiting`. */
  readonly act: <Schema extends z.ZodType, Value, Refusal extends { readonly type: string }>(
    name: ActName,
    schema: Schema,
    handle: Handler<z.output<Schema>, Value, Refusal>,
  ) => void;
  /**
   * As `act`, for work that takes long or whose refusal must leave a trace: no transaction is held for it, it opens its own.
   */
  readonly longAct: <Schema extends z.ZodType, Value, Refusal extends { readonly type: string }>(
    name: ActName,
    schema: Schema,
    handle: (
      input: z.output<Schema>,
      who: {
        readonly by: SignedIn /** The caller's network address as limits count it. */;
        readonly from: string;
      },
    ) => Promise<Answer<Value, Refusal>>,
  ) => void;
  /** GET `/api/paper/NAME?input=JSON`: what a person prints or keeps. */
  readonly paper: <Schema extends z.ZodType, Refusal extends { readonly type: string }>(
    name: ActName,
    schema: Schema,
    handle: Handler<z.output<Schema>, Paper, Refusal>,
  ) => void;
  /** The acts that have a route, in order of their names. */
  readonly names: () => readonly ActName[];
}

export const SESSION_COOKIE = 'bilik-center';

/**
 * What one person does at once: each holds a connection to the database, of which a process has ten. A page asks for fewer than ten things at a time; they
 * wait for their turn without one, and nobody else waits for them.
 */
const OF_ONE_PERSON = { atOnce: 4, mostWaiting: 200 } as const;
/** Before it is known who asks: looks for one session, which are short. */
const OF_ONE_SESSION = { atOnce: 2, mostWaiting: 200 } as const;
const TRY_AGAIN_SECONDS = 2;

/** PostgreSQL: a row that the person's scope may not hold. */
const INSUFFICIENT_PRIVILEGE = '42501';

const PaperQuery = z.strictObject({ input: z.string().max(8192).default('{}') });

declare module 'fastify' {
  interface FastifyRequest {
    by?: SignedIn;
  }
}

/** Carries a refusal out of the transaction that it undoes. */
class Undone extends Error {
  readonly answer: { readonly ok: false; readonly error: { readonly type: string } };
  constructor(answer: Undone['answer']) {
    super(answer.error.type);
    this.answer = answer;
  }
}

/** Opens the acts of a center at its door. */
export async function openActs(
  door: Door,
  parts: Pick<CenterParts, 'database' | 'now'>,
  open: (acts: ActsDoor) => void,
): Promise<ActsDoor> {
  const names = new Set<ActName>();
  const looks = openTurns(OF_ONE_SESSION);
  const turns = openTurns(OF_ONE_PERSON);
  const carryOut = async (
    name: ActName,
    schema: z.ZodType,
    handle: Handler<never, unknown, { readonly type: string }>,
    given: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ readonly value: unknown } | undefined> => {
    const { by } = request;
    if (by === undefined) throw new Error(`${name} was reached by nobody`);
    const input = readInput(schema, given);
    if (!input.ok) {
      await reply.code(400).send(input);
      return undefined;
    }
    try {
      const turn = turns.run(by.account, () =>
        inScope(parts.database, { area: by.area, account: by.account }, async (transaction) => {
          const answer = await handle(input.value as never, { transaction, by, now: parts.now() });
          if (!answer.ok) throw new Undone(answer);
          return answer.value;
        }),
      );
      return await begun(reply, turn);
    } catch (error) {
      if (error instanceof Undone) await reply.code(409).send(error.answer);
      else if (error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) {
        await reply.code(403).send({ ok: false, error: { type: 'not-allowed' } });
      } else throw error;
      return undefined;
    }
  };
  const mayCall = (name: ActName) => async (request: FastifyRequest, reply: FastifyReply) => {
    const token = readCookie(request.headers.cookie ?? '', SESSION_COOKIE);
    const turn =
      token === undefined
        ? { value: undefined }
        : await begun(
            reply,
            looks.run(token, () => signedIn(parts.database, token, parts.now())),
          );
    if (turn === undefined) return reply;
    const by = turn.value;
    const meant = request.headers[ACCOUNT_HEADER];
    if (by === undefined || (meant !== undefined && meant !== by.account))
      return reply.code(401).send({ ok: false, error: { type: 'not-paired' } });
    if (!(ACTS[name].roles as readonly string[]).includes(by.role)) {
      return reply.code(403).send({ ok: false, error: { type: 'not-allowed' } });
    }
    request.by = by;
  };
  // again when the body is there: a session may end, and an account be closed, while a body is on its way
  const asked = (name: ActName) => ({ onRequest: mayCall(name), preHandler: mayCall(name) });
  return openRoom(door, 'everybody', (room) => {
    const acts: ActsDoor = {
      act(name, schema, handle) {
        names.add(name);
        room.post(`/api/act/${name}`, asked(name), async (request, reply) => {
          const done = await carryOut(name, schema, handle, request.body ?? {}, request, reply);
          // JSON has no undefined: an act without an answer of its own says null
          return done === undefined ? reply : reply.send({ ok: true, value: done.value ?? null });
        });
      },
      longAct(name, schema, handle) {
        names.add(name);
        room.post(`/api/act/${name}`, asked(name), async (request, reply) => {
          const { by } = request;
          if (by === undefined) throw new Error(`${name} was reached by nobody`);
          const input = readInput(schema, request.body ?? {});
          if (!input.ok) return reply.code(400).send(input);
          const answer = await handle(input.value, { by, from: clientNetwork(request.ip) });
          return reply.code(answer.ok ? 200 : 409).send(answer);
        });
      },
      paper(name, schema, handle) {
        names.add(name);
        room.get(`/api/paper/${name}`, { onRequest: mayCall(name) }, async (request, reply) => {
          const query = readInput(PaperQuery, request.query);
          if (!query.ok) return reply.code(400).send(query);
          const done = await carryOut(name, schema, handle, parsed(query.value.input), request, reply);
          if (done === undefined) return reply;
          const { bytes, type, fileName } = done.value as Paper;
          reply.header('content-type', type);
          if (fileName !== undefined) {
            reply.header(
              'content-disposition',
              `attachment; filename="${fileName.replace(/[^\w.-]/g, '-')}"`,
            );
          }
          return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes);
        });
      },
      names: () => [...names].sort(),
    };
    open(acts);
    return acts;
  });
}

/** What came of a turn; where it was not begun, that is answered. */
async function begun<Value>(
  reply: FastifyReply,
  turn: Promise<Turn<Value>>,
): Promise<{ readonly value: Value } | undefined> {
  const done = await turn;
  if (done.ok) return done;
  await reply.code(429).header('retry-after', TRY_AGAIN_SECONDS).send(done);
  return undefined;
}

/** What is no JSON fails in the act's own schema. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export { NoInput };
