import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nativeGroup } from '@bilik/ballot/native';
import { z } from 'zod';
import { readFlags, wholeNumber } from '../command-line/flags.ts';
import { homeInUse } from '../exercise/announcement.ts';
import { HALL_BOARD } from '../exercise/exercise-devices.ts';
import { inventPeople } from '../exercise/exercise-people.ts';
import { cardsFor, EXERCISE_THRESHOLD } from '../exercise/exercise-village.ts';
import { freeFirstPort, openExercise } from '../exercise/open-exercise.ts';
import { USAGE as REGENCY_USAGE, regencyCommand } from '../regency/regency-command.ts';
import { type PartUsages, usageOf } from '../usage.ts';
import { stationAs } from './device-calls.ts';
import { closePolls, openPolls, openSum, optionsOfContests, sealDay, voteAllDay } from './polling-day.ts';
import { simulatePeople } from './simulated-people.ts';

const PLACE_USAGE = `bilik rehearse --out DIR [--voters 300] [--booths 3] [--desks 2] [--seed 7] [--json]
  Satu hari pemungutan suara dengan orang simulasi. / One whole polling day with simulated people.`;
export const USAGE: PartUsages = { place: PLACE_USAGE, regency: REGENCY_USAGE };

const Sentence = z.looseObject({ id: z.string(), en: z.string() });
const Arithmetic = z.looseObject({
  outcomes: z.array(
    z.looseObject({
      id: z.string(),
      contest: z.string().nullable(),
      relation: z.string(),
      left: z.number(),
      right: z.number(),
      verdict: z.string(),
      sentence: Sentence,
    }),
  ),
});
const Outcome = z.looseObject({ outcome: z.looseObject({ counts: z.array(z.array(z.number())) }) });

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What one rehearsal measured; times in milliseconds. */
export interface RehearsalReport {
  readonly steps: readonly { readonly step: string; readonly ms: number }[];
  readonly casts: number;
  readonly castsPerSecond: number;
  readonly checkInMedianMs: number;
  readonly castMedianMs: number;
  /** Every sum holds, and the opened counts are what the people remember. */
  readonly right: boolean;
}

/** `bilik rehearse`: drives real processes over HTTP. @returns 0 when every sum holds, 1 when one does not, 2 for a wrong call */
export async function rehearseCommand(parameters: readonly string[]): Promise<number> {
  if (parameters[0] === 'regency') return regencyCommand(parameters.slice(1));
  const values = readFlags(parameters, {
    voters: { type: 'string', default: '300' },
    booths: { type: 'string', default: '3' },
    desks: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const voters = wholeNumber(values?.voters, 10, 5000);
  const booths = wholeNumber(values?.booths, 1, 20);
  const desks = wholeNumber(values?.desks, 1, 20);
  const seed = wholeNumber(values?.seed, 0, 999_999_999);
  if (
    values?.out === undefined ||
    voters === undefined ||
    booths === undefined ||
    desks === undefined ||
    seed === undefined
  ) {
    console.error(usageOf(USAGE, undefined));
    return 2;
  }
  const say = values.json ? () => undefined : (line: string) => console.log(line);
  mkdirSync(values.out, { recursive: true });
  const steps: { step: string; ms: number }[] = [];
  const timed = async <Value>(step: string, act: () => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const value = await act();
    const ms = performance.now() - started;
    steps.push({ step, ms });
    say(`${step.padEnd(44)} ${(ms / 1000).toFixed(2).padStart(8)} s`);
    return value;
  };

  const opened = await timed('siapkan: orang, kunci, kartu / prepare', async () =>
    openExercise({
      root: join(values.out ?? '', 'home'),
      firstPort: await freeFirstPort(),
      fresh: true,
      people: inventPeople(voters, seed),
      size: { booths, desks, cards: cardsFor(voters) },
      group: nativeGroup(),
      say: () => undefined,
    }),
  );
  if (!opened.ok) {
    const { error } = opened;
    console.error(
      error.type === 'home-in-use'
        ? homeInUse(error.root)
        : `Pintu ${error.port} baru saja dipakai; ulangi. / Port ${error.port} was just taken; try again.`,
    );
    return 1;
  }
  const exercise = opened.value;
  try {
    await timed('laporan nol, buka / zero report, open', () => openPolls(exercise));
    const people = simulatePeople(seed, voters, await optionsOfContests(exercise));
    const voting = performance.now();
    const day = await timed('memilih / vote', () => voteAllDay(exercise, people, desks, () => undefined));
    const votingSeconds = (performance.now() - voting) / 1000;
    await timed('tutup, susun arsip / close, seal the record', () => closePolls(exercise, day.counts.left));
    await timed(`${EXERCISE_THRESHOLD} pemegang kunci memeriksa dan membuka / trustees`, () =>
      openSum(exercise, EXERCISE_THRESHOLD),
    );
    await timed('hitung tangan, berita acara, segel / seal', () => sealDay(exercise, day.counts.left));
    const board = await stationAs(exercise, HALL_BOARD);
    for (const [path, name] of [
      ['/api/record/record.bel', 'record.bel'],
      ['/api/record/void', 'void.json'],
      ['/api/record/result.json', 'result.json'],
      ['/papers/berita-acara.pdf', 'minutes.pdf'],
    ] as const) {
      writeFileSync(join(values.out, name), await board.download(path));
    }
    const { outcome } = await board.ask('/api/board/state', Outcome);
    const { outcomes } = await board.ask('/api/board/arithmetic', Arithmetic);
    say('');
    for (const rule of outcomes) {
      const sign = rule.verdict === 'holds' ? '✓' : '✗';
      const relation = rule.relation === 'equal' ? '=' : '≤';
      say(` ${sign} ${rule.left} ${relation} ${rule.right}  ${rule.sentence.id} / ${rule.sentence.en}`);
    }
    const remembered = day.memory.map((votes, contest) =>
      (outcome.counts[contest] ?? []).map((_, option) => votes[option] ?? 0),
    );
    const sameCounts = JSON.stringify(remembered) === JSON.stringify(outcome.counts);
    say(
      ` ${sameCounts ? '✓' : '✗'} hasil = ingatan pemilih simulasi / result = what the people remember: ${JSON.stringify(outcome.counts)}`,
    );
    const report: RehearsalReport = {
      steps,
      casts: day.counts.casts,
      castsPerSecond: day.counts.casts / votingSeconds,
      checkInMedianMs: median(day.checkInMs),
      castMedianMs: median(day.castMs),
      right: sameCounts && outcomes.every((rule) => rule.verdict === 'holds'),
    };
    say('');
    say(
      `${report.casts} suara, ${report.castsPerSecond.toFixed(1)} suara/s; ${day.counts.batal} BATAL, ${day.counts.proved} uji, ${day.counts.left} pergi, ${day.counts.stayedAway} tidak datang`,
    );
    say(`${values.out}: record.bel, void.json, result.json, minutes.pdf; home/outside: struk / slips`);
    if (values.json) console.log(JSON.stringify(report));
    return report.right ? 0 : 1;
  } finally {
    await exercise.stop();
  }
}
