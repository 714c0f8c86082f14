import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkIn, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
});

afterAll(removeFolders);

const ASKED = 150;

test('somebody without a key who asks for 150 proof checks at once delays a booth by no more than a few of them', async () => {
  const lan = await openOnLan(prepared);
  openPolls(lan.station.pollingPlace);
  checkIn(lan.station.pollingPlace, 1);
  const { text } = openVotingHand(prepared).vote(1);
  const heard: string[] = [];
  const checks = Array.from({ length: ASKED }, () =>
    lan.tell('/api/board/proof-check', { ballot: text }).then(({ status, refusal }) => {
      heard.push(`${status} ${refusal}`);
    }),
  );
  // the first answer is here: the crowd has arrived
  await Promise.race(checks);
  const checkedBefore = heard.filter((answer) => answer === '200 accepted').length;
  const booth = await lan.ask('/api/booth/case', lan.keyOf(1));
  const checkedMeanwhile = heard.filter((answer) => answer === '200 accepted').length - checkedBefore;
  expect(booth.refusal).toBe('accepted');
  expect(checkedMeanwhile).toBeLessThanOrEqual(10);
  await Promise.all(checks);
  const refused = heard.filter((answer) => answer === '409 too-many-waiting').length;
  const checked = heard.filter((answer) => answer === '200 accepted').length;
  expect(checked + refused).toBe(ASKED);
  expect(checked).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(ASKED / 2);
  // and who asks afterwards is answered
  expect(await lan.tell('/api/board/proof-check', { ballot: text })).toMatchObject({ refusal: 'accepted' });
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
});
