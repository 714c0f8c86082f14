import type { Board } from '../phase/board.ts';
import type { CaseReport, PollingPlace } from '../polling-place.ts';
import type { BoothCases } from './booth-cases.ts';
import type { Casting } from './casting.ts';
import type { SlipCounts } from './slip-counts.ts';

/** Ends booths' cases: what booth and people say of the paper is written in the same step. */
export function openCaseEnding(parts: {
  readonly cases: Pick<BoothCases, 'get'>;
  readonly casting: Pick<Casting, 'finish'>;
  readonly slipCounts: Pick<SlipCounts, 'report'>;
  readonly caseAnswerNote: Board['caseAnswerNote'];
}): PollingPlace['finishCase'] {
  return ({ booth, hash, slip, slipsPrinted, answeredBy }: CaseReport) => {
    const own = parts.cases.get(booth);
    // a cast always had its slip: that it has none is no booth's word
    const isPeoplesWord = slip === 'no-slip' && own?.state === 'cast' && own.hash === hash;
    const note =
      answeredBy.length > 0 || isPeoplesWord
        ? parts.caseAnswerNote({ booth, slip, answeredBy: [...answeredBy] })
        : { ok: true as const, value: () => undefined };
    if (!note.ok) return note;
    return parts.casting.finish(booth, hash, slip, () => {
      note.value();
      parts.slipCounts.report(booth, slipsPrinted);
    });
  };
}
