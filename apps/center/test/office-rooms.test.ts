import { office } from '@bilik/words/catalogue/center/office';
import { phrasesOf } from '@bilik/words/phrases';
import { describe, expect, test } from 'vitest';
import { aboutRoom, OFFICE_ROOMS } from '../pages/kantor/rooms.ts';
import { actsOfRole } from '../src/accounts/act-matrix.ts';
import { ACTS } from '../src/accounts/acts.ts';
import { ROLES } from '../src/accounts/roles.ts';

const words = phrasesOf(office);

describe.each(ROLES)('the office’s first page for %s', (role) => {
  const may = actsOfRole(role);
  const rooms = OFFICE_ROOMS.filter(({ roles }) => roles.includes(role));

  test.each(rooms.map((room) => [room.id, room] as const))(
    'the card of %s says something, and promises no act that the role may not do',
    (_, room) => {
      for (const language of ['id', 'en'] as const) {
        const said = aboutRoom(room, may, (phrase) => words(language, phrase)).toLowerCase();
        expect(said).not.toBe('');
        for (const [act, phrase] of Object.entries(room.does)) {
          expect(said.includes(words(language, phrase).toLowerCase()), act).toBe(may.includes(act));
        }
      }
    },
  );
});

test('cards are made of acts that exist', () => {
  for (const { does } of OFFICE_ROOMS) {
    for (const act of Object.keys(does)) expect(Object.keys(ACTS)).toContain(act);
  }
});
