import { boardToday } from './catalogue/board/today.ts';
import { selfTestFindings } from './catalogue/self-test/findings.ts';
import type { Language } from './language.ts';
import { fill, type PhraseValue } from './template.ts';

/** A check of the self-test, as `@bilik/election` shapes it. */
export interface CheckToSay {
  readonly of:
    | { readonly device: 'station' }
    | { readonly device: 'booth' | 'desk'; readonly number: number };
  readonly check: string;
  readonly finding: string;
  readonly values: Readonly<Record<string, PhraseValue>>;
}

/** One check in words. */
export interface CheckInWords {
  /** `Bilik 2`. */
  readonly of: string;
  /** `Pencetak`. */
  readonly check: string;
  /** A sentence. */
  readonly finding: string;
  /** What to do about it; null where there is nothing to do. */
  readonly toDo: string | null;
}

/** @throws when the catalogue lacks the check or its finding: a test goes through all of them, so it is a bug */
export function selfTestInWords(language: Language, given: CheckToSay): CheckInWords {
  const texts: Readonly<Record<string, string>> = { ...boardToday[language], ...selfTestFindings[language] };
  const { of, finding } = given;
  const say = (key: string, values: Readonly<Record<string, PhraseValue>> = {}): string => {
    const template = texts[key];
    if (template === undefined) throw new Error(`There is no phrase "${key}".`);
    return fill(language, template, values);
  };
  const trouble = String(given.values['trouble']);
  const values = Object.hasOwn(given.values, 'trouble')
    ? { what: `${say(`board.printer.${trouble}`)}.`, toDo: say(`board.printer.${trouble}.toDo`) }
    : given.values;
  const toDoKey = finding === 'notTried' ? `selfTest.notTried.${of.device}.toDo` : `selfTest.${finding}.toDo`;
  return {
    of: of.device === 'station' ? say('selfTest.of.station') : say(`selfTest.of.${of.device}`, of),
    check: say(`selfTest.check.${given.check}`),
    finding: say(`selfTest.${finding}`, values),
    toDo: texts[toDoKey] === undefined ? null : say(toDoKey, values),
  };
}
