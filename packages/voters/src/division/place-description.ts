import type { DividedPlace, PlacePart, VillageDivision } from './village-division.ts';
import { neighbourhoodKey } from './voting-household.ts';

const MARKS_NO_NUMBER = '000';

/** Where a place's voters live, as in `Dusun I, Dusun II RT 01–03, Dusun II RT 04 (sebagian)`. The same words serve both languages but one. */
export function describePlace(division: VillageDivision, place: DividedPlace, partly = 'sebagian'): string {
  const hamlets = Map.groupBy(place.parts, ({ hamlet }) => hamlet);
  return [...hamlets.entries()]
    .map(([hamlet, parts]) =>
      isWholeHamlet(division, hamlet, parts) ? hamlet : `${hamlet} ${describeParts(parts, partly)}`,
    )
    .join(', ');
}

function isWholeHamlet(division: VillageDivision, hamlet: string, parts: readonly PlacePart[]): boolean {
  const whole = new Set(parts.filter(({ isWhole }) => isWhole).map(neighbourhoodKey));
  return division.households.every(
    ({ neighbourhood }) => neighbourhood.hamlet !== hamlet || whole.has(neighbourhoodKey(neighbourhood)),
  );
}

/** Runs of RT of one RW are drawn together; an RT that another place shares stands alone with a remark. */
function describeParts(parts: readonly PlacePart[], partly: string): string {
  const runs: { rw: string; first: string; last: string; isWhole: boolean }[] = [];
  for (const { rw, rt, isWhole } of parts) {
    const run = runs.at(-1);
    if (run !== undefined && run.rw === rw && run.isWhole && isWhole && Number(rt) === Number(run.last) + 1) {
      run.last = rt;
    } else runs.push({ rw, first: rt, last: rt, isWhole });
  }
  const severalRw = new Set(runs.map(({ rw }) => rw)).size > 1;
  return runs
    .map(({ rw, first, last, isWhole }) => {
      const range = first === last ? shortNumber(first) : `${shortNumber(first)}–${shortNumber(last)}`;
      const neighbourhood = first === MARKS_NO_NUMBER ? 'tanpa RT' : `RT ${range}`;
      const association = severalRw && rw !== MARKS_NO_NUMBER ? ` RW ${shortNumber(rw)}` : '';
      return `${neighbourhood}${association}${isWhole ? '' : ` (${partly})`}`;
    })
    .join(', ');
}

/** `003` as `03`, `012` as `12`. */
function shortNumber(number: string): string {
  return number.replace(/^0(?=\d\d)/, '');
}
