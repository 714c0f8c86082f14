import type { ElectionDefinition } from '@bilik/election';
import type { BoothCase } from '../cast/booth-cases.ts';
import type { CastRefusal } from '../cast/casting.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { CaseReport, PollingPlace } from '../polling-place.ts';
import type { Confirmations, PinCheck, PinRefusal } from './pin-check.ts';

/** A booth's word on how its case ended. */
export interface CaseWord extends Omit<CaseReport, 'answeredBy'> {
  /** Whether the printer answered, or the two people who stand at this case. */
  readonly said: 'by-printer' | 'by-people';
}

/** This station knows of no two people at that case: it was started again since they proved who they are. */
export interface PeopleNotHere {
  readonly type: 'people-not-here';
}

/**
 * What people say of the paper of an interrupted case. They prove who they are before the booth prints a mark for them, so that a wrong PIN
 * leaves the paper as it is; their names are kept with the case when it ends, and until then in memory only. No PIN lies in a booth
 * while its printer works.
 */
export interface InterruptedCases {
  /** Two people stand at the open case of this booth, whose paper they look at. Said again, it is the same. */
  readonly bringPeople: (
    booth: number,
    hash: string,
    confirmations: Confirmations,
  ) => Promise<
    | { readonly ok: true; readonly value: object }
    | { readonly ok: false; readonly error: PinRefusal | PeopleRefusal | CastRefusal }
  >;
  readonly end: (
    word: CaseWord,
  ) => ReturnType<PollingPlace['finishCase']> | { readonly ok: false; readonly error: PeopleNotHere };
}

export function openInterruptedCases(parts: {
  readonly definition: ElectionDefinition;
  readonly pins: PinCheck;
  readonly caseOf: (booth: number) => BoothCase | undefined;
  readonly finishCase: PollingPlace['finishCase'];
}): InterruptedCases {
  const standing = new Map<number, { readonly hash: string; readonly people: readonly string[] }>();
  const isOpen = (booth: number, hash: string): boolean => {
    const own = parts.caseOf(booth);
    return own !== undefined && own.state !== 'idle' && own.hash === hash;
  };

  return {
    async bringPeople(booth, hash, confirmations) {
      if (!isOpen(booth, hash)) return { ok: false, error: { type: 'not-this-booths-case' } };
      const checked = await parts.pins.check(confirmations);
      if (!checked.ok) return checked;
      const people = confirmAct(parts.definition, 'settle_open_case', checked.value);
      if (!people.ok) return people;
      standing.set(booth, { hash, people: checked.value });
      return { ok: true, value: {} };
    },
    end({ said, ...report }) {
      const { booth, hash } = report;
      const found = standing.get(booth);
      const people = said === 'by-people' && found?.hash === hash ? found.people : undefined;
      // a case that ended before is answered as it was then, whoever had stood there
      if (said === 'by-people' && people === undefined && isOpen(booth, hash)) {
        return { ok: false, error: { type: 'people-not-here' } };
      }
      const ended = parts.finishCase({ ...report, answeredBy: people ?? [] });
      if (ended.ok) standing.delete(booth);
      return ended;
    },
  };
}
