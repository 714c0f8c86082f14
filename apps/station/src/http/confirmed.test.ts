import { command, keepDoor, openDoor, openRoom } from '@bilik/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import { openConfirming } from './confirmed.ts';

/** Asks for an act while PINs are looked at for as long as it takes to end the session. */
async function actWhile(looking: 'the session ends' | 'nothing happens') {
  let isPaired = true;
  const acts: (readonly string[])[] = [];
  const door = openDoor({
    bodyLimitBytes: 1_000,
    hostNames: [],
    onBroken: (error) => {
      throw error;
    },
  });
  const keeper = keepDoor(door, {
    recognise: ({ name }) => (isPaired ? { name, role: 'board' } : undefined),
    cookieName: (name) => name,
  });
  const confirmed = openConfirming(
    {
      async check(confirmations) {
        isPaired = looking === 'nothing happens';
        return { ok: true, value: confirmations.map(({ person }) => person) };
      },
    },
    keeper,
  );
  await openRoom(door, ['board'], (room) =>
    command(
      room,
      '/api/act',
      z.strictObject({ confirmations: ConfirmationsSchema }),
      ({ confirmations }, request) =>
        confirmed(request, confirmations, (people) => {
          acts.push(people);
          return { ok: true, value: null };
        }),
    ),
  );
  const answer = await door.inject({
    method: 'POST',
    url: '/api/act',
    headers: { host: 'localhost', 'x-bilik-device': 'board-1', authorization: 'Bearer token' },
    payload: { confirmations: [{ person: 'ketua', pin: '123456' }] },
  });
  await door.close();
  return { acts, status: answer.statusCode, body: answer.json() };
}

test('an act whose device was taken out while PINs were looked at is not carried out', async () => {
  expect(await actWhile('the session ends')).toEqual({
    acts: [],
    status: 401,
    body: { ok: false, error: { type: 'not-paired' } },
  });
});

test('and is carried out otherwise', async () => {
  expect(await actWhile('nothing happens')).toMatchObject({ acts: [['ketua']], status: 200 });
});
