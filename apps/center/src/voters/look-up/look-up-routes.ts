import { clientNetwork, command, type Door, openRoom, readInput } from '@bilik/server';
import { NoInput } from '../../http/acts-door.ts';
import { type LookUp, LookUpInput } from './look-up.ts';

/** The routes of the public page `/cek`, for people without a session. */
export async function openLookUpRoutes(door: Door, lookUp: LookUp): Promise<void> {
  await openRoom(door, 'everybody', (room) => {
    command(room, '/api/look-up/villages', NoInput, async () => ({
      ok: true,
      value: await lookUp.villages(),
    }));
    room.post('/api/look-up', async (request, reply) => {
      const input = readInput(LookUpInput, request.body ?? {});
      if (!input.ok) return reply.code(400).send(input);
      const answer = await lookUp.ask(input.value, clientNetwork(request.ip));
      return reply.code(answer.ok ? 200 : 409).send(answer);
    });
  });
}
