import type { StationStanding } from '../station/station-memory.ts';

/** Which paper people must look at, after something stopped in the middle. */
export type QuestionAbout =
  /** The vote counts; its slip may still lack SAH. */
  | 'cast'
  /** The vote does not count; its slip may still lack BATAL. */
  | 'void';

/** What the two people who answer may say. */
export type QuestionAnswer = 'print-mark' | 'mark-is-there' | 'no-slip';

/**
 * Where one booth is. A choice is in none of these: it lives in the memory of the process only while its slip is printed.
 *
 * | state | what is true | what the paper shows |
 * |---|---|---|
 * | idle | nothing is under way | nothing hangs |
 * | tracker-printed | nothing reached the station | the tracker slip is with the voter |
 * | sealing | the station may hold the ballot as `sealing` | nothing yet |
 * | slip-printing, slip-held | the station holds it as `sealing` | a slip without SAH: does not count |
 * | confirming | `sealing` or `cast`; the station knows, and the voter's yes waits until it takes it | a slip without SAH |
 * | marking (SAH) | `cast` | SAH is being printed |
 * | spoiling | `sealing` or void; a no waits in the same way | a slip without SAH |
 * | marking (BATAL) | void | BATAL is being printed |
 * | question | as the station says | people look |
 * | finished | nothing is under way | the slip was cut |
 * | station-older | what the right station says, not this one | a slip may hang without a mark |
 */
export type BoothState =
  | { readonly name: 'starting' }
  | { readonly name: 'idle' }
  | { readonly name: 'tracker-printing'; readonly hash: string }
  | { readonly name: 'tracker-printed'; readonly hash: string }
  | { readonly name: 'sealing'; readonly hash: string }
  | { readonly name: 'slip-printing'; readonly hash: string }
  | { readonly name: 'slip-held'; readonly hash: string }
  | { readonly name: 'confirming'; readonly hash: string }
  | { readonly name: 'spoiling'; readonly hash: string }
  | { readonly name: 'marking'; readonly hash: string; readonly mark: 'sah' | 'batal' }
  | {
      readonly name: 'question';
      readonly hash: string;
      readonly about: QuestionAbout;
      readonly why: QuestionWhy;
    }
  | { readonly name: 'proving'; readonly hash: string }
  | { readonly name: 'finished'; readonly outcome: 'cast' | 'spoiled' | 'proved'; readonly hash: string }
  /** The station runs on an older copy of its folder. Nothing is told to it and nothing printed until the right one is back. */
  | { readonly name: 'station-older'; readonly found: StationStanding; readonly seen: StationStanding };

/** Why people are asked: the process was restarted, or the printer did not finish. */
export type QuestionWhy = 'restarted' | 'printer-stopped';
