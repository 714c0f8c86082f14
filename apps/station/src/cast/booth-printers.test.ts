import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import { expect, test } from 'vitest';
import { openBoothPrinters } from './booth-printers.ts';

test('each booth’s last word stands, by the booths’ numbers, until the booth takes it back; only news is news', () => {
  const printers = openBoothPrinters();
  expect(printers.hear(3, 'jam')).toBe(true);
  expect(printers.hear(1, 'paper-out')).toBe(true);
  expect(printers.hear(1, 'paper-out')).toBe(false);
  expect(printers.hear(2, 'none')).toBe(false);
  expect(printers.hear(3, 'cutter')).toBe(true);
  expect(printers.inTrouble()).toEqual([
    { booth: 1, trouble: 'paper-out' },
    { booth: 3, trouble: 'cutter' },
  ]);
  expect([1, 2, 3].map(printers.of)).toEqual(['paper-out', 'none', 'cutter']);
  expect(printers.hear(1, 'none')).toBe(true);
  expect(printers.hear(3, 'none')).toBe(true);
  expect(printers.inTrouble()).toEqual([]);
});

test('nothing but the word is held: no time and no count of what was said before', () => {
  const once = openBoothPrinters();
  const often = openBoothPrinters();
  for (const trouble of PRINTER_TROUBLES) often.hear(1, trouble);
  once.hear(1, 'jam');
  often.hear(1, 'jam');
  expect(often.inTrouble()).toEqual(once.inTrouble());
});
