import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import { expect, test } from 'vitest';
import { openBoothPrinters } from './booth-printers.ts';

test('each booth’s last word stands, by the booths’ numbers, until the booth takes it back; only news is news', () => {
  const printers = openBoothPrinters();
  expect(printers.hear(3, 'jam', 'enough')).toBe(true);
  expect(printers.hear(1, 'paper-out', 'enough')).toBe(true);
  expect(printers.hear(1, 'paper-out', 'enough')).toBe(false);
  expect(printers.hear(2, 'none', 'enough')).toBe(false);
  expect(printers.hear(3, 'cutter', 'enough')).toBe(true);
  expect(printers.inTrouble()).toEqual([
    { booth: 1, trouble: 'paper-out' },
    { booth: 3, trouble: 'cutter' },
  ]);
  expect([1, 2, 3].map((booth) => printers.of(booth).printer)).toEqual(['paper-out', 'none', 'cutter']);
  expect(printers.hear(1, 'none', 'enough')).toBe(true);
  expect(printers.hear(3, 'none', 'enough')).toBe(true);
  expect(printers.inTrouble()).toEqual([]);
});

test('nothing but the word is held: no time and no count of what was said before', () => {
  const once = openBoothPrinters();
  const often = openBoothPrinters();
  for (const trouble of PRINTER_TROUBLES) often.hear(1, trouble, 'enough');
  once.hear(1, 'jam', 'enough');
  often.hear(1, 'jam', 'enough');
  expect(often.inTrouble()).toEqual(once.inTrouble());
});

test('paper that runs low is told apart from a printer that does not print', () => {
  const printers = openBoothPrinters();
  expect(printers.hear(2, 'none', 'low')).toBe(true);
  expect(printers.hear(2, 'none', 'low')).toBe(false);
  expect(printers.hear(1, 'jam', 'nearly-out')).toBe(true);
  expect(printers.of(2)).toEqual({ printer: 'none', paper: 'low' });
  expect(printers.inTrouble()).toEqual([{ booth: 1, trouble: 'jam' }]);
  expect(printers.runningLow()).toEqual([
    { booth: 1, paper: 'nearly-out' },
    { booth: 2, paper: 'low' },
  ]);
  expect(printers.hear(2, 'none', 'enough')).toBe(true);
  expect(printers.runningLow()).toHaveLength(1);
});
