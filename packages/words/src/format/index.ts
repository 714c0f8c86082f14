export type { CivilDate, Zone } from './date.ts';
export {
  civilDateIn,
  formatDate,
  formatDateAndTime,
  formatDateWithoutWeekday,
  formatDuration,
  formatMonth,
  formatTime,
  formatWeekday,
  isCivilDate,
  ZONES,
} from './date.ts';
export { formatNumber, formatPercent, formatRupiah, inGroups } from './number.ts';
export { LARGEST_NUMBER_IN_WORDS, terbilang } from './number-words.ts';
export { placeNumber } from './place-number.ts';
