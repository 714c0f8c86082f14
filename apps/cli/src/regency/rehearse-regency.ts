import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilClock, regencyCodeSchema } from '@bilik/election';
import { electingVillages, generateRegencyLists } from '@bilik/intake';
import { freeFirstPort } from '../exercise/open-exercise.ts';
import { buildPages } from '../processes/app-process.ts';
import { centerCommand, startCenter } from './center-of-exercise.ts';
import { differencesOf, recountDifferences, rememberedOf } from './check-outcome.ts';
import { decideVillage } from './decide-villages.ts';
import { type ElectronicResult, placeFolder, runElectronicPlace } from './electronic-place.ts';
import { eventOf } from './event-of-office.ts';
import { inTurns } from './in-turns.ts';
import { nominate, whoStands } from './nominate-candidates.ts';
import { openOfficeLine } from './office-line.ts';
import { beginOffice } from './office-people.ts';
import { paperFigures, type SheetFigures } from './paper-figures.ts';
import { openSheet, sendPhoto, typeSheet } from './paper-places.ts';
import { importLists, lockLists, registeredOf, settleDuplicates } from './prepare-lists.ts';
import { openPublishing, publishNow, takePortal } from './publish-results.ts';
import { holdRegencySitting } from './regency-trustees.ts';
import { type Rehearsal, type RehearsedVillage, subDistrictOf, workerOf } from './rehearsed-regency.ts';
import { seededWhole } from './seeded-draw.ts';

/** What a rehearsal of a regency was asked for. */
export interface RegencyOrder {
  /** Kemendagri code. */
  readonly regency: string;
  readonly villages: number;
  /** Villages with a polling place that votes by machine; the last of them mixes both. */
  readonly electronic: number;
  /** Voters in all villages together, at least 200 a village. */
  readonly voters: number;
  readonly seed: number;
  readonly out: string;
}

/** What one rehearsal of a regency came to. */
export interface RegencyReport {
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
  readonly villages: number;
  readonly places: { readonly electronic: number; readonly paper: number };
  readonly voters: number;
  readonly casts: number;
  /** Sheets that a third person read. */
  readonly resolved: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly snapshots: number;
  /** In words; none: sums, recount and memory agree, and nothing was left out of the site. */
  readonly wrong: readonly string[];
}

const AT_ONCE = 4;
const CONTEST = 'village-head';
/** One village in so many has two candidates who get the same number of votes. */
const TIE_EVERY = 60;
/** One person in so many is planted on a second list. */
const DUPLICATES_EVERY = 2000;
const LIST_NIK_DECIDED_MOST = 100_000;

/**
 * A whole election of a regency, from voter list to decree, as its people carry it out: every act over HTTP under somebody's name, electronic polling places
 * as real processes, sheets of the others typed by two. Leaves `portal/` and `records/`.
 */
export async function rehearseRegency(
  order: RegencyOrder,
  say: (line: string) => void,
): Promise<RegencyReport> {
  const { seed, out } = order;
  const regency = regencyCodeSchema.parse(order.regency);
  const steps: { step: string; seconds: number }[] = [];
  const timed = async <Value>(step: string, work: () => Promise<Value>): Promise<Value> => {
    const begun = performance.now();
    const value = await work();
    const seconds = (performance.now() - begun) / 1000;
    steps.push({ step, seconds });
    say(`${step.padEnd(58)} ${seconds.toFixed(1).padStart(7)} s`);
    return value;
  };
  mkdirSync(join(out, 'records'), { recursive: true });
  const centerHome = join(out, 'center');
  const quiet = () => undefined;

  const center = await timed('pusat: basis data, wilayah, acara / center', async () => {
    buildPages();
    const words = ['init', '--exercise', '--regency', regency, '--villages', String(order.villages)];
    await centerCommand(centerHome, words);
    return startCenter(centerHome, await freeFirstPort(), quiet);
  });
  const ending: (() => Promise<void>)[] = [() => center.stop()];
  try {
    const villages = electingVillages(regency, order.villages);
    const office = openOfficeLine(center.url, Date.now);
    const subDistricts = [...new Set(villages.map(({ code }) => subDistrictOf(code)))];
    const people = await timed('orang kantor: undangan, sandi, kode / office people', () =>
      beginOffice(office, centerHome, { regency, subDistricts }),
    );
    const { election, votingDate } = await eventOf(office, people.regency);
    const rehearsal: Rehearsal = { office, people, election, seed, atOnce: AT_ONCE };
    const today = civilClock(Date.now(), 'WIB').date;
    const lists = [
      ...generateRegencyLists({
        ...{ regency, villages: order.villages, voters: order.voters, seed, votingDate },
        duplicates: Math.floor(order.voters / DUPLICATES_EVERY),
      }),
    ];
    const modesOf = (index: number): readonly ('electronic' | 'paper')[] => {
      const every = Math.floor(order.villages / Math.max(1, order.electronic));
      const isElectronic = order.electronic > 0 && index % every === 0 && index / every < order.electronic;
      if (!isElectronic) return ['paper'];
      return index / every === order.electronic - 1 && order.electronic > 1
        ? ['electronic', 'paper']
        : ['electronic'];
    };
    const planned = villages.map(({ code, name }, index) => ({ code, name, modes: modesOf(index), index }));

    await timed(`daftar: ${order.voters} orang dari satu berkas / lists`, () =>
      importLists(rehearsal, regency, lists),
    );
    await timed('ganda: dicari, diputuskan / duplicates', async () => {
      const decided = await settleDuplicates(rehearsal, regency, Math.floor(order.voters / DUPLICATES_EVERY));
      if (decided > LIST_NIK_DECIDED_MOST) throw new Error('More pairs than people');
    });
    await timed('TPS dibagi, cara memilih, daftar diumumkan dan dikunci / lists locked', () =>
      lockLists(rehearsal, planned, Date.now()),
    );
    const rehearsed: RehearsedVillage[] = [];
    await timed('calon: berkas, foto, undian nomor, contoh surat suara / candidates', () =>
      inTurns(planned, AT_ONCE, async ({ code, name, modes, index }) => {
        const list = lists[index];
        if (list === undefined) throw new Error(`no list of ${code}`);
        const count = modes.includes('electronic') ? 3 : seededWhole(seed, `candidates/${code}`, 2, 4);
        const standing = whoStands(list.voters, count, seed, today);
        const candidates = await nominate(rehearsal, workerOf(rehearsal, code), code, standing);
        rehearsed[index] = {
          code,
          name,
          list,
          candidates,
          places: await registeredOf(rehearsal, code, modes),
        };
      }),
    );
    await openPublishing(rehearsal);

    const electronic = new Map<string, ElectronicResult>();
    if (order.electronic > 0) {
      const trustees = await timed('kunci: lima pemegang, satu sidang / key ceremony', () =>
        holdRegencySitting(rehearsal, regency, join(out, 'trustees'), quiet),
      );
      ending.push(() => trustees.stop());
      for (const place of rehearsed.flatMap(({ places }) => places)) {
        if (place.mode !== 'electronic') continue;
        const result = await timed(`TPS ${place.id}: paket, pemungutan, hitung, kirim / by machine`, () =>
          runElectronicPlace({
            ...{ rehearsal, trustees, place, contest: CONTEST, say: quiet },
            folder: placeFolder(out, place.id),
          }),
        );
        electronic.set(place.id, result);
        writeFileSync(join(out, 'records', `${place.id}.bel`), result.files.record);
        writeFileSync(join(out, 'records', `${place.id}.void.json`), result.files.voidList);
        writeFileSync(join(out, 'records', `${place.id}.result.json`), result.files.result);
      }
    }
    let resolved = 0;
    const paper = new Map<string, SheetFigures>();
    const papers = rehearsed.flatMap((village, index) =>
      village.places.filter(({ mode }) => mode === 'paper').map((place) => ({ village, place, index })),
    );
    await timed(`${papers.length} TPS kertas: foto, dua pengetik, orang ketiga / sheets`, () =>
      inTurns(papers, AT_ONCE, async ({ village, place, index }) => {
        const by = workerOf(rehearsal, village.code);
        const { form } = await openSheet(rehearsal, by, place.id);
        const options = form.contests[0]?.options.map(({ key }) => key) ?? [];
        const figures = paperFigures(seed, place, CONTEST, options, index % TIE_EVERY === TIE_EVERY - 1);
        await sendPhoto(rehearsal, by, form, figures, `Hasil TPS ${place.number} ${village.name}`);
        const typed = await typeSheet(rehearsal, place.id, CONTEST, figures);
        if (typed.isResolved) resolved += 1;
        paper.set(place.id, figures);
      }),
    );
    const first = await timed('situs umum: hasil sementara / public site', () => publishNow(rehearsal));
    const ended = new Map<string, number>();
    await timed('penetapan, berita acara, keputusan bupati / decided', () =>
      inTurns(rehearsed, AT_ONCE, async ({ code }) => {
        const end = await decideVillage(rehearsal, code, CONTEST, today);
        ended.set(end, (ended.get(end) ?? 0) + 1);
      }),
    );
    const last = await timed('situs umum: hasil ditetapkan / public site', () => publishNow(rehearsal));
    const wrong = [...first.leftOut, ...last.leftOut].map(
      (left) => `tidak diumumkan / left out: ${JSON.stringify(left)}`,
    );
    await timed('jumlah dihitung ulang dan dibandingkan / sums compared', async () => {
      for (const difference of await recountDifferences(rehearsal)) wrong.push(JSON.stringify(difference));
      await inTurns(rehearsed, AT_ONCE, async ({ code, places, candidates }) => {
        const options = [...candidates.map((_, index) => `c${index + 1}`), 'blank'];
        const remembered = rememberedOf(
          CONTEST,
          options,
          foundIn(paper, places),
          foundIn(electronic, places),
        );
        wrong.push(...(await differencesOf(rehearsal, code, CONTEST, remembered)));
      });
    });
    takePortal(centerHome, join(out, 'portal'));
    return {
      ...{ steps, villages: villages.length, resolved, wrong, voters: order.voters },
      ends: Object.fromEntries(ended),
      places: { electronic: electronic.size, paper: paper.size },
      casts: [...electronic.values()].reduce((sum, { casts }) => sum + casts, 0),
      snapshots: last.number,
    };
  } finally {
    for (const end of ending.reverse()) await end();
  }
}

function foundIn<Value>(
  known: ReadonlyMap<string, Value>,
  places: readonly { readonly id: string }[],
): Value[] {
  return places.map(({ id }) => known.get(id)).filter((value) => value !== undefined);
}
