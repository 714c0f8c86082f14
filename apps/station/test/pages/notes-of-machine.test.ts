import { expect, test } from 'vitest';
import { type BoardSay, boardPhrase } from '../../pages/board/board-words.ts';
import { notesOfMachine } from '../../pages/board/closing/notes-of-machine.ts';
import { melati } from './board-answer.ts';

const say: BoardSay = (key, ...values) => boardPhrase('id', key, ...values);
const notes = (day: Parameters<typeof melati>[0]) => notesOfMachine(melati(day), say, 'id');

test('a quiet day has none: how the media were prepared is no event', () => {
  expect(notes({})).toEqual([]);
});

test('restarts, new media and a takeover stand in the order of their hours', () => {
  expect(
    notes({
      restarts: [
        { at: '11:05', cause: 'takeover' },
        { at: '12:30', cause: null },
      ],
      epochs: [
        { cause: 'prepared', media: [1, 2], at: null, confirmedBy: [] },
        { cause: 'new-medium', media: [1, 3], at: '09:10', confirmedBy: ['ketua', 'teknisi'] },
        { cause: 'takeover', media: [4, 3], at: '11:04', confirmedBy: ['ketua', 'anggota-1'] },
        { cause: 'one-medium', media: [4], at: '12:00', confirmedBy: ['ketua', 'anggota-1'] },
      ],
    }),
  ).toEqual([
    '09.10 · Media baru dipasang (epoch 2)',
    '11.04 · Laptop cadangan mengambil alih (epoch 3)',
    '11.05 · Mesin TPS menyala ulang: laptop cadangan mengambil alih',
    '12.00 · Lanjut dengan satu media (epoch 4)',
    '12.30 · Mesin TPS menyala ulang: sebab tidak diketahui',
  ]);
});
