import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronicResult, runElectronicPlace } from './electronic-place.ts';
import { inTurns } from './in-turns.ts';
import { paperFigures, type SheetFigures } from './paper-figures.ts';
import { openSheet, sendPhoto, typeSheet } from './paper-places.ts';
import type { RegencyTrustees } from './regency-trustees.ts';
import { type Rehearsal, type RehearsedVillage, workerOf } from './rehearsed-regency.ts';
import type { TimedSteps } from './timed-steps.ts';

/** One village in so many has two candidates who get the same number of votes. */
const TIE_EVERY = 60;

const placesOf = (villages: readonly RehearsedVillage[], wanted: 'electronic' | 'paper') =>
  villages.flatMap((village, index) =>
    village.places.filter(({ mode }) => mode === wanted).map((place) => ({ village, place, index })),
  );

/** Every polling place that votes by machine, one after the other: their processes share this machine. Records are left in `out/records`. */
export async function electronicDay(
  rehearsal: Rehearsal,
  villages: readonly RehearsedVillage[],
  contest: string,
  {
    trustees,
    steps,
    out,
  }: { readonly trustees: RegencyTrustees; readonly steps: TimedSteps; readonly out: string },
): Promise<ReadonlyMap<string, ElectronicResult>> {
  const results = new Map<string, ElectronicResult>();
  for (const { place } of placesOf(villages, 'electronic')) {
    const result = await steps.take(`TPS ${place.id}: paket, memilih, hitung, kirim / by machine`, () =>
      runElectronicPlace({
        ...{ rehearsal, trustees, place, contest },
        folder: join(out, 'tps', place.id),
        say: () => undefined,
      }),
    );
    results.set(place.id, result);
    for (const [name, content] of [
      ['bel', result.files.record],
      ['void.json', result.files.voidList],
      ['result.json', result.files.result],
    ] as const) {
      writeFileSync(join(out, 'records', `${place.id}.${name}`), content);
    }
  }
  return results;
}

/** Every paper polling place: photo, two typists, a third where they differ. */
export async function paperDay(
  rehearsal: Rehearsal,
  villages: readonly RehearsedVillage[],
  contest: string,
): Promise<{ readonly sheets: ReadonlyMap<string, SheetFigures>; readonly resolved: number }> {
  const sheets = new Map<string, SheetFigures>();
  let resolved = 0;
  await inTurns(placesOf(villages, 'paper'), rehearsal.atOnce, async ({ village, place, index }) => {
    const by = workerOf(rehearsal, village.code);
    const { form } = await openSheet(rehearsal, by, place.id);
    const options = form.contests[0]?.options.map(({ key }) => key) ?? [];
    const isTie = index % TIE_EVERY === TIE_EVERY - 1;
    const figures = paperFigures(rehearsal.seed, place, contest, options, isTie);
    await sendPhoto(rehearsal, by, form, figures, `Hasil TPS ${place.number} ${village.name}`);
    const typed = await typeSheet(rehearsal, place.id, contest, figures);
    if (typed.isResolved) resolved += 1;
    sheets.set(place.id, figures);
  });
  return { sheets, resolved };
}
