import { type Answer, clientNetwork, type Door, openRoom, readInput, sessionCookie } from '@bilik/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountIdSchema } from '../accounts/invited.ts';
import { passwordSchema } from '../accounts/password.ts';
import type { SignIn, SignInRefusal } from '../accounts/sign-in.ts';
import { SESSION_COOKIE } from './acts-door.ts';

const code = z.string().regex(/^\d{6}$/);
const invitation = z.string().min(1).max(30);

const SignInInput = z.strictObject({ account: accountIdSchema, password: z.string().max(200), code });
const BeginInput = z.strictObject({ account: accountIdSchema, invitation });
const FinishInput = z.strictObject({
  account: accountIdSchema,
  invitation,
  password: passwordSchema,
  code,
});

/** The three routes that people without a session may call. A session's token goes into a cookie that no script reads. */
export async function openSignInRoutes(door: Door, signIn: SignIn, isSecure: boolean): Promise<void> {
  const kept = (reply: FastifyReply, answer: Answer<{ readonly token: string }, SignInRefusal>) => {
    if (!answer.ok) return reply.code(409).send(answer);
    reply.header('set-cookie', sessionCookie(SESSION_COOKIE, answer.value.token, isSecure));
    return reply.send({ ok: true, value: null });
  };
  await openRoom(door, 'everybody', (room) => {
    const route = <Schema extends z.ZodType>(
      path: string,
      schema: Schema,
      handle: (input: z.output<Schema>, from: string, reply: FastifyReply) => Promise<FastifyReply>,
    ) =>
      room.post(path, async (request: FastifyRequest, reply) => {
        const input = readInput(schema, request.body ?? {});
        return input.ok ? handle(input.value, clientNetwork(request.ip), reply) : reply.code(400).send(input);
      });
    route('/api/sign-in', SignInInput, async (input, from, reply) =>
      kept(reply, await signIn.signIn(input, from)),
    );
    route('/api/begin-account', BeginInput, async (input, from, reply) => {
      const answer = await signIn.beginAccount(input, from);
      return reply.code(answer.ok ? 200 : 409).send(answer);
    });
    route('/api/finish-account', FinishInput, async (input, from, reply) =>
      kept(reply, await signIn.finishAccount(input, from)),
    );
  });
}
