import { expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import {
  agreeingHandCount,
  closePolls,
  QUIET_FIELDS,
  sharesOf,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { everythingTold } from './support/everything-told.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  CHAIR,
  MEMBER,
  MORNING_MS,
  openPlace,
  openPolls,
  openVotingHand,
  type VotedBallot,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, tablesOf } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

// Attacks P5, P6 and P7. Two days on which the same people came in the same hours and the same ballots were cast, but in another order, at
// other minutes, at other booths, and by other people: whatever the station tells, prints, keeps or hands over is the same, byte for byte.
// Whoever holds all of it together cannot say which of these days it was, so joining any of it with anything scores at chance.

const BOTH = [CHAIR, MEMBER];
const VOTERS = 8;
const MINUTE_MS = 60_000;
/** The polls open at 09:40 in the polling place; a minute of 20 and more is in hour 10, of 80 and more in hour 11. */
const HOURS = [20, 80, 140] as const;

const { shut } = placesOfFile();
const prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: 16, booths: 2 });
// what is drawn at the first start, once for every medium, is the same on both days
shut(openPlace(prepared));
const hand = openVotingHand(prepared);
const ballots = Array.from({ length: VOTERS }, (_, index) => hand.vote([0, 1, 0, 2, 3, 1, 0, 2][index] ?? 0));
const spoiled = hand.vote(1);
const proved = hand.vote(2);

/** One voter at desk and booth. */
interface Visit {
  readonly minute: number;
  readonly voter: number;
  readonly ballot: number;
  readonly booth: number;
  readonly spoilsFirst?: boolean;
}

interface Plan {
  readonly visits: readonly Visit[];
  /** Which of the visitors tries the machine first. */
  readonly provesAs: number;
}

const PLANS: readonly [Plan, Plan] = [
  {
    provesAs: 1,
    visits: [
      { minute: 23, voter: 1, ballot: 0, booth: 1 },
      { minute: 35, voter: 2, ballot: 1, booth: 1 },
      { minute: 51, voter: 3, ballot: 2, booth: 2 },
      { minute: 72, voter: 4, ballot: 3, booth: 2 },
      { minute: 81, voter: 5, ballot: 4, booth: 1 },
      { minute: 90, voter: 6, ballot: 5, booth: 1 },
      { minute: 99, voter: 7, ballot: 6, booth: 1 },
      { minute: 120, voter: 8, ballot: 7, booth: 1, spoilsFirst: true },
    ],
  },
  {
    provesAs: 3,
    visits: [
      { minute: 28, voter: 4, ballot: 5, booth: 2 },
      { minute: 29, voter: 2, ballot: 2, booth: 2 },
      { minute: 30, voter: 1, ballot: 7, booth: 2 },
      { minute: 64, voter: 3, ballot: 0, booth: 1 },
      { minute: 100, voter: 8, ballot: 1, booth: 2 },
      { minute: 101, voter: 7, ballot: 4, booth: 2 },
      { minute: 130, voter: 5, ballot: 3, booth: 2, spoilsFirst: true },
      { minute: 138, voter: 6, ballot: 6, booth: 1 },
    ],
  },
];

/** Every question as every role, and the code that leaves the hall. */
async function told(lan: StationOnLan, when: string): Promise<(readonly [string, string])[]> {
  const code = await lan.tell('/api/board/outgoing-code', {});
  return [
    ...[...(await everythingTold(lan))].map(([what, answer]) => [`${when}: ${what}`, answer] as const),
    [`${when}: the code that leaves`, code.text],
  ];
}

/** Of its slips each booth's own count is kept, so that a jump is seen: figures by booth that stay on the disk. */
const BY_BOOTH = /^\["booth-\d+-slips"/;

/**
 * What lies on the disk, table by table. Ballots lie in places that are drawn, and sessions of devices are drawn too. Which ballots were cast
 * by now an image in the middle of the day does tell: they are compared when all are there.
 */
function everythingKept(home: PreparedHome, when: string, isOver: boolean): (readonly [string, string])[] {
  return Object.entries(tablesOf(home)).flatMap(([table, rows]) => {
    if (table === 'device' || (table === 'ballot_slot' && !isOver)) return [];
    const contents = table === 'ballot_slot' ? rows.map((row) => row.replace(/^\[\d+,/, '')).sort() : rows;
    const shown = contents.filter((row) => table !== 'counter' || !BY_BOOTH.test(row));
    return [[`${when}: table ${table}`, shown.join('\n')] as const];
  });
}

interface Shares {
  given: Awaited<ReturnType<typeof sharesOf>> | undefined;
}

/** The whole day by one plan. @param shares of the sum, given on the first day and again on the second: they hold a draw of their own */
async function dayBy({ visits, provesAs }: Plan, shares: Shares): Promise<Map<string, string>> {
  const home = copyOf(prepared);
  let lan = await openOnLan(home);
  const place = (): PollingPlace => lan.station.pollingPlace;
  const atMinute = (minute: number) => lan.setClock(MORNING_MS + minute * MINUTE_MS);
  const found: (readonly [string, string])[] = [];
  const look = async (when: string, isOver = false) => {
    found.push(...(await told(lan, when)), ...everythingKept(home, when, isOver));
  };
  const printed = [0, 0];
  const slipAt = (booth: number, { text, hash }: VotedBallot, slip: 'sah-in-box' | 'batal-in-envelope') => {
    must(place().casting.seal(booth, text));
    must(slip === 'sah-in-box' ? place().casting.confirm(booth, hash) : place().casting.spoil(booth, hash));
    printed[booth - 1] = (printed[booth - 1] ?? 0) + 1;
    const slipsPrinted = printed[booth - 1] ?? 0;
    must(place().finishCase({ booth, hash, slip, slipsPrinted, answeredBy: [] }));
  };
  const visit = ({ minute, voter, ballot, booth, spoilsFirst }: Visit): void => {
    atMinute(minute);
    const identity = { method: 'name-and-photo', override: null } as const;
    must(place().desk.checkIn({ voter, desk: 1, identity }));
    if (visits[provesAs]?.voter === voter) must(place().casting.prove(booth, proved.text, proved.opening));
    if (spoilsFirst) slipAt(booth, spoiled, 'batal-in-envelope');
    const own = ballots[ballot];
    if (own === undefined) throw new Error('The plan names a ballot that there is not');
    slipAt(booth, own, 'sah-in-box');
  };

  openPolls(place());
  for (const one of visits.filter(({ minute }) => minute < HOURS[1])) visit(one);
  atMinute(HOURS[1]);
  await look('at 11');
  // switched off and on in the middle of the day, at 09:40 by its clock
  await lan.station.stop();
  lan = await openOnLan(home);
  await look('after a restart');
  for (const one of visits.filter(({ minute }) => minute >= HOURS[1])) visit(one);
  atMinute(HOURS[2]);
  await look('at 12');
  closePolls(place());
  await look('closed', true);
  shares.given ??= await sharesOf(home, place(), [1, 3, 5]);
  for (const { owner, text } of shares.given) must(place().counting.receiveShare(owner, text));
  must(place().board.command('count', BOTH));
  must(writeFields(place(), QUIET_FIELDS));
  must(writeHandCount(place(), agreeingHandCount(place())));
  must(signMinutes(place()));
  must(await place().board.seal(BOTH));
  await look('sealed', true);
  expect(place().board.state().poll).toMatchObject({ casts: VOTERS, phase: 'sealed' });
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
  return new Map([
    ...found,
    // planted: what a poll book with a sequence, a log with minutes, a list in the order of casting and figures by booth would give away
    ['planted: sequence of check-ins', visits.map(({ voter }) => voter).join()],
    ['planted: minutes', visits.map(({ minute }) => minute).join()],
    ['planted: order of ballots', visits.map(({ ballot }) => ballot).join()],
    ['planted: casts by booth', String(visits.filter(({ booth }) => booth === 1).length)],
  ]);
}

test('another order, other minutes, other booths, other people with other ballots: all that is told, printed, kept and handed over is the same', async () => {
  const shares: Shares = { given: undefined };
  const [first, second] = [await dayBy(PLANS[0], shares), await dayBy(PLANS[1], shares)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect(first.size).toBeGreaterThan(150);
  const differing = [...first]
    .filter(([what, content]) => second.get(what) !== content)
    .map(([what]) => what);
  console.log(`join attack: ${first.size - 4} things told, printed or kept, over five moments of two days`);
  expect(differing).toEqual([...first.keys()].filter((what) => what.startsWith('planted')));
}, 120_000);
