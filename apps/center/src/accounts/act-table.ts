import type { Bilingual } from '@bilik/election';
import type { Role } from './roles.ts';

/** Who may do one thing. Where they may do it, their area says, and the database holds them to it. */
export interface ActRule {
  readonly roles: readonly Role[];
  /** What is done, as the printed matrix says it. */
  readonly sentence: Bilingual;
}

/** The acts of one room by name: the room, a dot, the act (`voters.correct`). */
export type ActTable = Readonly<Record<string, ActRule>>;
