import { boardAttendance } from './board/attendance.ts';
import { boardClosing } from './board/closing.ts';
import { boardCommands } from './board/commands.ts';
import { boardMedia } from './board/media.ts';
import { boardOutgoing } from './board/outgoing.ts';
import { boardPapers } from './board/papers.ts';
import { boardRefusals } from './board/refusals.ts';
import { boardResult } from './board/result.ts';
import { boardSending } from './board/sending.ts';
import { boardToday } from './board/today.ts';

/** The board of the polling place (papan TPS): the day, its closing, the result and how to check it. */
export const board = {
  id: {
    ...boardToday.id,
    ...boardAttendance.id,
    ...boardCommands.id,
    ...boardClosing.id,
    ...boardResult.id,
    ...boardRefusals.id,
    ...boardMedia.id,
    ...boardOutgoing.id,
    ...boardPapers.id,
    ...boardSending.id,
  },
  en: {
    ...boardToday.en,
    ...boardAttendance.en,
    ...boardCommands.en,
    ...boardClosing.en,
    ...boardResult.en,
    ...boardRefusals.en,
    ...boardMedia.en,
    ...boardOutgoing.en,
    ...boardPapers.en,
    ...boardSending.en,
  },
} as const;
