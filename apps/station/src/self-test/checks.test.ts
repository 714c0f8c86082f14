import type { SelfTestCheck as Check } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import {
  type BoothReading,
  type DeskReading,
  decideChecks,
  LEAST_FREE_DISK_BYTES,
  overallVerdict,
  SLOW_WRITE_MILLISECONDS,
  type StationReadings,
} from './checks.ts';

const GOOD: StationReadings = {
  nowMs: 1_000,
  clock: { notBeforeMs: 500, notAfterMs: 1_500 },
  isExercise: false,
  freeDiskBytes: LEAST_FREE_DISK_BYTES,
  firstMedium: { state: 'written', milliseconds: 4 },
  secondMedium: { state: 'written', milliseconds: 9 },
  mediaShareDevice: false,
  power: { onMains: true, batteryPercent: 90 },
};
const BOOTH: BoothReading = {
  number: 1,
  test: { printerTrouble: null, slipCodeTyped: true, cameraRead: true, spokenLanguages: 3 },
};
const DESK: DeskReading = { number: 2, test: { scannerRead: true, readerRead: true } };

const findings = (checks: readonly Check[]) =>
  checks.map(({ check, verdict, finding }) => [check, verdict, finding]);

test('a place in order is go in every check', () => {
  const checks = decideChecks(GOOD, [BOOTH], [DESK]);
  expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['go']));
  expect(checks.map(({ check }) => check)).toEqual([
    'clock',
    'disk',
    'first-medium',
    'second-medium',
    'power',
    'printer',
    'screen',
    'scanner',
    'voice',
    'scanner',
    'reader',
  ]);
  expect(overallVerdict(checks)).toBe('go');
});

test('the right clock of an exercise is said to be one of any day, not that of the voting day', () => {
  const clockOf = (isExercise: boolean) =>
    findings(decideChecks({ ...GOOD, isExercise }, [BOOTH], [DESK]))[0];
  expect(clockOf(false)).toEqual(['clock', 'go', 'clock.right']);
  expect(clockOf(true)).toEqual(['clock', 'go', 'clock.exercise']);
});

describe('one planted fault for each check', () => {
  const station = (changed: Partial<StationReadings>) =>
    decideChecks({ ...GOOD, ...changed }, [BOOTH], [DESK]);
  const booth = (test: BoothReading['test']) => decideChecks(GOOD, [{ number: 1, test }], [DESK]);
  const desk = (test: DeskReading['test']) => decideChecks(GOOD, [BOOTH], [{ number: 2, test }]);
  test.each<[string, readonly Check[], Check['check'], Check['verdict'], Check['finding']]>([
    ['a clock of last year', station({ nowMs: 499 }), 'clock', 'no-go', 'clock.wrong'],
    ['a clock of tomorrow', station({ nowMs: 1_501 }), 'clock', 'no-go', 'clock.wrong'],
    ['a full disk', station({ freeDiskBytes: LEAST_FREE_DISK_BYTES - 1 }), 'disk', 'no-go', 'disk.short'],
    ['no stick', station({ secondMedium: { state: 'absent' } }), 'second-medium', 'no-go', 'medium.absent'],
    [
      'a stick that takes nothing',
      station({ secondMedium: { state: 'failed', reason: 'EROFS' } }),
      'second-medium',
      'no-go',
      'medium.failed',
    ],
    [
      'a stick that was never mounted: its folder is on the disk of the first',
      station({ mediaShareDevice: true }),
      'second-medium',
      'no-go',
      'medium.shared',
    ],
    [
      'an exercise on one computer',
      station({ mediaShareDevice: true, isExercise: true }),
      'second-medium',
      'attention',
      'medium.shared',
    ],
    [
      'a stick that takes nothing, on one computer',
      station({ mediaShareDevice: true, secondMedium: { state: 'failed', reason: 'EROFS' } }),
      'second-medium',
      'no-go',
      'medium.failed',
    ],
    [
      'a slow stick',
      station({ secondMedium: { state: 'written', milliseconds: SLOW_WRITE_MILLISECONDS + 1 } }),
      'second-medium',
      'attention',
      'medium.slow',
    ],
    [
      'a disk that fails',
      station({ firstMedium: { state: 'failed', reason: 'EIO' } }),
      'first-medium',
      'no-go',
      'medium.failed',
    ],
    [
      'on battery',
      station({ power: { onMains: false, batteryPercent: 80 } }),
      'power',
      'attention',
      'power.battery',
    ],
    [
      'a low battery',
      station({ power: { onMains: true, batteryPercent: 49 } }),
      'power',
      'attention',
      'power.low',
    ],
    [
      'a machine that does not say',
      station({ power: { onMains: null, batteryPercent: null } }),
      'power',
      'attention',
      'power.unknown',
    ],
    ['a booth that nobody tried', booth(null), 'printer', 'no-go', 'notTried'],
    [
      'a printer with its cover open',
      booth({ printerTrouble: 'cover-open', slipCodeTyped: false, cameraRead: null, spokenLanguages: 3 }),
      'printer',
      'no-go',
      'printer.trouble',
    ],
    [
      'a slip that nobody can read',
      booth({ printerTrouble: null, slipCodeTyped: false, cameraRead: true, spokenLanguages: 3 }),
      'printer',
      'no-go',
      'printer.slipNotRead',
    ],
    [
      'a camera that sees nothing',
      booth({ printerTrouble: null, slipCodeTyped: true, cameraRead: false, spokenLanguages: 3 }),
      'scanner',
      'attention',
      'notTried',
    ],
    [
      'a booth that says nothing',
      booth({ printerTrouble: null, slipCodeTyped: true, cameraRead: true, spokenLanguages: 0 }),
      'voice',
      'attention',
      'voice.none',
    ],
    [
      'a booth that lacks a language',
      booth({ printerTrouble: null, slipCodeTyped: true, cameraRead: true, spokenLanguages: 2 }),
      'voice',
      'attention',
      'voice.partly',
    ],
    ['a desk that nobody tried', desk(null), 'reader', 'attention', 'notTried'],
    [
      'a desk without reader',
      desk({ scannerRead: true, readerRead: null }),
      'reader',
      'attention',
      'reader.none',
    ],
  ])('%s', (_name, checks, check, verdict, finding) => {
    expect(findings(checks)).toContainEqual([check, verdict, finding]);
    expect(overallVerdict(checks)).toBe(verdict);
  });
});
