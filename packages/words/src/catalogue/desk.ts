import { deskRefused } from './desk/refused.ts';
import { deskWork } from './desk/work.ts';

/** The desk (meja e-verifikasi): who may vote, and one ballot released for each who came. */
export const desk = {
  id: { ...deskWork.id, ...deskRefused.id },
  en: { ...deskWork.en, ...deskRefused.en },
} as const;
