import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { civilClock, regencyCodeSchema } from '@bilik/election';
import { electingVillages } from '@bilik/intake';
import { freeFirstPort } from '../exercise/open-exercise.ts';
import { buildPages } from '../processes/app-process.ts';
import { centerCommand, startCenter } from './center-of-exercise.ts';
import { differencesOf, recountDifferences, rememberedOf } from './check-outcome.ts';
import { decideVillage } from './decide-villages.ts';
import type { ElectronicResult } from './electronic-place.ts';
import { eventOf } from './event-of-office.ts';
import { inTurns } from './in-turns.ts';
import { openOfficeLine } from './office-line.ts';
import { beginOffice } from './office-people.ts';
import type { SheetFigures } from './paper-figures.ts';
import { plantedDuplicates, planVillages, type RegencyOrder } from './plan-regency.ts';
import { electronicDay, paperDay } from './polling-day-of-regency.ts';
import { importLists, lockLists, settleDuplicates } from './prepare-lists.ts';
import { prepareVillages } from './prepare-villages.ts';
import { openPublishing, publishNow, takePortal } from './publish-results.ts';
import { holdRegencySitting } from './regency-trustees.ts';
import { type Rehearsal, type RehearsedVillage, subDistrictOf } from './rehearsed-regency.ts';
import { openTimedSteps, type TimedStep } from './timed-steps.ts';

/** What one rehearsal of a regency came to. */
export interface RegencyReport {
  readonly steps: readonly TimedStep[];
  readonly villages: number;
  readonly places: { readonly electronic: number; readonly paper: number };
  readonly voters: number;
  readonly casts: number;
  /** Sheets that a third person read. */
  readonly resolved: number;
  /** How many villages ended how. */
  readonly ends: Readonly<Record<string, number>>;
  readonly snapshots: number;
  /** In words; none: sums, recount and memory agree, and nothing was left out of the site. */
  readonly wrong: readonly string[];
}

const AT_ONCE = 4;
const CONTEST = 'village-head';
const quiet = () => undefined;

/**
 * A whole election of a regency, from voter list to decree, as its people carry it out: every act over HTTP under somebody's name, electronic polling places
 * as real processes, sheets of the others typed by two. Leaves `portal/` and `records/` in the folder of the order, which is empty before.
 * @throws an error that names the step at which it stopped
 */
export async function rehearseRegency(
  order: RegencyOrder,
  stopping: AbortSignal,
  say: (line: string) => void,
): Promise<RegencyReport> {
  const { seed, out } = order;
  const regency = regencyCodeSchema.parse(order.regency);
  const steps = openTimedSteps(stopping, say);
  mkdirSync(join(out, 'records'), { recursive: true });
  const centerHome = join(out, 'center');
  const ending: (() => Promise<void>)[] = [];
  try {
    const center = await steps.take('pusat: basis data, wilayah, acara / center', async () => {
      buildPages();
      const words = ['init', '--exercise', '--regency', regency, '--villages', String(order.villages)];
      await centerCommand(centerHome, words);
      ending.push(async () => void (await centerCommand(centerHome, ['stop'])));
      return startCenter(centerHome, await freeFirstPort(), quiet);
    });
    ending.push(center.stop);
    const office = openOfficeLine(center.url, Date.now);
    const people = await steps.take('orang kantor: undangan, sandi, kode / office people', () => {
      const subDistricts = electingVillages(regency, order.villages).map(({ code }) => subDistrictOf(code));
      return beginOffice(office, centerHome, { regency, subDistricts: [...new Set(subDistricts)] });
    });
    const { election, votingDate } = await eventOf(office, people.regency);
    const rehearsal: Rehearsal = { office, people, election, seed, atOnce: AT_ONCE };
    const today = civilClock(Date.now(), 'WIB').date;
    const planned = planVillages(order, votingDate);

    const lists = planned.map(({ list }) => list);
    await steps.take(`daftar: ${order.voters} orang dari satu berkas / lists`, () =>
      importLists(rehearsal, regency, lists),
    );
    await steps.take('ganda: dicari, diputuskan / duplicates', () =>
      settleDuplicates(rehearsal, regency, plantedDuplicates(order)),
    );
    await steps.take('TPS dibagi, cara memilih, daftar diumumkan, dikunci / lists locked', () =>
      lockLists(rehearsal, planned, Date.now()),
    );
    const villages = await steps.take('calon: berkas, foto, undian, contoh surat suara / candidates', () =>
      prepareVillages(rehearsal, planned, today),
    );
    await openPublishing(rehearsal);
    let electronic: ReadonlyMap<string, ElectronicResult> = new Map();
    if (order.electronic > 0) {
      const trustees = await steps.take('kunci: lima pemegang, satu sidang / key ceremony', () =>
        holdRegencySitting(rehearsal, regency, join(out, 'trustees'), quiet),
      );
      ending.push(trustees.stop);
      electronic = await electronicDay(rehearsal, villages, CONTEST, { trustees, steps, out });
    }
    const { sheets, resolved } = await steps.take(
      'TPS kertas: foto, dua pengetik, orang ketiga / sheets',
      () => paperDay(rehearsal, villages, CONTEST),
    );
    const first = await steps.take('situs umum: hasil sementara / public site', () => publishNow(rehearsal));
    const ends = new Map<string, number>();
    await steps.take('penetapan, berita acara, keputusan bupati / decided', () =>
      inTurns(villages, AT_ONCE, async ({ code }) => {
        const end = await decideVillage(rehearsal, code, CONTEST, today);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
    );
    const last = await steps.take('situs umum: hasil ditetapkan / public site', () => publishNow(rehearsal));
    const wrong = await steps.take('jumlah dihitung ulang, dibandingkan / sums compared', () =>
      whatIsWrong(rehearsal, villages, { electronic, sheets }),
    );
    takePortal(centerHome, join(out, 'portal'));
    const leftOut = [...first.leftOut, ...last.leftOut].map(
      (left) => `tidak diumumkan / left out: ${JSON.stringify(left)}`,
    );
    return {
      ...{ steps: steps.done, villages: villages.length, voters: order.voters, resolved },
      ...{ ends: Object.fromEntries(ends), snapshots: last.number, wrong: [...leftOut, ...wrong] },
      places: { electronic: electronic.size, paper: sheets.size },
      casts: [...electronic.values()].reduce((sum, { casts }) => sum + casts, 0),
    };
  } finally {
    for (const end of ending.reverse()) await end();
  }
}

/** Holds the center's sums against its own recount and against what boards wrote and voters remember. @returns in words what differs */
async function whatIsWrong(
  rehearsal: Rehearsal,
  villages: readonly RehearsedVillage[],
  known: {
    readonly electronic: ReadonlyMap<string, ElectronicResult>;
    readonly sheets: ReadonlyMap<string, SheetFigures>;
  },
): Promise<readonly string[]> {
  const wrong = (await recountDifferences(rehearsal)).map((difference) => JSON.stringify(difference));
  await inTurns(villages, AT_ONCE, async ({ code, places, candidates }) => {
    const options = [...candidates.map((_, index) => `c${index + 1}`), 'blank'];
    const remembered = rememberedOf(
      CONTEST,
      options,
      foundIn(known.sheets, places),
      foundIn(known.electronic, places),
    );
    wrong.push(...(await differencesOf(rehearsal, code, CONTEST, remembered)));
  });
  return wrong;
}

function foundIn<Value>(
  known: ReadonlyMap<string, Value>,
  places: readonly { readonly id: string }[],
): Value[] {
  return places.map(({ id }) => known.get(id)).filter((value) => value !== undefined);
}
