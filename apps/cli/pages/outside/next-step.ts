import type { OutsideView } from './wire.ts';

/** What is due now, seen from outside the devices; each has its sentence `exercise.next.<step>`. */
export type NextStep =
  | 'no-answer'
  | 'self-test'
  | 'begin-logic-test'
  | 'logic-test'
  | 'zero-report'
  | 'open'
  | 'check-in'
  | 'vote'
  | 'to-booth'
  | 'follow-booth'
  | 'mend'
  | 'more-or-close'
  | 'resume'
  | 'trustees'
  | 'open-sum'
  | 'minutes'
  | 'check';

type PrinterView = OutsideView['printers'][number];

/** Whether a printer can print and says truly what it printed. */
export function isFine(printer: PrinterView): boolean {
  return printer.pluggedIn && printer.paper !== 'out' && printer.jam === 'none' && printer.lie === 'none';
}

/**
 * The next step of the day. The board knows finer ones; a newcomer needs to know at which table to stand.
 * @param hasCard whether this page holds a card
 */
export function nextStep(
  { day, printers }: Pick<OutsideView, 'day' | 'printers'>,
  hasCard: boolean,
): NextStep {
  if (day === null) return 'no-answer';
  switch (day.phase) {
    case 'configured':
      return day.testDue ?? 'zero-report';
    case 'zero_proven':
      return 'open';
    case 'open':
      if (!printers.every(isFine)) return 'mend';
      if (day.openCases > 0 || printers.some(({ slipHangs }) => slipHangs)) return 'follow-booth';
      if (hasCard) return 'to-booth';
      if (day.onTheirWay > 0) return 'vote';
      return day.casts === 0 ? 'check-in' : 'more-or-close';
    case 'paused':
      return 'resume';
    case 'closed':
      return day.shares.given < day.shares.needed ? 'trustees' : 'open-sum';
    case 'counted':
      return 'minutes';
    case 'sealed':
      return 'check';
    default:
      return day.phase satisfies never;
  }
}

/** Places of the day's list, in order; each names the steps during which one stands there. */
export const DAY_PLACES = {
  board: ['self-test', 'begin-logic-test', 'zero-report', 'open', 'resume'],
  desk: ['self-test', 'check-in', 'more-or-close'],
  card: ['vote'],
  booth: ['self-test', 'to-booth', 'follow-booth', 'logic-test'],
  close: ['more-or-close'],
  trustee: ['trustees'],
  result: ['open-sum', 'minutes', 'check'],
} as const satisfies Record<string, readonly NextStep[]>;
export type DayPlace = keyof typeof DAY_PLACES;

/** Whether one stands at that place now. */
export function isDue(place: DayPlace, step: NextStep): boolean {
  return DAY_PLACES[place].some((due) => due === step);
}
