import { setTimeout as wait } from 'node:timers/promises';
import { civilClock } from '@bilik/election';
import { type SyntheticVillageList, writeRegencyList } from '@bilik/intake';
import { addDays } from '@bilik/preparation';
import { z } from 'zod';
import { inTurns } from './in-turns.ts';
import type { OfficePerson } from './office-line.ts';
import type { Rehearsal, RehearsedPlace } from './rehearsed-regency.ts';

const Anything = z.unknown();
const Imports = z.array(z.looseObject({ state: z.string(), problems: z.array(z.unknown()) }));
const Pairs = z.looseObject({
  counts: z.record(z.string(), z.int()),
  pairs: z.array(z.looseObject({ first: z.int(), second: z.int(), rank: z.string() })),
});
const Divided = z.looseObject({
  places: z.array(z.looseObject({ number: z.int(), voters: z.int() })),
});
const Page = z.looseObject({
  lines: z.array(z.looseObject({ sex: z.enum(['L', 'P']), place: z.int().nullable() })),
  end: z.unknown(),
});

const LOOK_MS = 200;
const PATIENCE_MS = 10 * 60_000;

/** The days on which a list hung out: over, whenever a rehearsal is held. */
const POSTED_DAYS_AGO = { from: 4, until: 1 } as const;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come to an end`);
    await wait(LOOK_MS);
  }
}

/** Sends the regency's list as one file; a worker reads it, a person looks at it, a worker enters it. */
export async function importLists(
  { office, people, election }: Rehearsal,
  area: string,
  lists: readonly SyntheticVillageList[],
): Promise<void> {
  const { registrar } = people;
  const file = Buffer.concat([...writeRegencyList(lists)]);
  const { id } = await office.upload(registrar, file, 'dp4-latihan.csv');
  const options = { village: null, hiddenRows: 'ask', twoDigitYears: 'ask', assume: {} };
  await office.act(registrar, 'voters.import-ask', { election, upload: id, options }, Anything);
  const state = async (wanted: string) => {
    const [row] = await office.act(registrar, 'voters.imports', { election, area, id }, Imports);
    if (row?.state === 'refused') {
      throw new Error(`The list of the regency was refused: ${JSON.stringify(row.problems).slice(0, 2000)}`);
    }
    return row?.state === wanted;
  };
  await until('reading the list', () => state('ready'));
  await office.act(registrar, 'voters.import-enter', { id }, Anything);
  await until('entering the list', () => state('entered'));
}

/** Looks for people who stand there twice, and decides each pair with the same NIK. @returns how many pairs were decided */
export async function settleDuplicates(
  { office, people, election }: Rehearsal,
  area: string,
  planted: number,
): Promise<number> {
  const { registrar, regency } = people;
  await office.act(registrar, 'voters.duplicates-find', { election }, Anything);
  const look = () => office.act(registrar, 'voters.duplicates', { election, area, show: 'open' }, Pairs);
  if (planted > 0) {
    await until('the search for duplicates', async () => Object.keys((await look()).counts).length > 0);
  }
  let decided = 0;
  for (;;) {
    const pairs = (await look()).pairs.filter(({ rank }) => rank === 'same-nik');
    if (pairs.length === 0) return decided;
    for (const { first, second } of pairs) {
      const decision = { decision: 'one-person', kept: first, why: 'Satu orang, satu NIK (latihan)' };
      await office.act(regency, 'voters.pair-decide', { election, first, second, ...decision }, Anything);
      decided += 1;
    }
  }
}

/** Divides a village into polling places, and has people decide how each of them votes. */
export async function divideAndDecide(
  { office, people, election }: Rehearsal,
  village: string,
  wanted: readonly ('electronic' | 'paper')[],
): Promise<void> {
  const asked = { election, village, votersCap: null, places: wanted.length };
  const { places } = await office.act(people.regency, 'voters.divide', asked, Divided);
  const decision = {
    village,
    places: places.map(({ number }) => ({ number, mode: wanted[number - 1] ?? 'paper' })),
    reason: 'Latihan: dipilih dari usulan',
  };
  await office.act(people.regency, 'set-up.decide-modes', { election, decision }, Anything);
}

/** Posts a list three times and locks it. */
export async function postAndLock(
  { office, election }: Rehearsal,
  by: OfficePerson,
  village: string,
  nowMs: number,
): Promise<void> {
  const today = civilClock(nowMs, 'WIB').date;
  const posting = {
    from: addDays(today, -POSTED_DAYS_AGO.from),
    until: addDays(today, -POSTED_DAYS_AGO.until),
  };
  for (const next of ['advance', 'advance', 'lock'] as const) {
    for (const step of [{ type: 'post', posting }, { type: next }]) {
      await office.act(by, 'voters.step', { election, village, step }, Anything);
    }
  }
}

/** What the locked list says of each polling place: counted on the list itself, as somebody with a pencil would. */
export async function registeredOf(
  { office, people, election }: Rehearsal,
  village: string,
  modes: readonly ('electronic' | 'paper')[],
): Promise<readonly RehearsedPlace[]> {
  const counted = modes.map(() => ({ L: 0, P: 0 }));
  let after: unknown = null;
  do {
    const asked = { election, area: village, show: 'eligible', text: null, after };
    const page = await office.act(people.regency, 'voters.list', asked, Page);
    for (const { sex, place } of page.lines) {
      const count = counted[(place ?? 0) - 1];
      if (count !== undefined) count[sex] += 1;
    }
    after = page.end;
  } while (after !== null);
  return modes.map((mode, index) => ({
    id: `${village}-${String(index + 1).padStart(3, '0')}`,
    number: index + 1,
    mode,
    registered: counted[index] ?? { L: 0, P: 0 },
  }));
}

/** Walks all villages from the entered list to the locked one. */
export async function lockLists(
  rehearsal: Rehearsal,
  villages: readonly { readonly code: string; readonly modes: readonly ('electronic' | 'paper')[] }[],
  nowMs: number,
): Promise<void> {
  await inTurns(villages, rehearsal.atOnce, async ({ code, modes }) => {
    await divideAndDecide(rehearsal, code, modes);
    await postAndLock(rehearsal, rehearsal.people.regency, code, nowMs);
  });
}
