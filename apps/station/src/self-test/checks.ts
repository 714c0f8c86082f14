import type { PrinterTrouble } from '@bilik/devices/printer-trouble';
import type {
  SelfTestCheck as Check,
  SelfTestCheckName as CheckName,
  SelfTestFinding as Finding,
  SelfTestVerdict as Verdict,
} from '@bilik/election';
import { BOOTH_LANGUAGES } from '@bilik/words';

/** A synced write of a few bytes to one medium: how long it took, or what it said. */
export type MediumReading =
  | { readonly state: 'written'; readonly milliseconds: number }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'absent' };

/** What the station reads of itself. */
export interface StationReadings {
  /** Unix milliseconds. */
  readonly nowMs: number;
  /** Instants between which the clock must stand on the day, from the package. */
  readonly clock: { readonly notBeforeMs: number; readonly notAfterMs: number };
  /** The package of an exercise names no day, but a year; and it may be held on one computer. */
  readonly isExercise: boolean;
  readonly freeDiskBytes: number;
  readonly firstMedium: MediumReading;
  readonly secondMedium: MediumReading;
  /** The second medium lies on the same disk as the first: no stick is there, or the folder is not it. */
  readonly mediaShareDevice: boolean;
  readonly power: PowerReading;
}

/** Null where the machine does not say. */
export interface PowerReading {
  readonly onMains: boolean | null;
  /** 0 to 100 of the weakest battery; null without one. */
  readonly batteryPercent: number | null;
}

/** What one booth said of its own test; `null` = not tried since the station started. */
export interface BoothReading {
  readonly number: number;
  readonly test: {
    readonly printerTrouble: PrinterTrouble | null;
    /** A person typed on the booth's own screen the code that stands on the test slip. */
    readonly slipCodeTyped: boolean;
    /** The booth's camera read the test slip's QR code; null: it has none, cards are typed. */
    readonly cameraRead: boolean | null;
    /** In how many of the booth's languages it can speak, 0 to all. */
    readonly spokenLanguages: number;
  } | null;
}

/** What one desk said of its own test. */
export interface DeskReading {
  readonly number: number;
  readonly test: {
    /** Null: it has no camera or scanner; invitations are typed. */
    readonly scannerRead: boolean | null;
    /** Null: it has no card reader. */
    readonly readerRead: boolean | null;
  } | null;
}

/** A day's record, papers and both copies of the store need about 120 MB for 1,400 voters; twice that, and as much again for the system. */
export const LEAST_FREE_DISK_BYTES: number = 500 * 1024 * 1024;
/** A cast waits for two synced writes on each medium; slower than this the queue feels it. */
export const SLOW_WRITE_MILLISECONDS = 250;
/** With less charge a day without mains does not reach the count. */
export const LOW_BATTERY_PERCENT = 50;

const STATION = { device: 'station' } as const;

/** Every check of the whole place, in the order in which a technician walks. */
export function decideChecks(
  station: StationReadings,
  booths: readonly BoothReading[],
  desks: readonly DeskReading[],
): readonly Check[] {
  return [
    clockCheck(station),
    diskCheck(station),
    mediumCheck('first-medium', station.firstMedium),
    sharedCheck(station) ?? mediumCheck('second-medium', station.secondMedium),
    powerCheck(station.power),
    ...booths.flatMap(boothChecks),
    ...desks.flatMap(deskChecks),
  ];
}

/** The worst verdict is that of the whole. */
export function overallVerdict(checks: readonly Check[]): Verdict {
  if (checks.some(({ verdict }) => verdict === 'no-go')) return 'no-go';
  return checks.some(({ verdict }) => verdict === 'attention') ? 'attention' : 'go';
}

function clockCheck({ nowMs, clock, isExercise }: StationReadings): Check {
  const isRight = nowMs >= clock.notBeforeMs && nowMs <= clock.notAfterMs;
  return {
    of: STATION,
    check: 'clock',
    verdict: isRight ? 'go' : 'no-go',
    finding: !isRight ? 'clock.wrong' : isExercise ? 'clock.exercise' : 'clock.right',
    values: {},
  };
}

function diskCheck({ freeDiskBytes }: StationReadings): Check {
  const isEnough = freeDiskBytes >= LEAST_FREE_DISK_BYTES;
  return {
    of: STATION,
    check: 'disk',
    verdict: isEnough ? 'go' : 'no-go',
    finding: isEnough ? 'disk.enough' : 'disk.short',
    values: {
      megabytes: Math.floor(freeDiskBytes / 1024 ** 2),
      neededMegabytes: LEAST_FREE_DISK_BYTES / 1024 ** 2,
    },
  };
}

/** A second medium that takes writes and dies with the first: on the day it is none. An exercise goes on, and says so. */
function sharedCheck({ secondMedium, mediaShareDevice, isExercise }: StationReadings): Check | undefined {
  if (secondMedium.state !== 'written' || !mediaShareDevice) return undefined;
  return {
    of: STATION,
    check: 'second-medium',
    verdict: isExercise ? 'attention' : 'no-go',
    finding: 'medium.shared',
    values: { medium: 2 },
  };
}

function mediumCheck(check: 'first-medium' | 'second-medium', reading: MediumReading): Check {
  const said = (verdict: Verdict, finding: Finding, values: Check['values'] = {}): Check => ({
    of: STATION,
    check,
    verdict,
    finding,
    values: { medium: check === 'first-medium' ? 1 : 2, ...values },
  });
  switch (reading.state) {
    case 'absent':
      return said('no-go', 'medium.absent');
    case 'failed':
      return said('no-go', 'medium.failed');
    case 'written':
      return reading.milliseconds > SLOW_WRITE_MILLISECONDS
        ? said('attention', 'medium.slow', { milliseconds: Math.round(reading.milliseconds) })
        : said('go', 'medium.good', { milliseconds: Math.max(1, Math.round(reading.milliseconds)) });
  }
}

function powerCheck({ onMains, batteryPercent }: PowerReading): Check {
  const said = (verdict: Verdict, finding: Finding): Check => ({
    of: STATION,
    check: 'power',
    verdict,
    finding,
    values: { percent: batteryPercent ?? 0 },
  });
  if (batteryPercent !== null && batteryPercent < LOW_BATTERY_PERCENT) return said('attention', 'power.low');
  if (onMains === true) return said('go', 'power.mains');
  return batteryPercent === null ? said('attention', 'power.unknown') : said('attention', 'power.battery');
}

function boothChecks({ number, test }: BoothReading): readonly Check[] {
  const of = { device: 'booth', number } as const;
  const said = (
    check: CheckName,
    verdict: Verdict,
    finding: Finding,
    values: Check['values'] = {},
  ): Check => ({
    of,
    check,
    verdict,
    finding,
    values,
  });
  if (test === null) return [said('printer', 'no-go', 'notTried'), said('screen', 'no-go', 'notTried')];
  const printer =
    test.printerTrouble !== null
      ? said('printer', 'no-go', 'printer.trouble', { trouble: test.printerTrouble })
      : test.slipCodeTyped
        ? said('printer', 'go', 'printer.slipRead')
        : said('printer', 'no-go', 'printer.slipNotRead');
  // who typed the code touched the screen
  const screen = test.slipCodeTyped
    ? said('screen', 'go', 'screen.touched')
    : said('screen', 'no-go', 'notTried');
  const scanner =
    test.cameraRead === null
      ? []
      : [test.cameraRead ? said('scanner', 'go', 'scanner.read') : said('scanner', 'attention', 'notTried')];
  return [printer, screen, ...scanner, voiceCheck(said, test.spokenLanguages)];
}

/** Without voices a booth serves; who does not see or read needs a helper there, and officers should know before that voter comes. */
function voiceCheck(
  said: (check: CheckName, verdict: Verdict, finding: Finding, values: Check['values']) => Check,
  languages: number,
): Check {
  const values = { languages, ofLanguages: BOOTH_LANGUAGES.length };
  if (languages === 0) return said('voice', 'attention', 'voice.none', values);
  return languages < BOOTH_LANGUAGES.length
    ? said('voice', 'attention', 'voice.partly', values)
    : said('voice', 'go', 'voice.whole', values);
}

function deskChecks({ number, test }: DeskReading): readonly Check[] {
  const of = { device: 'desk', number } as const;
  const said = (check: CheckName, verdict: Verdict, finding: Finding): Check => ({
    of,
    check,
    verdict,
    finding,
    values: {},
  });
  // people can always be found by name: a desk without devices serves, more slowly
  if (test === null)
    return [said('scanner', 'attention', 'notTried'), said('reader', 'attention', 'notTried')];
  return [
    test.scannerRead === true
      ? said('scanner', 'go', 'scanner.read')
      : said('scanner', 'attention', 'notTried'),
    test.readerRead === null
      ? said('reader', 'attention', 'reader.none')
      : test.readerRead
        ? said('reader', 'go', 'reader.read')
        : said('reader', 'attention', 'notTried'),
  ];
}
