import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAPER_FACTS, PAPER_FIGURES, PAPER_FORM, valuesWith } from '../fixtures/index.ts';
import type { SheetFacts } from '../rules/sheet-facts.ts';
import type { FieldKey } from '../sheet/sheet-form.ts';
import { decideSheet } from './decide-sheet.ts';
import { explainSheetRefusal } from './explain-refusal.ts';
import {
  AWAITED_SHEET,
  type SheetAct,
  type SheetRefusal,
  type SheetState,
  sheetStepSchema,
} from './sheet-state.ts';
import { SHEET_TRANSITIONS, sheetTransitionsMarkdown } from './transition-table.ts';

const typed = (by: string, changes: Readonly<Record<string, number | null>> = {}): SheetAct => ({
  act: 'enter',
  by,
  values: valuesWith(PAPER_FORM, PAPER_FIGURES, changes),
});
const read = (by: string, readings: Readonly<Record<string, number | null>>): SheetAct => ({
  act: 'resolve',
  by,
  readings: new Map(Object.entries(readings).map(([key, value]) => [key as FieldKey, value])),
});

/** Takes the acts one after another; each must be allowed. */
function after(
  acts: readonly SheetAct[],
  facts: SheetFacts = PAPER_FACTS,
  from = AWAITED_SHEET,
  hands: ReadonlyMap<string, string> = new Map(),
): SheetState {
  return acts.reduce((state, act) => {
    const decided = decideSheet(state, act, { form: PAPER_FORM, facts, hands });
    if (!decided.ok) throw new Error(`${act.act}: ${decided.error.type}`);
    return decided.value;
  }, from);
}
function refusalOf(
  acts: readonly SheetAct[],
  last: SheetAct,
  hands: ReadonlyMap<string, string> = new Map(),
): SheetRefusal {
  const before = after(acts, PAPER_FACTS, AWAITED_SHEET, hands);
  const decided = decideSheet(before, last, { form: PAPER_FORM, facts: PAPER_FACTS, hands });
  if (decided.ok) throw new Error(`${last.act} was allowed`);
  return decided.error;
}

describe('a sheet told as minutes', () => {
  test('Ani and Budi type the same: the result stands on both of them', () => {
    const state = after([typed('ani'), typed('budi')]);
    expect(state).toMatchObject({ step: 'definitive', standing: { version: 1, typists: ['ani', 'budi'] } });
  });

  test('Ani types twice: refused, one entry stays', () => {
    expect(refusalOf([typed('ani')], typed('ani')).type).toBe('typed-by-you-already');
  });

  test('whom one person let in is no second person, nor the third, and neither is that person', () => {
    const hands = new Map([
      ['ani', 'zainal'],
      ['budi', 'zainal'],
      ['zainal', 'zainal'],
      ['citra', 'citra'],
    ]);
    for (const second of ['budi', 'zainal']) {
      expect(refusalOf([typed('ani')], typed(second), hands)).toEqual({ type: 'typed-by-same-hand' });
      expect(refusalOf([typed(second)], typed('ani'), hands)).toEqual({ type: 'typed-by-same-hand' });
      const entries = [typed('citra', { 'kepala-desa:c1': 112 }), typed('ani')];
      expect(refusalOf(entries, read(second, { 'kepala-desa:c1': 121 }), hands)).toEqual({
        type: 'typed-by-same-hand',
      });
    }
    expect(after([typed('ani'), typed('citra')], PAPER_FACTS, AWAITED_SHEET, hands).step).toBe('definitive');
  });

  test('Budi slips on two figures; Citra reads only these, like Ani: the result is Ani’s and Citra’s', () => {
    const entries = [typed('ani'), typed('budi', { 'kepala-desa:c1': 112, 'users.total': 204 })];
    expect(after(entries).step).toBe('differs');
    const resolved = after([...entries, read('citra', { 'kepala-desa:c1': 121, 'users.total': 240 })]);
    expect(resolved.step).toBe('definitive');
    expect(resolved.standing?.values).toEqual(valuesWith(PAPER_FORM, PAPER_FIGURES));
  });

  test('Citra reads what neither typed, a field too few, or one that is equal: nothing is settled', () => {
    const entries = [typed('ani'), typed('budi', { 'kepala-desa:c1': 112 })];
    expect(refusalOf(entries, read('citra', { 'kepala-desa:c1': 211 }))).toEqual({
      type: 'reading-agrees-with-neither',
      fields: ['kepala-desa:c1'],
    });
    expect(refusalOf(entries, read('citra', {}))).toMatchObject({ type: 'reading-of-other-fields' });
    expect(refusalOf(entries, read('citra', { 'kepala-desa:c1': 112, 'kepala-desa:c2': 84 }))).toEqual({
      type: 'reading-of-other-fields',
      fields: ['kepala-desa:c2'],
    });
  });

  test('a figure that cannot be read may be agreed on as missing; the sheet is then faulty, not zero', () => {
    const entries = [typed('ani', { 'kepala-desa:c2': null }), typed('budi')];
    expect(after([...entries, read('citra', { 'kepala-desa:c2': null })])).toMatchObject({
      step: 'faulty',
      standing: null,
    });
  });

  test('Budi may not settle what he typed, nor may Citra type after she has checked', () => {
    const entries = [typed('ani'), typed('budi', { 'kepala-desa:c1': 112 })];
    expect(refusalOf(entries, read('budi', { 'kepala-desa:c1': 112 }))).toEqual({
      type: 'other-part-before',
      part: 'checker',
      before: 'typist',
    });
    const discarded: SheetAct = { act: 'discard', by: 'citra', reason: 'Foto kabur' };
    expect(refusalOf([...entries, discarded], typed('citra')).type).toBe('other-part-before');
    expect(after([...entries, discarded, typed('budi'), typed('ani')])).toMatchObject({
      step: 'definitive',
      round: 2,
    });
  });

  test('figures that contradict each other wait for a corrected sheet; the new version has its own photo and people', () => {
    const faulty = [typed('ani', { 'kepala-desa:c1': 90 }), typed('budi', { 'kepala-desa:c1': 90 })];
    expect(after(faulty).step).toBe('faulty');
    const correction: SheetAct = {
      act: 'correct',
      by: 'dewi',
      reason: 'Lembar dibetulkan',
      evidence: 'ab'.repeat(32),
    };
    const corrected = after([...faulty, correction, typed('ani'), typed('budi')]);
    expect(corrected).toMatchObject({ step: 'definitive', version: 2, standing: { version: 2 } });
    expect(refusalOf([...faulty, correction, typed('ani'), typed('budi')], correction)).toEqual({
      type: 'evidence-not-new',
    });
  });

  test('while a correction is typed, the old version goes on counting; a withdrawal takes it out, with a reason', () => {
    const definitive = [typed('ani'), typed('budi')];
    const correction: SheetAct = {
      act: 'correct',
      by: 'dewi',
      reason: 'Salah satu angka',
      evidence: 'cd'.repeat(32),
    };
    expect(after([...definitive, correction, typed('ani')])).toMatchObject({
      step: 'first_entry',
      standing: { version: 1 },
    });
    expect(after([...definitive, { act: 'withdraw', by: 'dewi', reason: 'Pungut ulang' }])).toMatchObject({
      step: 'withdrawn',
      standing: null,
    });
    expect(refusalOf(definitive, { act: 'withdraw', by: 'dewi', reason: ' ' }).type).toBe('reason-missing');
  });

  test('a sheet with two signatures is held; a supervisor who did not check clears it, and warnings still want their sentence', () => {
    const both = { 'signatures.board': 2, 'signatures.witnesses': 0 };
    const held = [typed('ani', both), typed('budi', both)];
    expect(after(held).step).toBe('quarantined');
    const cleared: SheetAct = { act: 'clear', by: 'dewi', reason: 'Anggota sakit, ada surat' };
    expect(after([...held, cleared]).step).toBe('warned');
    expect(refusalOf([...held, cleared], { act: 'explain', by: 'citra', explanations: [] })).toEqual({
      type: 'warnings-unexplained',
      codes: ['W07'],
    });
    const explanations = [{ code: 'W07', contest: null, text: 'Saksi pulang sebelum selesai' }];
    expect(after([...held, cleared, { act: 'explain', by: 'citra', explanations }]).step).toBe('definitive');
  });

  test('held before the entries agree: clearance leads back to the differences and passes over nothing', () => {
    const entries = [typed('ani'), typed('budi', { 'kepala-desa:c1': 112 })];
    const held: SheetAct = { act: 'quarantine', by: 'citra', reason: 'Foto dari TPS lain?' };
    expect(after([...entries, held, { act: 'clear', by: 'dewi', reason: 'Kode TPS benar' }]).step).toBe(
      'differs',
    );
    expect(refusalOf([...entries, held], { act: 'clear', by: 'citra', reason: 'ok' }).type).toBe(
      'other-part-before',
    );
  });

  test('without a photo two equal entries are faulty; once it is there, a checker looks again', () => {
    const state = after([typed('ani'), typed('budi')], { ...PAPER_FACTS, sheetPhotos: 0 });
    expect(state.step).toBe('faulty');
    expect(after([{ act: 'look_again', by: 'citra' }], PAPER_FACTS, state).step).toBe('definitive');
  });

  test('what was cleared for one reason is held again for another', () => {
    const unsigned = { 'signatures.board': 2 };
    const held = after([typed('ani', unsigned), typed('budi', unsigned)], {
      ...PAPER_FACTS,
      lastAttendance: { L: 130, P: 130 },
    });
    const twin = {
      place: PAPER_FORM.place.replace('003', '009') as typeof PAPER_FORM.place,
      values: valuesWith(PAPER_FORM, PAPER_FIGURES, unsigned),
    };
    const cleared = after(
      [{ act: 'clear', by: 'dewi', reason: 'Sakit' }],
      { ...PAPER_FACTS, lastAttendance: { L: 130, P: 130 } },
      held,
    );
    expect(cleared.step).toBe('warned');
    const again = after(
      [{ act: 'look_again', by: 'citra' }],
      { ...PAPER_FACTS, otherSheetsOfVillage: [twin] },
      cleared,
    );
    expect(again.step).toBe('quarantined');
  });

  test('an own entry is taken back while it is alone, and nobody else’s', () => {
    expect(after([typed('ani'), { act: 'take_back', by: 'ani' }])).toMatchObject({
      step: 'awaited',
      entries: [],
    });
    expect(refusalOf([typed('ani')], { act: 'take_back', by: 'budi' }).type).toBe('entry-of-another');
  });
});

describe('the published table', () => {
  test('is the table of the code, and every step is reached and left by some act', () => {
    const published = readFileSync(new URL('../../../../docs/sheet-states.md', import.meta.url), 'utf8');
    expect(published).toBe(sheetTransitionsMarkdown());
    for (const step of sheetStepSchema.options) {
      expect(
        SHEET_TRANSITIONS.some(({ to }) => to.includes(step)),
        `to ${step}`,
      ).toBe(true);
      expect(
        SHEET_TRANSITIONS.some(({ from }) => from.includes(step)),
        `from ${step}`,
      ).toBe(true);
    }
  });

  test('each refusal says in two languages what happened', () => {
    const refusals: readonly SheetRefusal[] = [
      { type: 'not-from-here', step: 'definitive', act: 'enter' },
      { type: 'other-part-before', part: 'checker', before: 'typist' },
      { type: 'typed-by-you-already' },
      { type: 'typed-by-same-hand' },
      { type: 'entry-of-another' },
      { type: 'reading-of-other-fields', fields: ['kepala-desa:c1' as FieldKey] },
      { type: 'reading-agrees-with-neither', fields: ['kepala-desa:c1' as FieldKey] },
      { type: 'warnings-unexplained', codes: ['W02'] },
      { type: 'evidence-not-new' },
      { type: 'reason-missing' },
    ];
    const sentences = refusals.map((refusal) => explainSheetRefusal(refusal, PAPER_FORM));
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(refusals.length);
    expect(sentences[5]?.en).toContain('number 6a');
  });
});
