import { rmSync } from 'node:fs';
import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import { SELF_TEST_FINDINGS } from '@bilik/election';
import { readCodeText } from '@bilik/transfer/signed-code';
import { selfTestInWords } from '@bilik/words/self-test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { expectArchivable, pictureOf, squeezed } from '../packages/papers/test/paper-looks.ts';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { must, refusalOf } from './support/answers.ts';
import { CHAIR, MEMBER, MORNING_MS, openPlace, signZeroReport } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const GOOD_BOOTH = { printerTrouble: null, slipCodeTyped: true, cameraRead: null, spokenLanguages: 3 };
const GOOD_DESK = { scannerRead: true, readerRead: null };
const textOf = (pdf: Uint8Array): string => new PdfReading(pdf).pages.join('');

let prepared: PreparedHome;
beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4, booths: 2 });
});
afterAll(removeFolders);

describe('the room of the self-test', () => {
  let home: PreparedHome;
  let place: PollingPlace;
  beforeEach(() => {
    home = copyOf(prepared);
    place = openPlace(home);
    return () => place.close();
  });
  const tryAll = (): void => {
    for (const booth of [1, 2]) must(place.selfTest.hearBooth(booth, GOOD_BOOTH));
    for (let desk = 1; desk <= place.place.definition.desks; desk += 1) {
      must(place.selfTest.hearDesk(desk, GOOD_DESK));
    }
  };
  const verdicts = (device: 'station' | 'booth' | 'desk', number?: number) =>
    must(place.selfTest.run())
      .checks.filter(({ of }) => of.device === device && (!('number' in of) || of.number === number))
      .map(({ check, verdict, finding }) => `${check} ${verdict} ${finding}`);

  test('clock, space and both media of a prepared place are in order, and the run is kept over a restart', () => {
    const own = verdicts('station');
    expect(own.slice(0, 4).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['clock', 'go'],
      ['disk', 'go'],
      ['first-medium', 'go'],
      // an exercise on one computer: both media lie on its one disk, and it may go on
      ['second-medium', 'attention'],
    ]);
    const { last } = place.selfTest.state();
    place.close();
    place = openPlace(home);
    expect(place.selfTest.state().last).toEqual(last);
  });

  test('a stick that was pulled is found although its folder may still take writes', () => {
    rmSync(home.home.stationSecond, { recursive: true, force: true });
    place.lookAtMedia();
    const ran = place.selfTest.run();
    expect(ran.ok).toBe(false);
    expect(refusalOf(ran)).toBe('store-failed');
    // what could not be kept is shown all the same
    expect(place.selfTest.state().last).toMatchObject({ verdict: 'no-go' });
    expect(place.selfTest.state().last?.checks).toContainEqual(
      expect.objectContaining({ check: 'second-medium', verdict: 'no-go', finding: 'medium.absent' }),
    );
  });

  test('booths and desks that nobody tried are named; who was tried after the run is news', () => {
    const desks = Array.from({ length: place.place.definition.desks }, (_, index) => index + 1);
    expect(place.selfTest.state()).toEqual({
      last: null,
      untried: { booths: [1, 2], desks },
      hasNews: false,
    });
    must(place.selfTest.hearBooth(2, GOOD_BOOTH));
    expect(verdicts('booth', 1)).toEqual(['printer no-go notTried', 'screen no-go notTried']);
    expect(verdicts('booth', 2)).toEqual([
      'printer go printer.slipRead',
      'screen go screen.touched',
      'voice go voice.whole',
    ]);
    expect(place.selfTest.state()).toMatchObject({ untried: { booths: [1] }, hasNews: false });
    must(place.selfTest.hearBooth(1, { ...GOOD_BOOTH, printerTrouble: 'cover-open', slipCodeTyped: false }));
    expect(place.selfTest.state()).toMatchObject({ untried: { booths: [] }, hasNews: true });
    expect(verdicts('booth', 1)).toEqual([
      'printer no-go printer.trouble',
      'screen no-go notTried',
      'voice go voice.whole',
    ]);
  });

  test('zero report and minutes say the verdict; a no go does not keep the polls shut, and is noted', () => {
    tryAll();
    must(place.selfTest.hearBooth(1, { ...GOOD_BOOTH, printerTrouble: 'cover-open', slipCodeTyped: false }));
    must(place.selfTest.run());
    must(signZeroReport(place));
    const zeroReport = must(place.zeroReport.paper());
    expect(textOf(zeroReport)).toContain(squeezed('Tidak siap, diuji pukul 09.40'));
    // mended after the zero report: that paper stands, the minutes say the last word
    must(place.selfTest.hearBooth(2, { ...GOOD_BOOTH, printerTrouble: 'jam', slipCodeTyped: false }));
    must(place.selfTest.run());
    expect(must(place.zeroReport.paper())).toEqual(zeroReport);
    must(place.board.command('prove_zero', [CHAIR]));
    must(place.board.command('open', [CHAIR, MEMBER]));
    expect(place.board.minutes().record.selfTest).toEqual(place.selfTest.last());
    expect(place.board.minutes().record.openedAt).not.toBeNull();

    expect(refusalOf(place.selfTest.run())).toBe('self-test-too-late');
    expect(refusalOf(place.selfTest.hearBooth(1, GOOD_BOOTH))).toBe('self-test-too-late');
    expect(refusalOf(place.selfTest.hearDesk(1, GOOD_DESK))).toBe('self-test-too-late');
    expect(place.selfTest.state().last?.verdict).toBe('no-go');
  });

  test('where nobody ran it, zero report and minutes say so', () => {
    must(signZeroReport(place));
    expect(textOf(must(place.zeroReport.paper()))).toContain(squeezed('Uji diri Tidak dilakukan.'));
    expect(place.board.minutes().record.selfTest).toBeNull();
  });

  test('its report is an archivable paper with every finding and a code that names it', async () => {
    expect(place.tablePapers.selfTest()).toBeUndefined();
    tryAll();
    must(place.selfTest.hearBooth(2, { ...GOOD_BOOTH, printerTrouble: 'cover-open', slipCodeTyped: false }));
    const { checks } = must(place.selfTest.run());
    const pdf = place.tablePapers.selfTest() ?? new Uint8Array();
    const reading = new PdfReading(pdf);
    expectArchivable(reading);
    const text = reading.pages.join('');
    expect(text).toContain(squeezed('LAPORAN UJI DIRI'));
    expect(text).toContain(squeezed('Bilik 2, Pencetak: Struk uji tidak tercetak: tutup pencetak terbuka.'));
    for (const check of checks) expect(text).toContain(squeezed(selfTestInWords('id', check).check));
    const [code = ''] = await readCodes(pictureOf(reading.drawings[0] ?? []));
    const read = must(readCodeText(code));
    expect(read.code.content).toMatchObject({ type: 'paper', paper: 'self-test' });
    expect(place.tablePapers.selfTest()).toEqual(pdf);
  });
});

test('every finding and every printer trouble has its sentence, and what is not go says what to do', () => {
  const of = { device: 'booth', number: 1 } as const;
  const values = {
    languages: 1,
    ofLanguages: 3,
    megabytes: 1,
    neededMegabytes: 2,
    milliseconds: 3,
    percent: 4,
  };
  const isGood = /right|exercise|enough|good|mains|Read$|touched|whole|\.read$/;
  for (const language of ['id', 'en'] as const) {
    for (const finding of SELF_TEST_FINDINGS) {
      const troubles = finding === 'printer.trouble' ? PRINTER_TROUBLES : [null];
      for (const trouble of troubles) {
        const given = trouble === null ? values : { ...values, trouble };
        const words = selfTestInWords(language, { of, check: 'printer', finding, values: given });
        expect(words.finding).toMatch(/\.$/);
        if (!isGood.test(finding) || finding === 'printer.slipNotRead') {
          expect(words.toDo, finding).toMatch(/\.$/);
        }
      }
    }
  }
});

describe('over the wire', () => {
  let lan: StationOnLan;
  beforeEach(async () => {
    lan = await openOnLan(copyOf(prepared));
    return async () => {
      expect(lan.broken).toEqual([]);
      await lan.station.stop();
    };
  });
  const run = async () => (await lan.tell('/api/board/self-test', {})).value;

  test('booth and desk report, the board runs it, and the paper is there', async () => {
    expect((await lan.ask('/papers/uji-diri.pdf')).status).toBe(404);
    expect(await lan.tell('/api/booth/self-test', GOOD_BOOTH, lan.keyOf(2))).toMatchObject({ status: 200 });
    expect(await lan.tell('/api/desk/self-test', GOOD_DESK)).toMatchObject({ status: 200 });
    expect(await run()).toMatchObject({ verdict: 'no-go' });
    const { value } = await lan.ask('/api/board/state');
    expect(value).toMatchObject({ selfTest: { untried: { booths: [1] }, hasNews: false } });
    expect((await lan.ask('/papers/uji-diri.pdf')).status).toBe(200);
  });

  test('a clock of another year is no go', async () => {
    lan.setClock(MORNING_MS + 3 * 366 * 86_400_000);
    expect(await run()).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ check: 'clock', verdict: 'no-go' })]),
    });
  });

  test('nothing else is taken, and no booth without its key', async () => {
    const own = lan.keyOf(1);
    for (const body of [
      {},
      { ...GOOD_BOOTH, booth: 2 },
      { ...GOOD_BOOTH, printerTrouble: 'on-fire' },
      { ...GOOD_BOOTH, digits: '0742' },
      { ...GOOD_BOOTH, slipCodeTyped: 'yes' },
    ]) {
      expect(await lan.tell('/api/booth/self-test', body, own)).toMatchObject({ status: 400 });
    }
    expect(await lan.tell('/api/booth/self-test', GOOD_BOOTH, {})).toMatchObject({ status: 401 });
    for (const body of [{ desk: 1, ...GOOD_DESK }, {}, { ...GOOD_DESK, nik: '1' }]) {
      expect(await lan.tell('/api/desk/self-test', body)).toMatchObject({ status: 400 });
    }
    expect(lan.station.pollingPlace.selfTest.state().untried.booths).toEqual([1, 2]);
  });
});
