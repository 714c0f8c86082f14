import type { Phase } from '@bilik/election';
import type { InterruptedCases } from '../people/interrupted-cases.ts';
import type { StationStanding } from '../polling-place.ts';
import type { BoothCase } from './booth-cases.ts';
import type { CardQuestions } from './card-questions.ts';
import type { Casting } from './casting.ts';

/** What booths are served at this moment: the day itself, or the logic and accuracy test before it. */
export interface BoothService {
  /** Names the test that runs, 16 hex digits; null on the day. A booth that hears another name begins anew. */
  readonly logicTest: string | null;
  /** Text of the election object that ballots are made for. */
  readonly electionText: string;
  readonly casting: Pick<Casting, 'seal' | 'prove' | 'confirm' | 'spoil'>;
  readonly cardQuestions: CardQuestions;
  readonly boothCase: (booth: number) => BoothCase | undefined;
  readonly phase: () => Phase;
  readonly interruptedCases: InterruptedCases;
  readonly standing: () => StationStanding;
}
