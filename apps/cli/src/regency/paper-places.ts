import { bitmapToPng, drawFilledSheet } from '@bilik/papers';
import { fieldsOf, type SheetForm, sheetFormSchema } from '@bilik/tabulation';
import { z } from 'zod';
import type { OfficePerson } from './office-line.ts';
import type { SheetFigures } from './paper-figures.ts';
import type { Rehearsal } from './rehearsed-regency.ts';
import { seededDraw, seededHex } from './seeded-draw.ts';

const Anything = z.unknown();
const Sheet = z.looseObject({
  step: z.string(),
  version: z.int(),
  form: sheetFormSchema,
  name: z.string().nullable(),
});
const Standing = z.looseObject({ step: z.string() });
const Findings = z.looseObject({
  findings: z.array(z.looseObject({ code: z.string(), contest: z.string().nullable() })),
});

/** Share of the sheets that one of two typists gets wrong: a figure with its digits in another order. */
const MISTYPED = 0.06;

const EXPLANATION = 'Dibandingkan dengan foto; angka di kertas memang begitu.';

/** Opens a sheet and says which figures it asks for. */
export function openSheet(
  { office, election }: Rehearsal,
  by: OfficePerson,
  place: string,
): Promise<z.output<typeof Sheet>> {
  return office.act(by, 'sheets.open', { election, place }, Sheet);
}

/** Draws the paper as a phone would photograph it, and sends it. @returns the picture's SHA-256 */
export async function sendPhoto(
  { office, election }: Rehearsal,
  by: OfficePerson,
  form: SheetForm,
  figures: SheetFigures,
  title: string,
): Promise<string> {
  const { place } = form;
  const lines = fieldsOf(form).map(({ key, number, label }) => ({
    number,
    label: label.id,
    figure: figures[key] ?? 0,
  }));
  const picture = bitmapToPng(drawFilledSheet({ title, place: `TPS ${place}`, lines }));
  const { sha256 } = await office.upload(by, picture, `lembar-${place}.png`);
  await office.act(by, 'sheets.add-photo', { election, place, sha256 }, Anything);
  return sha256;
}

/** `128` → `182`: the slip of a tired typist. Undefined where the digits are all alike. */
function transposed(figure: number): number | undefined {
  const digits = String(figure);
  const last = digits.length - 1;
  if (last < 1 || digits[last] === digits[last - 1]) return undefined;
  const swapped = `${digits.slice(0, last - 1)}${digits[last]}${digits[last - 1]}`;
  return Number(swapped);
}

/** Which figure of a sheet the second typist gets wrong, if any. */
function slipOf(seed: number, place: string, contest: string, figures: SheetFigures): SheetFigures {
  if (seededDraw(seed, `slip/${place}`) >= MISTYPED) return figures;
  const key = `${contest}:c1`;
  const wrong = transposed(figures[key] ?? 0);
  return wrong === undefined ? figures : { ...figures, [key]: wrong };
}

/** What became of one sheet. */
export interface TypedSheet {
  readonly step: string;
  readonly isResolved: boolean;
}

/**
 * A paper polling place's result, from photo to sums: two people type without seeing each other, a third reads what differs, warnings are explained.
 * @throws when the sheet is not definitive afterwards
 */
export async function typeSheet(
  rehearsal: Rehearsal,
  place: string,
  contest: string,
  figures: SheetFigures,
  version = 1,
): Promise<TypedSheet> {
  const { office, people, election, seed } = rehearsal;
  const [first, second] = people.typists;
  const enter = (by: OfficePerson, typed: SheetFigures) =>
    office.act(
      by,
      'sheets.enter',
      { election, place, figures: typed, sentAs: seededHex(seed, `${by.account}/${place}/${version}`) },
      Standing,
    );
  await enter(first, figures);
  let { step } = await enter(second, slipOf(seed, place, contest, figures));
  let isResolved = false;
  if (step === 'differs') {
    const key = `${contest}:c1`;
    const readings = { [key]: figures[key] ?? 0 };
    const sentAs = seededHex(seed, `third/${place}/${version}`);
    const read = { election, place, readings, sentAs };
    ({ step } = await office.act(people.third, 'sheets.resolve', read, Standing));
    isResolved = true;
  }
  if (step === 'warned') step = await settleWarnings(rehearsal, place);
  if (step !== 'definitive') throw new Error(`The sheet of ${place} is ${step}`);
  return { step, isResolved };
}

/** Explains what the rules still ask about; where nothing is asked any more, because other sheets came in meanwhile, looks at the sheet again. */
async function settleWarnings({ office, people, election }: Rehearsal, place: string): Promise<string> {
  const { third } = people;
  const sheet = { election, place };
  const { findings } = await office.act(third, 'sheets.open', sheet, Findings);
  const explanations = findings
    .filter(({ code }) => code.startsWith('W'))
    .map(({ code, contest }) => ({ code, contest, text: EXPLANATION }));
  const { step } =
    explanations.length > 0
      ? await office.act(third, 'sheets.explain', { ...sheet, explanations }, Standing)
      : await office.act(third, 'sheets.look-again', sheet, Standing);
  return step;
}
