import { clientNetwork, command, type Door, openRoom, readInput } from '@bilik/server';
import { NoInput } from '../../http/acts-door.ts';
import { openHourlyTries } from '../../http/hourly-tries.ts';
import { type LookUp, LookUpInput } from './look-up.ts';

/** Twice what the look-up answers in an hour: whoever goes on asking is told so without a question to the database. */
export const MOST_TRIES_AN_HOUR = 40;

/** The routes of the public page `/cek`, for people without a session. */
export async function openLookUpRoutes(door: Door, lookUp: LookUp, now: () => Date): Promise<void> {
  const tries = openHourlyTries(MOST_TRIES_AN_HOUR);
  await openRoom(door, 'everybody', (room) => {
    command(room, '/api/look-up/villages', NoInput, async () => ({
      ok: true,
      value: await lookUp.villages(),
    }));
    room.post('/api/look-up', async (request, reply) => {
      const input = readInput(LookUpInput, request.body ?? {});
      if (!input.ok) return reply.code(400).send(input);
      const from = clientNetwork(request.ip);
      if (tries.isOneTooMany(from, now())) {
        const minutes = 60 - now().getUTCMinutes();
        return reply.code(409).send({ ok: false, error: { type: 'too-many-look-ups', minutes } });
      }
      const answer = await lookUp.ask(input.value, from);
      return reply.code(answer.ok ? 200 : 409).send(answer);
    });
  });
}
