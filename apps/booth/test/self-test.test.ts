import { expect, test } from 'vitest';
import { openBoothSelfTest } from '../src/self-test/self-test.ts';
import { type Bench, HASH, inkRows, openBench, TEST_INK, testSlip } from './cast-bench.ts';

const DRAWN = '0742';

function testOf({ booth, printing, client }: Bench) {
  return openBoothSelfTest({
    booth,
    print: printing.print,
    slip: testSlip,
    tell: client.selfTest,
    spokenLanguages: 2,
    draw: () => Number(DRAWN),
  });
}

test('a slip comes out cut, its digits typed and its code shown prove printer, screen and camera; nothing else was touched', async () => {
  const one = await openBench();
  const selfTest = testOf(one);
  const untouched = { printerTrouble: null, slipCodeTyped: false, cameraRead: null, spokenLanguages: 2 };
  expect(await selfTest.print()).toEqual({ ok: true, value: untouched });
  expect(one.pieces.map((piece) => inkRows(piece, TEST_INK))).toEqual([50]);
  for (const wrong of ['0743', '742', '']) {
    expect(await selfTest.typeDigits(wrong)).toEqual({ ok: false, error: { type: 'digits-wrong' } });
  }
  expect(await selfTest.showCode('BILIK-UJI-0743')).toEqual({ ok: false, error: { type: 'code-wrong' } });
  expect(one.tests).toEqual([untouched]);

  expect(await selfTest.typeDigits(DRAWN)).toMatchObject({ ok: true });
  expect(await selfTest.showCode(`BILIK-UJI-${DRAWN}`)).toMatchObject({ ok: true });
  expect(one.tests.at(-1)).toEqual({
    printerTrouble: null,
    slipCodeTyped: true,
    cameraRead: true,
    spokenLanguages: 2,
  });
  expect(one.booth.state()).toEqual({ name: 'idle' });
});

test('an open cover is told to the station by its name, and a slip after the repair forgets it', async () => {
  const one = await openBench();
  const selfTest = testOf(one);
  one.twin.command({ type: 'open-cover', afterRows: 0 });
  expect(await selfTest.print()).toEqual({
    ok: false,
    error: { type: 'printer-not-ready', trouble: 'cover-open' },
  });
  expect(one.tests).toEqual([
    { printerTrouble: 'cover-open', slipCodeTyped: false, cameraRead: null, spokenLanguages: 2 },
  ]);
  // the digits of a slip that nobody has are no digits
  expect(await selfTest.typeDigits(DRAWN)).toEqual({ ok: false, error: { type: 'digits-wrong' } });
  one.twin.command({ type: 'close-cover' });
  await one.printing.ready();
  expect(await selfTest.print()).toMatchObject({ ok: true });
  expect(one.tests.at(-1)).toMatchObject({ printerTrouble: null });
});

test('nothing is printed while a voter is served, or once the polls were opened', async () => {
  const one = await openBench();
  const selfTest = testOf(one);
  const notNow = { ok: false, error: { type: 'self-test-not-now' } };
  await one.booth.printTracker(HASH);
  const before = one.pieces.length;
  expect(await selfTest.print()).toEqual(notNow);
  await one.booth.reset();
  // the booth itself has not looked since: it asks the station anew
  one.phase = 'open';
  expect(await selfTest.print()).toEqual(notNow);
  expect(one.pieces).toHaveLength(before);
  expect(one.tests).toEqual([]);
});
