import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStationLine } from './station.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bilik-line-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const prepare = (station: string, role = 'trustee') =>
  writeFileSync(
    join(home, 'device.json'),
    JSON.stringify({
      format: 'bilik/device/1',
      prepared: { device: `${role}-1`, role, number: 1, secret: '01'.repeat(32) },
      stations: [station],
      authority: null,
    }),
  );

test('a device that is prepared, or prepared anew, while its process runs speaks to the station of now', () => {
  const line = openStationLine(home, () => undefined);
  expect(line()).toBeUndefined();
  prepare('http://192.168.50.1:4101', 'booth');
  expect(line()).toBeUndefined();
  prepare('http://192.168.50.1:4101');
  const first = line();
  expect(first?.station()).toBe('http://192.168.50.1:4101');
  expect(line()).toBe(first);
  prepare('http://192.168.50.2:4101');
  expect(line()?.station()).toBe('http://192.168.50.2:4101');
  // a stick that is pulled in the middle of writing
  writeFileSync(join(home, 'device.json'), '{');
  expect(line()?.station()).toBe('http://192.168.50.2:4101');
});
