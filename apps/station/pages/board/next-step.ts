import type { Language } from '@bilik/words';
import { clockTime } from '../common/clock-time.ts';
import type { BoardAnswer } from './board-answers.ts';
import type { BoardSay } from './board-words.ts';
import { closingSteps, emptyFields } from './closing/way-to-seal.ts';
import { isLogicTestNext } from './logic-test/is-next.ts';
import { faultInWords } from './media/media-words.ts';
import { firstNoGo } from './today/self-test.tsx';
import { isSelfTestBehind } from './today/way-to-open.ts';
import type { ViewName } from './view-names.ts';

/** What the board does next, and on which view. */
export interface NextStep {
  readonly view: ViewName;
  readonly text: string;
}

/** The guided line: always one next act, so that a newcomer needs nobody's help. */
export function nextStep(state: BoardAnswer, say: BoardSay, language: Language): NextStep {
  const { phase, voting, shares, media } = state;
  if (media.state === 'paused') {
    return {
      view: 'media',
      text: say('board.media.next', { what: faultInWords(say, media, state.pollingPlace.id) }),
    };
  }
  const hour = (time: string) => `${clockTime(language, time)} ${voting.zone}`;
  switch (phase) {
    case 'configured': {
      const { zeroReport } = state;
      if ((zeroReport?.signed ?? null) !== null)
        return { view: 'hari-ini', text: say('board.next.proveZero') };
      if (zeroReport !== null) return { view: 'hari-ini', text: say('board.next.zeroReport') };
      if (state.pairedPlaces === 0) return { view: 'perangkat', text: say('board.next.pair') };
      const asked = selfTestStep(state, say, language) ?? logicTestStep(state, say);
      return { view: 'hari-ini', text: asked ?? say('board.next.zeroReport') };
    }
    case 'zero_proven':
      return { view: 'hari-ini', text: say('board.next.open', { time: hour(voting.opens) }) };
    case 'open': {
      // before the slip that may hang there: nothing finishes it but this printer
      const [printer] = state.printersInTrouble;
      if (printer !== undefined) {
        const trouble = say(`board.printer.${printer.trouble}`);
        const toDo = say(`board.printer.${printer.trouble}.toDo`);
        return {
          view: 'hari-ini',
          text: say('board.next.printer', { booth: printer.booth, trouble, toDo }),
        };
      }
      const stuck = state.openCases.find((boothCase) => boothCase.state !== 'sealing');
      return stuck === undefined
        ? { view: 'penutupan', text: say('board.next.voting', { time: hour(state.closes) }) }
        : { view: 'hari-ini', text: say('board.next.case', { booth: stuck.booth }) };
    }
    case 'paused':
      return { view: 'hari-ini', text: say('board.next.resume') };
    case 'closed': {
      const steps = closingSteps(state);
      if (steps.hands !== 'done') {
        const text = say(steps.trustees === 'done' ? 'board.next.handsAfter' : 'board.next.hands');
        return { view: 'penutupan', text };
      }
      if (steps.trustees !== 'done') {
        const count = shares.threshold - shares.owners.length;
        return { view: 'penutupan', text: say('board.next.trustees', { count }) };
      }
      return { view: 'penutupan', text: say('board.next.count') };
    }
    case 'counted': {
      const steps = closingSteps(state);
      if (steps.hands !== 'done') return { view: 'penutupan', text: say('board.next.handsAfter') };
      const count = emptyFields(state);
      return count > 0
        ? { view: 'penutupan', text: say('board.next.minutes', { count }) }
        : { view: 'penutupan', text: say('board.next.seal') };
    }
    case 'sealed':
      return { view: 'hasil', text: say('board.next.publish') };
  }
}

/** Before the zero report the devices are tried; who goes on in spite of a no go may. */
function selfTestStep(state: BoardAnswer, say: BoardSay, language: Language): string | undefined {
  if (isSelfTestBehind(state)) return undefined;
  const { selfTest } = state;
  if (selfTest.last === null || selfTest.hasNews) return say('selfTest.next.run');
  const what = firstNoGo(selfTest.last, say, language);
  return what === undefined ? undefined : say('selfTest.next.mend', { what });
}

/** After the devices were tried: known votes through every booth, or the reason why not. */
function logicTestStep(state: BoardAnswer, say: BoardSay): string | undefined {
  if (!isLogicTestNext(state)) return undefined;
  const { state: now, last } = state.logicTest;
  if (now === 'interrupted') return say('logicTest.next.interrupted');
  if (now === 'under-way') return say('logicTest.next.cast');
  return say(last === null ? 'logicTest.next.begin' : 'logicTest.next.differed');
}
