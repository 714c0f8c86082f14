import { type CivilTime, civilTimeSchema } from './civil-time.ts';

interface FigureHours {
  /** When voting opens: set hours are counted from its full hour. */
  readonly opens: CivilTime;
  /** 1 to 12; 0: figures do not leave before sealing. */
  readonly everyHours: number;
}

/**
 * The last set hour that has struck, at which coarse figures leave: finer ones would show, joined with who came when, a curve of the day.
 * Hours of one day are compared, as everywhere on the day.
 * @returns undefined before the first one, and where figures do not leave
 */
export function lastFigureHour(now: CivilTime, { opens, everyHours }: FigureHours): number | undefined {
  const first = hourOf(opens);
  const passed = hourOf(now) - first;
  return everyHours === 0 || passed < 0 ? undefined : first + Math.floor(passed / everyHours) * everyHours;
}

/** The next set hour, as `HH:00`; undefined when none comes on this day. */
export function nextFigureHour(now: CivilTime, hours: FigureHours): CivilTime | undefined {
  const last = lastFigureHour(now, hours);
  if (hours.everyHours === 0) return undefined;
  const next = last === undefined ? hourOf(hours.opens) : last + hours.everyHours;
  return next > 23 ? undefined : civilTimeSchema.parse(`${String(next).padStart(2, '0')}:00`);
}

const hourOf = (time: CivilTime): number => Number(time.slice(0, 2));
