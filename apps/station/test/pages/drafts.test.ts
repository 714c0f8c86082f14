import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MinutesFields } from '../../pages/board/board-answers.ts';
import { boardPhrase } from '../../pages/board/board-words.ts';
import { readCount, readTime, writeTime } from '../../pages/board/closing/count-text.ts';
import { changesTold, figureNames, handCountText } from '../../pages/board/closing/hand-count-versions.tsx';
import { openHandDraft, readHandDraft, slipKey, sumOfSlips } from '../../pages/board/closing/hand-draft.ts';
import {
  openFields,
  openMinutesDraft,
  readMinutesDraft,
  WRITTEN_FIELDS,
} from '../../pages/board/closing/minutes-draft.ts';
import { followed, isOvertaken } from '../../pages/board/closing/versioned-draft.ts';
import { fullYears } from '../../pages/common/civil-years.ts';
import { MinutesFieldsSchema } from '../../src/minutes/minutes-fields.ts';
import { COUNTED, melati } from './board-answer.ts';

const say: Parameters<typeof readHandDraft>[2] = (key, ...values) => boardPhrase('id', key, ...values);
const { contests } = melati();
const [contest] = contests;
if (contest === undefined) throw new Error('The fixture has no contest.');

describe('what people type', () => {
  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['007', 7],
    ['', null],
    ['1.000', null],
    ['-1', null],
    ['1e3', null],
    ['dua', null],
    ['1234567', null],
  ])('the count %o is %o', (text, count) => expect(readCount(text)).toBe(count));

  test.each([
    ['9.05', '09:05'],
    ['09:05', '09:05'],
    ['0905', '09:05'],
    [' 23.59 ', '23:59'],
    ['24.00', null],
    ['9.60', null],
    ['9', null],
    ['pagi', null],
  ])('the time %o is %o', (text, time) => expect(readTime(text)).toBe(time));

  test('every time of the day survives being written and read', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(readTime(writeTime(time))).toBe(time);
    }
  });

  test('a birthday counts from its day on', () => {
    expect(fullYears('2009-11-18', '2026-11-17')).toBe(16);
    expect(fullYears('2009-11-18', '2026-11-18')).toBe(17);
    expect(fullYears('2008-02-29', '2026-02-28')).toBe(17);
    expect(fullYears('2008-02-29', '2026-03-01')).toBe(18);
  });
});

describe('a form of which another tablet may save too', () => {
  const theirs = () => ({ text: 'theirs' });
  const form = (isTouched: boolean) => ({ draft: { text: 'mine' }, basedOn: 1, isTouched });

  test('follows the station while nobody typed into it', () => {
    expect(followed(form(false), 2, theirs)).toEqual({ draft: theirs(), basedOn: 2, isTouched: false });
    expect(followed(form(false), 1, theirs)).toEqual(form(false));
    expect(isOvertaken(form(false), 2)).toBe(false);
  });

  test('keeps what was typed, and says when somebody else has saved meanwhile', () => {
    expect(followed(form(true), 2, theirs)).toEqual(form(true));
    expect([1, 2, 3].map((versions) => isOvertaken(form(true), versions))).toEqual([false, true, true]);
  });

  test('does not fall back to what the screen knew before its own save', () => {
    expect(followed({ ...form(false), basedOn: 2 }, 1, theirs).draft).toEqual({ text: 'mine' });
  });
});

describe('the versions of a hand count', () => {
  const nameOf = figureNames(contests, 'id', say);
  const change = (figure: string, before: number | null, after: number | null, of: string | null = null) => ({
    contest: of,
    figure,
    before,
    after,
  });

  test('the first is told with every figure of the paper', () => {
    expect(handCountText(COUNTED, nameOf)).toBe(
      'Sisa di tumpukan kartu 131 · Dikembalikan pemilih 1 · Struk SAH di kotak 7 · 1. Hasan Basri 4 · 2. Sri Wahyuni 2 · Suara kosong 1',
    );
    expect(handCountText({ ...COUNTED, slipBox: null }, nameOf)).toBe(
      'Sisa di tumpukan kartu 131 · Dikembalikan pemilih 1',
    );
  });

  test('a correction is told with each figure that it changed, before and after', () => {
    const told = (changes: ReturnType<typeof change>[]) => changesTold({ ...COUNTED, changes }, nameOf, say);
    expect(told([change('inBox', 41, 40), change('c1', 20, 19, 'kepala-desa')])).toEqual([
      'Struk SAH di kotak: dari 41 menjadi 40',
      '1. Hasan Basri: dari 20 menjadi 19',
    ]);
    expect(told([change('inBox', null, 7)])).toEqual(['Struk SAH di kotak: dari belum dihitung menjadi 7']);
    expect(told([])).toEqual(['Tidak ada angka yang berubah']);
  });

  test('where a ballot has several contests, an option is named with its own', () => {
    const second = { ...contest, id: 'bpd', title: { id: 'Anggota BPD', en: 'Council' } };
    const ofTwo = figureNames([...contests, second], 'id', say);
    expect([ofTwo('kepala-desa', 'blank'), ofTwo('bpd', 'blank'), ofTwo(null, 'inBox')]).toEqual([
      'Kepala Desa, Suara kosong',
      'Anggota BPD, Suara kosong',
      'Struk SAH di kotak',
    ]);
  });
});

describe('the hand count', () => {
  const before = melati();
  const after = melati({ handCount: COUNTED });

  test('what was saved comes back unchanged, with the box open or sealed, and asks for no reason', () => {
    for (const saved of [COUNTED, { ...COUNTED, slipBox: null }]) {
      const read = readHandDraft(openHandDraft(saved), melati({ handCount: saved }), say);
      expect(read).toEqual({ count: saved, errors: {} });
    }
    expect(sumOfSlips(openHandDraft(COUNTED), contest)).toBe(7);
  });

  test.each([
    ['a figure of the cards', { figures: { ...openHandDraft(COUNTED).figures, cardsLeft: '130' } }],
    ['slips of one option', { figures: { ...openHandDraft(COUNTED).figures, 'kepala-desa/c2': '1' } }],
    ['a box that is sealed again', { isBoxSealed: true }],
    ['the people', { countedBy: ['ketua', 'anggota-2'] }],
  ])('%s is changed with a reason only; the first count has none', (_what, changed) => {
    const draft = { ...openHandDraft(COUNTED), ...changed };
    for (const reason of ['', '  ']) {
      const { count, errors } = readHandDraft({ ...draft, reason }, after, say);
      expect([count, Object.keys(errors)]).toEqual([null, ['reason']]);
    }
    expect(readHandDraft({ ...draft, reason: ' Salah baca ' }, after, say)).toMatchObject({
      count: { reason: 'Salah baca' },
      errors: {},
    });
    expect(readHandDraft({ ...draft, reason: 'Salah baca' }, before, say)).toMatchObject({
      count: { reason: null },
      errors: {},
    });
  });

  test('nothing is saved half: each missing or wrong entry is named', () => {
    const { count, errors } = readHandDraft(openHandDraft(null), before, say);
    expect(count).toBeNull();
    const named = ['cardsLeft', 'cardsReturned', 'inBox', 'countedBy'];
    const options = contest.options.map(({ key }) => slipKey(contest.id, key));
    expect(new Set(Object.keys(errors))).toEqual(new Set([...named, ...options]));
    const draft = openHandDraft(COUNTED);
    const wrong = (key: string, text: string) =>
      readHandDraft({ ...draft, figures: { ...draft.figures, [key]: text } }, before, say);
    for (const key of ['cardsLeft', 'inBox', slipKey('kepala-desa', 'c2')]) {
      for (const text of ['', 'tujuh', '-1', '99999']) {
        expect(wrong(key, text).count, `${key} ${text}`).toBeNull();
        expect(Object.keys(wrong(key, text).errors)).toEqual([key]);
      }
    }
  });

  test('a pile that cannot be is told before two people type their PINs', () => {
    const read = (typed: Record<string, string>, mobileGroupLeft = false) => {
      const draft = openHandDraft(COUNTED);
      const figures = { ...draft.figures, ...typed };
      const { count, errors } = readHandDraft({ ...draft, figures }, { ...before, mobileGroupLeft }, say);
      return [count !== null, errors];
    };
    const wrong = say('board.hands.sum.cannotBe');
    expect(read({ 'kepala-desa/c2': '12' })).toEqual([false, { inBox: wrong }]);
    expect(read({ 'kepala-desa/c2': '1' })).toEqual([true, {}]);
    const paper = (c2: string, inBox = '3') => ({
      paperInBox: inBox,
      ...Object.fromEntries(contest.options.map(({ key }) => [`paper/kepala-desa/${key}`, '0'])),
      'paper/kepala-desa/c2': c2,
      'paper/kepala-desa/invalid': '1',
    });
    expect(read(paper('2'), true)).toEqual([true, {}]);
    expect(read(paper('12'), true)).toEqual([false, { paperInBox: wrong }]);
    expect(read(paper('1'), true)).toEqual([false, { paperInBox: wrong }]);
  });

  test.each([[[]], [['ketua']], [['ketua', 'anggota-1', 'anggota-2']]])(
    '%o are not two people',
    (countedBy) => {
      const { count, errors } = readHandDraft({ ...openHandDraft(COUNTED), countedBy }, before, say);
      expect([count, Object.keys(errors)]).toEqual([null, ['countedBy']]);
    },
  );

  test('a box that stays sealed asks for no slips', () => {
    const draft = {
      ...openHandDraft(COUNTED),
      isBoxSealed: true,
      figures: { cardsLeft: '1', cardsReturned: '2' },
    };
    expect(readHandDraft(draft, before, say).count?.slipBox).toBeNull();
  });
});

describe('the minutes', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => value.trim() === value);
  const time = fc
    .nat(24 * 60 - 1)
    .map(
      (minute) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );
  const list = <Entry>(entry: fc.Arbitrary<Entry>) => fc.option(fc.array(entry, { maxLength: 3 }));
  const people = fc.subarray(['ketua', 'anggota-1', 'anggota-2'], { minLength: 1 });
  const saved: fc.Arbitrary<MinutesFields> = fc.record({
    boardPresent: fc.option(people),
    witnessesPresent: fc.option(fc.oneof(people, fc.constant<string[]>([]))),
    incidents: list(fc.record({ at: time, what: text, action: text })),
    objections: list(fc.record({ by: text, what: text, answer: text })),
    helpedVoters: fc.option(fc.nat(5000)),
    trusteesUnable: fc.boolean(),
  });

  test('what was saved comes back unchanged, and the station takes it', () => {
    let open = 0;
    let declared = 0;
    fc.assert(
      fc.property(saved, (fields) => {
        const read = readMinutesDraft(openMinutesDraft(fields), fields.trusteesUnable);
        expect(read).toEqual(fields);
        expect(MinutesFieldsSchema.safeParse(read).success).toBe(true);
        if (fields.incidents === null) open += 1;
        if (fields.incidents?.length === 0) declared += 1;
      }),
      { numRuns: 500, seed: 1607 },
    );
    expect([open > 0, declared > 0]).toEqual([true, true]);
  });

  test('an empty field is no "none": only the declaration is', () => {
    const draft = openMinutesDraft(melati().fields);
    expect(readMinutesDraft(draft, false)).toEqual(melati().fields);
    const none = { isNone: true, entries: [] };
    const declared = readMinutesDraft(
      { ...draft, noWitness: true, lists: { incidents: none, objections: none } },
      false,
    );
    expect(declared).toMatchObject({ witnessesPresent: [], incidents: [], objections: [] });
  });

  test('an entry that was begun must be whole before anything is saved', () => {
    const draft = openMinutesDraft(melati().fields);
    const withEntry = (entry: Record<string, string>) =>
      readMinutesDraft(
        { ...draft, lists: { ...draft.lists, incidents: { isNone: false, entries: [entry] } } },
        false,
      );
    expect(withEntry({ at: '9.15', what: 'Listrik padam', action: 'Genset' })?.incidents).toEqual([
      { at: '09:15', what: 'Listrik padam', action: 'Genset' },
    ]);
    for (const entry of [
      { at: '', what: 'a', action: 'b' },
      { at: '25.00', what: 'a', action: 'b' },
      { at: '9.15', what: ' ', action: 'b' },
      { at: '9.15', what: 'a' },
    ]) {
      expect(withEntry(entry)).toBeNull();
    }
    expect(readMinutesDraft({ ...draft, helpedVoters: 'banyak' }, false)).toBeNull();
  });
});

describe('what still stands open in the minutes', () => {
  const { people } = melati();
  const open = (draft: ReturnType<typeof openMinutesDraft>) => openFields(draft, { people, members: 2 });
  const EMPTY = openMinutesDraft(melati().fields);
  const none = { isNone: true, entries: [] };

  test('follows the draft, entry by entry, saved or not', () => {
    expect(open(EMPTY)).toEqual(WRITTEN_FIELDS);
    const filled = {
      boardPresent: ['ketua', 'anggota-1', 'anggota-2'],
      noWitness: true,
      helpedVoters: '0',
      lists: { incidents: none, objections: none },
    };
    expect(open({ ...EMPTY, ...filled })).toEqual([]);
    expect(
      open({ ...EMPTY, ...filled, lists: { ...filled.lists, incidents: EMPTY.lists.incidents } }),
    ).toEqual(['incidents']);
    expect(open({ ...EMPTY, ...filled, noWitness: false, witnessesPresent: ['saksi-1'] })).toEqual([]);
    expect(open({ ...EMPTY, ...filled, boardPresent: ['ketua', 'anggota-1'] })).toEqual(['boardPresent']);
    expect(open({ ...EMPTY, ...filled, boardPresent: ['anggota-1', 'anggota-2'] })).toEqual(['boardPresent']);
    expect(open({ ...EMPTY, ...filled, helpedVoters: 'dua' })).toEqual(['helpedVoters']);
  });

  test('an entry that was begun and is not whole is open, and nothing else for its sake', () => {
    const begun = { isNone: false, entries: [{ at: '9.15', what: '', action: '' }] };
    const whole = { isNone: false, entries: [{ at: '9.15', what: 'Hujan', action: 'Ditunggu' }] };
    const lists = (incidents: typeof begun) => ({ incidents, objections: none });
    expect(open({ ...EMPTY, lists: lists(begun) })).toContain('incidents');
    expect(open({ ...EMPTY, lists: lists(begun) })).not.toContain('objections');
    expect(open({ ...EMPTY, lists: lists(whole) })).not.toContain('incidents');
  });
});
