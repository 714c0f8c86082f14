import { parseTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { electionDefinitionSchema } from '@bilik/election';
import { beforeAll, expect, test } from 'vitest';
import { runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice } from '../../test/device.ts';
import { CARDS, openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import { MOST_CARDS, recordLimitBytes } from './record-limit.ts';

const MEGABYTE = 1024 * 1024;
let place: TestPlace;
let device: TrusteeDevice;

beforeAll(async () => {
  const party = [
    openTestDevice({ name: 'limit 1', home: temporaryHome() }),
    openTestDevice({ name: 'limit 2' }),
  ];
  await runCeremony(party, 2);
  device = at(party, 0);
  place = openPlace({ trusteesText: device.trusteesText() ?? '' });
});

const limit = (questions = place.election.questions) => {
  const trustees = succeeded(parseTrustees(nativeGroup(), place.trusteesText));
  return recordLimitBytes({ election: { ...place.election, questions }, trustees });
};

test('the number of cards is the most that a definition allows', () => {
  const { tokenCards } = electionDefinitionSchema.shape;
  expect(tokenCards.safeParse(MOST_CARDS).success).toBe(true);
  expect(tokenCards.safeParse(MOST_CARDS + 1).success).toBe(false);
});

test('the longest record fits, counted on from a real one, and not much more does', () => {
  const votes = Array.from({ length: CARDS }, (_, card) => place.vote(card, card % 4));
  const empty = place.seal([]).length;
  const perBallot = (place.seal(votes).length - empty) / votes.length;
  const perCard = place.credentials.text.length / CARDS;
  const largest = empty + MOST_CARDS * (perBallot + perCard);
  expect(limit()).toBeGreaterThan(1.05 * largest);
  expect(limit()).toBeLessThan(1.25 * largest);
  expect(limit() % MEGABYTE).toBe(0);
});

test('the limit grows with the ballot: four answers, and the most that a definition allows', () => {
  const question = { question: 'Kepala Desa', blank: false, min: 1, max: 1 };
  const answers = ['1. Sari', '2. Budi', '3. Wayan', '4. Made', '5. Tuti', 'Suara kosong'];
  const most = Array.from({ length: 4 }, () => ({ ...question, answers }));
  expect([limit(), limit(most)].map((bytes) => bytes / MEGABYTE)).toEqual([66, 275]);
});

test('a longer file is refused before a byte of it is kept, with the limit that holds for this election', async () => {
  expect(await device.opening.receive('record', [], 1)).toMatchObject({ error: { type: 'no-election-yet' } });
  succeeded(device.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  const refused = await device.opening.receive('record', [], limit() + 1);
  expect(refused).toEqual({
    ok: false,
    error: { type: 'file-too-large', file: 'record', limitBytes: limit() },
  });
  expect(await device.opening.receive('record', [new Uint8Array(9)], 9)).toMatchObject({ ok: true });
});
