import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_FACTS, PAPER_FIGURES, PAPER_FORM, valuesWith } from '../fixtures/index.ts';
import { checkSheet } from '../rules/check-sheet.ts';
import type { FieldKey } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';
import { decideSheet } from './decide-sheet.ts';
import { AWAITED_SHEET, type SheetAct, type SheetPart, type SheetState } from './sheet-state.ts';
import { SHEET_TRANSITIONS } from './transition-table.ts';

const context = { form: PAPER_FORM, facts: PAPER_FACTS, hands: new Map<string, string>() };
const values = (changes: Readonly<Record<string, number | null>>) =>
  valuesWith(PAPER_FORM, PAPER_FIGURES, changes);

/** What a typist may have read: right, right in another way, contradicting, held, wanting a sentence. */
const READINGS = {
  sound: values({}),
  swapped: values({ 'kepala-desa:c1': 84, 'kepala-desa:c2': 121 }),
  faulty: values({ 'kepala-desa:c1': 120 }),
  missing: values({ 'users.total': null }),
  unsigned: values({ 'signatures.board': 2 }),
  warned: values({ 'signatures.witnesses': 0 }),
} as const satisfies Record<string, SheetValues>;

const PEOPLE = ['ani', 'budi', 'citra', 'dewi', 'eko'] as const;
const anyone = fc.constantFrom(...PEOPLE);
const anyReason = fc.constantFrom('Foto kedua sudah dilihat', 'Sudah ditanyakan', '');

/** Clearances twice: they come after two equal entries, so that fewer days reach them. */
const WITH_REASON = ['discard', 'quarantine', 'clear', 'clear', 'withdraw'] as const;

/** Acts as people would try them, in every order and by everybody; a third reading takes the differing fields from somewhere. */
type Attempt = SheetAct | { readonly by: string; readonly act: 'read-as'; readonly source: SheetValues };
const anyAttempt = (anyReading: fc.Arbitrary<SheetValues>): fc.Arbitrary<Attempt> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ act: fc.constant('enter' as const), by: anyone, values: anyReading }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constant('read-as' as const), by: anyone, source: anyReading }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('take_back' as const), by: anyone }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('look_again' as const), by: anyone }) },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom(...WITH_REASON),
        by: anyone,
        reason: anyReason,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('explain' as const),
        by: anyone,
        explanations: fc.constantFrom([{ code: 'W07', contest: null, text: 'Saksi tidak datang' }], []),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('correct' as const),
        by: anyone,
        reason: anyReason,
        evidence: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      }),
    },
  );

/** One day of one sheet: few readings of the same paper, so that people often agree. */
const anyDay = fc
  .shuffledSubarray(Object.values(READINGS), { minLength: 1, maxLength: 2 })
  .chain((readings) => fc.array(anyAttempt(fc.constantFrom(...readings)), { minLength: 10, maxLength: 60 }));

/** A reading of exactly the fields in which the two entries of the state differ. */
function readAs(source: SheetValues, { entries }: SheetState): SheetValues {
  const [first, second] = entries;
  const differing = [...(first?.values ?? [])].filter(([key, value]) => second?.values.get(key) !== value);
  return new Map(differing.map(([key]) => [key, source.get(key) ?? null]));
}

/** What the acts that were taken say by themselves, without the state: who typed, who read, in this version and round. */
interface Minutes {
  typed: Map<string, SheetValues>;
  read: { by: string; readings: SheetValues } | null;
  partsOfVersion: Map<string, Set<SheetPart>>;
}

function note(minutes: Minutes, act: SheetAct): void {
  const part = SHEET_TRANSITIONS.find((transition) => transition.act === act.act)?.part;
  if (part === undefined) throw new Error(`no part for ${act.act}`);
  if (act.act === 'correct') minutes.partsOfVersion.clear();
  minutes.partsOfVersion.set(act.by, (minutes.partsOfVersion.get(act.by) ?? new Set<SheetPart>()).add(part));
  if (act.act === 'enter') minutes.typed.set(act.by, act.values);
  if (act.act === 'resolve') minutes.read = { by: act.by, readings: act.readings };
  if (act.act === 'discard' || act.act === 'correct' || act.act === 'take_back') {
    minutes.typed.clear();
    minutes.read = null;
  }
}

/** How many different people read this figure. */
function witnessesOf(minutes: Minutes, key: FieldKey, value: number | null): number {
  const typists = [...minutes.typed].filter(([, typed]) => typed.get(key) === value).map(([by]) => by);
  const reader =
    minutes.read?.readings.get(key) === value && minutes.read.readings.has(key) ? [minutes.read.by] : [];
  return new Set([...typists, ...reader]).size;
}

test('no sequence of acts makes a result definitive with one typist, unequal readings, a rule error, or one person in two parts', () => {
  const reached = {
    definitive: 0,
    afterResolution: 0,
    afterExplanation: 0,
    afterClearance: 0,
    corrected: 0,
    withdrawn: 0,
    refused: 0,
  };
  fc.assert(
    fc.property(anyDay, (attempts) => {
      let state = AWAITED_SHEET;
      const minutes: Minutes = { typed: new Map(), read: null, partsOfVersion: new Map() };
      const taken: SheetAct[] = [];
      for (const attempt of attempts) {
        const act: SheetAct =
          attempt.act === 'read-as'
            ? { act: 'resolve', by: attempt.by, readings: readAs(attempt.source, state) }
            : attempt;
        const before = state;
        const decided = decideSheet(before, act, context);
        if (!decided.ok) {
          reached.refused += 1;
          continue;
        }
        state = decided.value;
        taken.push(act);
        note(minutes, act);
        for (const parts of minutes.partsOfVersion.values()) expect(parts.size).toBe(1);
        // what counts changes by becoming definitive or by a withdrawal with its reason, and by nothing else
        if (act.act === 'withdraw') {
          expect(state.standing).toBeNull();
          expect(act.reason).not.toBe('');
          reached.withdrawn += 1;
        } else if (state.step !== 'definitive') expect(state.standing).toBe(before.standing);
        if (state.step !== 'definitive') continue;

        const { standing } = state;
        if (standing === null) throw new Error('a definitive sheet stands');
        expect(minutes.typed.size).toBe(2);
        for (const [key, value] of standing.values)
          expect(witnessesOf(minutes, key, value)).toBeGreaterThanOrEqual(2);
        const found = checkSheet({ ...context, values: standing.values });
        expect(found.filter(({ kind }) => kind === 'error')).toEqual([]);
        const since = taken.slice(
          taken.findLastIndex(({ act: name }) => name === 'correct' || name === 'discard') + 1,
        );
        const did = (name: SheetAct['act']) => since.some((one) => one.act === name);
        if (found.some(({ kind }) => kind === 'warning')) expect(did('explain')).toBe(true);
        if (found.some(({ kind }) => kind === 'quarantine')) expect(did('clear')).toBe(true);

        reached.definitive += 1;
        if (did('resolve')) reached.afterResolution += 1;
        if (did('explain')) reached.afterExplanation += 1;
        if (did('clear')) reached.afterClearance += 1;
        if (standing.version > 1) reached.corrected += 1;
      }
    }),
    { numRuns: 8000, seed: 1607 },
  );
  // else the property proved nothing
  for (const [name, times] of Object.entries(reached)) expect(times, name).toBeGreaterThan(50);
});
