import { afterAll, expect, test } from 'vitest';
import { everythingTold } from './support/everything-told.ts';
import { castWhole, checkIn, openPolls, openVotingHand } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan } from './support/station-http.ts';

// Who in the hall learns of one more check-in, and of one more cast, while polls are open; and that nobody else does.

afterAll(removeFolders);

const CHECK_IN_IS_TOLD = [
  'GET /api/desk/state as desk',
  'GET /api/board/state as board',
  'GET /api/board/arithmetic as board',
  'GET /api/board/minutes as board',
  'GET /api/board/attendance as board',
  'GET /papers/daftar-hadir.pdf as board',
];
const CAST_IS_TOLD = [
  'GET /api/booth/place as booth',
  'GET /api/booth/case as booth',
  'GET /api/desk/state as desk',
  'GET /api/board/state as board',
  'GET /api/board/arithmetic as board',
  'GET /api/board/minutes as board',
];

/** What a booth remembers of its station, so that it knows an older one: how many casts and void cards there are. */
function withoutStanding(answer: string | undefined): unknown {
  // the body stands behind status and headers
  const { value } = JSON.parse(answer?.slice(answer.indexOf('{"ok"')) ?? '');
  return { ...value, station: { ...value.station, casts: 'counted', voids: 'counted' } };
}

test('board and desks learn of a check-in, booths of the number of casts; trustees, readers and everybody else of neither', async () => {
  const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });
  const lan = await openOnLan(prepared);
  const { pollingPlace } = lan.station;
  openPolls(pollingPlace);
  const hand = openVotingHand(prepared);
  checkIn(pollingPlace, 1);
  castWhole(pollingPlace, hand.vote(0), 2);
  const code = async () => (await lan.tell('/api/board/outgoing-code', {})).text;

  const [before, codeBefore] = [await everythingTold(lan), await code()];
  checkIn(pollingPlace, 2);
  const arrived = await everythingTold(lan);
  castWhole(pollingPlace, hand.vote(1), 2);
  const voted = await everythingTold(lan);
  expect(await code()).toBe(codeBefore);

  const changes = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...one.keys()].filter((what) => one.get(what) !== other.get(what));
  expect(new Set(changes(before, arrived))).toEqual(new Set(CHECK_IN_IS_TOLD));
  expect(new Set(changes(arrived, voted))).toEqual(new Set(CAST_IS_TOLD));
  // a booth hears how many were cast, so that it knows an older station; of another booth's case it hears nothing
  for (const what of CAST_IS_TOLD.slice(0, 2)) {
    expect(withoutStanding(voted.get(what))).toEqual(withoutStanding(arrived.get(what)));
  }
  // files of the record are nobody's while somebody can still vote
  const files = [...voted].filter(([what]) =>
    /\/api\/record\/(sealed|record|void|result|peristiwa)/.test(what),
  );
  expect(files.length).toBe(5 * 5);
  expect(files.filter(([, answer]) => !answer.startsWith('404 '))).toEqual([]);
  // nobody hears when something changed but the screens of the day
  for (const [role, status] of Object.entries({
    board: 200,
    desk: 200,
    booth: 403,
    trustee: 403,
    reader: 403,
  })) {
    const stream = await fetch(new URL('/api/live', lan.station.url), {
      headers: { ...lan.sessionOf(`${role}-1`) },
    });
    expect([role, stream.status]).toEqual([role, status]);
    await stream.body?.cancel();
  }
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
});
