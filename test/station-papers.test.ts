import { readCodeText } from '@bilik/transfer/signed-code';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { expectArchivable, pictureOf, squeezed } from '../packages/papers/test/paper-looks.ts';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { must, refusalOf } from './support/answers.ts';
import { prepareClosedDay } from './support/closed-day.ts';
import { countWithoutSeal, QUIET_FIELDS, signMinutes, writeFields } from './support/day-end.ts';
import { openPlace } from './support/polling-place.ts';

/** The one code of a paper, read from its picture by another reader. */
async function codeOf(pdf: Uint8Array) {
  const { drawings } = new PdfReading(pdf);
  expect(drawings).toHaveLength(1);
  const [text = ''] = await readCodes(pictureOf(drawings[0] ?? []));
  const read = readCodeText(text);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.code.content;
}
const textOf = (pdf: Uint8Array): string => new PdfReading(pdf).pages.join('');

describe('papers of the table', () => {
  let place: PollingPlace;
  beforeAll(async () => {
    const { closed } = await prepareClosedDay();
    place = openPlace(closed);
    must(place.written.writeMandate({ person: 'saksi-1', letter: 'No. 17/SM/2026' }));
    must(place.written.writeMandate({ person: 'saksi-2', letter: null }));
    await countWithoutSeal(closed, place);
    const objection = { by: 'Saksi nomor 1', what: 'Minta hitung ulang', answer: 'Sudah, sama' };
    must(
      writeFields(place, {
        ...QUIET_FIELDS,
        witnessesPresent: ['saksi-1', 'saksi-2', 'saksi-3'],
        objections: [objection],
      }),
    );
    must(signMinutes(place));
  });
  afterAll(() => place.close());

  test('a witness without a letter is noted and one who was not asked too; nobody else has a letter', () => {
    expect(refusalOf(place.written.writeMandate({ person: 'ketua', letter: 'x' }))).toBe('role-does-not-fit');
    expect(refusalOf(place.written.writeMandate({ person: 'siapa', letter: 'x' }))).toBe('person-unknown');
    const minutes = textOf(must(place.board.minutesPaper.paper()));
    expect(minutes).toContain(squeezed('No. 17/SM/2026 (diperiksa pukul 09.40)'));
    expect(minutes).toContain(squeezed('TANPA surat mandat (dicatat pukul 09.40)'));
    expect(minutes).toContain(squeezed('surat mandat tidak diperiksa'));
  });

  test('each copy is numbered for its holder, and a second print says so', () => {
    const { minutesPaper } = place.board;
    const base = must(minutesPaper.paper());
    const first = textOf(must(minutesPaper.copy(3)));
    const second = textOf(must(minutesPaper.copy(3)));
    const witness = place.place.definition.people.find(({ id }) => id === 'saksi-1')?.name ?? '';
    expect(first).toContain(squeezed(`Salinan 3 dari 5, untuk saksi ${witness}, cetakan ke-1`));
    expect(second).toContain(squeezed(`Salinan 3 dari 5, untuk saksi ${witness}, cetakan ke-2`));
    expect(textOf(base)).toContain(squeezed(`Salinan 3 dari 5: saksi ${witness}`));
    expect(textOf(base)).not.toContain(squeezed('cetakan ke-'));
    // what was prepared and signed stays the same bytes
    expect(must(minutesPaper.paper())).toEqual(base);
    expect(refusalOf(minutesPaper.copy(6))).toBe('no-such-copy');
    expect(place.board.state().copies.minutes.map(({ print }) => print)).toEqual([0, 0, 2, 0, 0]);
  });

  test('minutes and statement carry the same result, zero report the key, the others their own fingerprint', async () => {
    const minutes = must(place.board.minutesPaper.paper());
    const statement = must(place.board.minutesPaper.statementCopy(2));
    expectArchivable(new PdfReading(statement));
    const content = await codeOf(minutes);
    expect(content).toMatchObject({
      type: 'result',
      minutesFingerprint: place.board.minutesPaper.prepared()?.fingerprint,
    });
    expect(await codeOf(statement)).toEqual(content);
    expect(await codeOf(must(place.zeroReport.paper()))).toMatchObject({ type: 'key' });
    for (const [paper, pdf] of [
      ['mandates', place.tablePapers.mandates()],
      ['objections', place.tablePapers.objections()],
    ] as const) {
      expectArchivable(new PdfReading(pdf));
      const named = await codeOf(pdf);
      if (named.type !== 'paper') throw new Error(named.type);
      expect(named.paper).toBe(paper);
      expect(textOf(pdf)).toContain(named.fingerprint);
    }
    expect(textOf(place.tablePapers.objections())).toContain(squeezed('Minta hitung ulang'));
    expectArchivable(new PdfReading(place.tablePapers.objectionForm()));
  });
});
