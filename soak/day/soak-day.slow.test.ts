import { systemRandom } from '@bilik/ballot/native';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolders } from '../../test/support/station-disk.ts';
import { type DayEvidence, judgeDay } from './evidence.ts';
import { prepareGround } from './ground.ts';
import { liveDay, type SoakGround } from './live-day.ts';
import { planDay } from './plan.ts';

/** Two days of `npm run soak`; between them they meet a takeover, a failing stick, a killed station and a printer that stops. */
const SEEDS = [31, 40] as const;

let ground: SoakGround;
const days: { readonly evidence: DayEvidence; readonly struck: readonly string[] }[] = [];

async function live(seed: number): Promise<(typeof days)[number]> {
  const struck: string[] = [];
  const onStruck = (fault: string) => struck.push(fault);
  return { evidence: await liveDay(ground, planDay(seed), { random: systemRandom, onStruck }), struck };
}

beforeAll(async () => {
  ground = await prepareGround();
  for (const seed of SEEDS) days.push(await live(seed));
});

afterAll(removeFolders);

const firstDay = (): DayEvidence => {
  const [day] = days;
  if (day === undefined) throw new Error('No day was lived');
  return day.evidence;
};

test('days with faults lose nothing, double nothing and leave nothing unexplained', () => {
  for (const { evidence } of days) {
    expect(judgeDay(evidence)).toEqual({ lost: [], doubled: [], unexplained: [] });
    expect(evidence.acknowledged.length).toBeGreaterThan(4);
  }
  const struck = days.flatMap((day) => day.struck).join('\n');
  for (const fault of ['takeover', 'stick-', 'station-', 'printer-']) expect(struck).toContain(fault);
});

test('the same seed strikes with the same faults at the same acts', async () => {
  const again = await live(SEEDS[0]);
  expect(again.struck).toEqual(days[0]?.struck);
});

describe('planted in a day that was lived: each detector finds its own', () => {
  const [one, other] = [0, 1];
  const planted: readonly (readonly [
    name: string,
    found: 'lost' | 'doubled' | 'unexplained',
    plant: (day: DayEvidence) => DayEvidence,
  ])[] = [
    [
      'an acknowledged cast that the record dropped',
      'lost',
      (day) => ({ ...day, record: { ...day.record, ballots: day.record.ballots.slice(1) } }),
    ],
    [
      'a check-in that the station forgot',
      'lost',
      (day) => ({ ...day, station: { ...day.station, released: day.station.released - 1 } }),
    ],
    [
      'a ballot of nobody',
      'doubled',
      (day) => ({ ...day, record: { ...day.record, ballots: [...day.record.ballots, 'f'.repeat(64)] } }),
    ],
    [
      'a ballot that stands twice',
      'doubled',
      (day) => ({
        ...day,
        record: { ...day.record, ballots: [...day.record.ballots, ...day.record.ballots.slice(0, 1)] },
      }),
    ],
    [
      'a second release for one voter',
      'doubled',
      (day) => ({ ...day, station: { ...day.station, released: day.station.released + 1 } }),
    ],
    ['a voter whom two desks let in', 'doubled', (day) => ({ ...day, letInTwice: 1 })],
    [
      'a slip with SAH that was printed twice',
      'doubled',
      (day) => ({
        ...day,
        sahSlips: day.sahSlips.map((slips) => (slips > 0 ? slips + day.station.casts : 0)),
      }),
    ],
    [
      'a slip with SAH that is missing',
      'unexplained',
      (day) => {
        const option = day.sahSlips.findIndex((slips) => slips > 0);
        return { ...day, sahSlips: day.sahSlips.map((slips, at) => (at === option ? slips - 1 : slips)) };
      },
    ],
    [
      'a case that stays open',
      'unexplained',
      (day) => ({ ...day, station: { ...day.station, openCases: 1 } }),
    ],
    [
      'an abandoned release of somebody who voted',
      'unexplained',
      (day) => ({ ...day, station: { ...day.station, abandoned: day.station.abandoned + 1 } }),
    ],
    [
      'a cast that was counted twice',
      'unexplained',
      (day) => ({ ...day, counters: { ...day.counters, casts: day.counters.casts + 1 } }),
    ],
    [
      'a slip that was counted twice',
      'unexplained',
      (day) => ({ ...day, counters: { ...day.counters, slipsSah: day.counters.slipsSah + 1 } }),
    ],
    ['a card that is nowhere', 'unexplained', (day) => ({ ...day, cardsTaken: day.cardsTaken + 1 })],
    [
      'votes that were counted for somebody else',
      'unexplained',
      (day) => ({
        ...day,
        record: {
          ...day.record,
          counts: day.record.counts.map((votes, at) =>
            at === one ? votes + 1 : at === other ? votes - 1 : votes,
          ),
        },
      }),
    ],
    [
      'a rule of the record that does not hold',
      'unexplained',
      (day) => ({ ...day, record: { ...day.record, failures: ['ballots.void: credential-void'] } }),
    ],
    ['a sum of the station that does not hold', 'unexplained', (day) => ({ ...day, brokenSums: ['S1'] })],
    ['a program that broke', 'unexplained', (day) => ({ ...day, broken: ['x is not a function'] })],
  ];

  test.each(planted)('%s', (_name, found, plant) => {
    const findings = judgeDay(plant(firstDay()));
    expect(findings[found].length).toBeGreaterThan(0);
  });
});
