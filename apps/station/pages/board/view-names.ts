import type { Phase } from './board-answers.ts';

/** The views of the board; the names stand in the address after `#`. */
export const VIEWS = [
  'hari-ini',
  'kehadiran',
  'penutupan',
  'hasil',
  'kartu-dan-bukti',
  'media',
  'qr-keluar',
  'perangkat',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** The view that an address asks for; `undefined` when it asks for none. */
export function viewOf(hash: string): ViewName | undefined {
  return VIEWS.find((name) => `#${name}` === hash);
}

/** The view that lies open while nobody has chosen one. */
export function viewOfPhase(phase: Phase): ViewName {
  switch (phase) {
    case 'closed':
    case 'counted':
      return 'penutupan';
    case 'sealed':
      return 'hasil';
    default:
      return 'hari-ini';
  }
}
