import { selfTestBoard } from './self-test/board.ts';
import { selfTestDevices } from './self-test/devices.ts';
import { selfTestFindings } from './self-test/findings.ts';

/** The self-test (uji diri) before the polls open, on every screen and paper. Pages join only the part that they show. */
export const selfTest = {
  id: { ...selfTestFindings.id, ...selfTestBoard.id, ...selfTestDevices.id },
  en: { ...selfTestFindings.en, ...selfTestBoard.en, ...selfTestDevices.en },
} as const;
