import { type Door, NoInput, openRoom, readInput } from '@bilik/server';
import { BOARD_CODE_HEADER, BUNDLE_LIMIT_BYTES } from '@bilik/transfer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { codeHash, heldSitting, type KnownSitting } from './sittings.ts';
import { postedTexts, takeBundle } from './take-bundle.ts';

const Code = z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{24}$/);
const PostInput = z.strictObject({ text: z.string().min(1).max(BUNDLE_LIMIT_BYTES) });
/** A bundle with its escapes. */
const POST_LIMIT_BYTES = BUNDLE_LIMIT_BYTES + 2 * 1024 * 1024;
/** Trustees who are served at one time, each once: a message is held in memory whole. */
const MOST_AT_ONCE = 8;

const WRONG_CODE = { ok: false, error: { type: 'board-code-wrong' } } as const;

/**
 * The notice board: where trustees' devices give and take messages while they are at the office. It holds public messages alone, and a
 * device believes it in nothing. A trustee has no account; the code of the invitation (140 bits) lets this trustee's messages in and no other's.
 */
export async function openBoardRoutes(
  door: Door,
  { database, files, now }: Pick<CenterParts, 'database' | 'files' | 'now'>,
): Promise<void> {
  const asTrustee = <Value>(
    code: string,
    work: (transaction: Transaction, sitting: KnownSitting, member: string) => Promise<Value>,
  ) =>
    inScope(database, OWN_WORK, async (transaction) => {
      const member = await transaction
        .selectFrom('sitting_member')
        .select(['sitting', 'id'])
        .where('code', '=', codeHash(code))
        .executeTakeFirst();
      const sitting = member === undefined ? undefined : await heldSitting(transaction, member.sitting);
      if (member === undefined || sitting === undefined) return WRONG_CODE;
      if (sitting.standing.phase === 'left') return { ok: false, error: { type: 'sitting-left' } } as const;
      return work(transaction, sitting, member.id);
    });
  const codeOf = ({ headers }: FastifyRequest) => Code.safeParse(headers[BOARD_CODE_HEADER]).data;
  /** The code is in the head, so that nobody without one has a body read. */
  const isInvited = async (request: FastifyRequest, reply: FastifyReply) => {
    const code = codeOf(request);
    const known =
      code === undefined ? WRONG_CODE : await asTrustee(code, async () => ({ ok: true }) as const);
    if (!known.ok) return reply.code(409).send(known);
  };
  const served = new Set<string>();
  const takesTurn = async (request: FastifyRequest, reply: FastifyReply) => {
    const code = codeOf(request) ?? '';
    // whoever has gone meanwhile would never give the turn back
    if (reply.raw.destroyed) return;
    if (served.has(code) || served.size >= MOST_AT_ONCE) {
      return reply.code(409).send({ ok: false, error: { type: 'board-busy' } });
    }
    served.add(code);
    // however it ends, also when the other side goes
    reply.raw.once('close', () => served.delete(code));
  };
  const onRequest = [isInvited, takesTurn];
  await openRoom(door, 'everybody', (room) => {
    room.post(
      '/api/ceremony-board/post',
      { bodyLimit: POST_LIMIT_BYTES, onRequest },
      async (request, reply) => {
        const input = readInput(PostInput, request.body ?? {});
        if (!input.ok) return reply.code(400).send(input);
        const { text } = input.value;
        const answer = await asTrustee(codeOf(request) ?? '', (transaction, sitting, from) =>
          takeBundle({
            transaction,
            files,
            sitting,
            text,
            from,
            carried: 'network',
            account: null,
            now: now(),
          }),
        );
        return reply.code(answer.ok ? 200 : 409).send(answer);
      },
    );
    room.post('/api/ceremony-board/read', { onRequest }, async (request, reply) => {
      const input = readInput(NoInput, request.body ?? {});
      if (!input.ok) return reply.code(400).send(input);
      const answer = await asTrustee(codeOf(request) ?? '', async (transaction, { id, planText }) => ({
        ok: true as const,
        value: { plan: planText, bundles: await postedTexts(transaction, files, id) },
      }));
      return reply.code(answer.ok ? 200 : 409).send(answer);
    });
  });
}
