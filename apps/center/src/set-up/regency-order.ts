import { type CivilDate, civilClock, parseCivilDate, type Result, succeed, type Zone } from '@bilik/election';
import { findRegency } from '@bilik/intake';
import { addDays } from '@bilik/preparation';
import type { InitOrder, InitRefusal } from './init-regency.ts';

/** Time for every stage of the general calendar before voting. */
const PREPARATION_DAYS = 200;
const WEDNESDAY = 3;

/** Provinces of the central and eastern zone, by code; all others are western (Keppres 41/1987, its later provinces alike). */
const WITA: readonly string[] = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const WIT: readonly string[] = ['81', '82', '91', '92', '93', '94', '95', '96', '97'];

/** The zone in which a regency's wall clocks stand. */
export function zoneOf(regency: string): Zone {
  const province = regency.slice(0, 2);
  return WIT.includes(province) ? 'WIT' : WITA.includes(province) ? 'WITA' : 'WIB';
}

/**
 * What `center init --regency` was asked for.
 * @param given.votingDate as typed; left out: the first Wednesday that leaves time for the whole calendar
 * @errors no such regency, no such day; nothing was made
 */
export function readInitOrder(
  given: {
    readonly regency: string;
    readonly votingDate: string | undefined;
    readonly kind: 'exercise' | 'real';
    readonly villages: number | undefined;
  },
  now: Date,
): Result<InitOrder, InitRefusal> {
  const found = findRegency(given.regency);
  if (!found.ok) return found;
  const zone = zoneOf(found.value.code);
  if (given.villages !== undefined && !(Number.isInteger(given.villages) && given.villages > 0)) {
    return {
      ok: false,
      error: {
        type: 'villages',
        sentence: {
          id: 'Jumlah desa harus bilangan bulat mulai 1. Tidak ada yang dibuat.',
          en: 'The number of villages is a whole number from 1. Nothing was made.',
        },
      },
    };
  }
  const date = given.votingDate === undefined ? undefined : parseCivilDate(given.votingDate);
  if (date?.ok === false) {
    return {
      ok: false,
      error: {
        type: 'civil-date',
        sentence: {
          id: `"${given.votingDate?.slice(0, 20)}" bukan tanggal. Tidak ada yang dibuat. Tulis TTTT-BB-HH, misalnya 2027-06-09.`,
          en: `"${given.votingDate?.slice(0, 20)}" is no date. Nothing was made. Write YYYY-MM-DD, for example 2027-06-09.`,
        },
      },
    };
  }
  return succeed({
    regency: found.value.code,
    kind: given.kind,
    zone,
    votingDate:
      date?.value ?? firstWednesday(addDays(civilClock(now.getTime(), zone).date, PREPARATION_DAYS)),
    ...(given.villages === undefined ? {} : { villages: given.villages }),
  });
}

function firstWednesday(from: CivilDate): CivilDate {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  return addDays(from, (WEDNESDAY - weekday + 7) % 7);
}
