import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeBytes, probeMedium, readPower } from './machine-readings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-readings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function supply(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, name));
  for (const [file, word] of Object.entries(files)) writeFileSync(join(folder, name, file), `${word}\n`);
}

test('a medium is written to, and nothing stays on it', () => {
  expect(probeMedium(folder)).toMatchObject({ state: 'written' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a medium that is gone has failed', () => {
  expect(probeMedium(join(folder, 'gone'))).toMatchObject({ state: 'failed' });
});

test('free space is that of the folder itself', () => {
  expect(freeBytes(folder)).toBeGreaterThan(0);
});

test('a laptop on mains, with the battery of a mouse beside its own', () => {
  supply('AC', { type: 'Mains', online: '1' });
  supply('BAT0', { type: 'Battery', capacity: '88', scope: 'System' });
  supply('mouse', { type: 'Battery', capacity: '3', scope: 'Device' });
  expect(readPower(folder)).toEqual({ onMains: true, batteryPercent: 88 });
});

test('on battery, the weaker of two counts', () => {
  supply('AC', { type: 'Mains', online: '0' });
  supply('BAT0', { type: 'Battery', capacity: '88' });
  supply('BAT1', { type: 'Battery', capacity: '12' });
  expect(readPower(folder)).toEqual({ onMains: false, batteryPercent: 12 });
});

test('a machine that says nothing, or nonsense, is not believed to have power', () => {
  supply('odd', { type: 'Battery', capacity: 'full' });
  expect(readPower(folder)).toEqual({ onMains: null, batteryPercent: null });
  expect(readPower(join(folder, 'nowhere'))).toEqual({ onMains: null, batteryPercent: null });
});
