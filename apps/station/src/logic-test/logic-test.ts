import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomSource } from '@bilik/ballot';
import {
  type CivilTime,
  compareLogicTest,
  type LogicTestDifference,
  type LogicTestRun,
  type LogicTestStanding,
  logicTestBooths,
  logicTestDifferences,
  logicTestMatched,
  logicTestScript,
  type OptionKey,
  type Phase,
  type UnusedTestCards,
  unusedTestCards,
} from '@bilik/election';
import type { BoothService } from '../cast/booth-service.ts';
import type { PinCheck } from '../people/pin-check.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import { PLACE_FILES } from '../place/prepared-files.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import { isMediumFailure } from '../store/medium-failure.ts';
import type { Papers } from '../store/papers.ts';
import { eraseFile, eraseFolder } from './erase.ts';
import { KeptLogicTestSchema } from './kept-logic-test.ts';
import { openTestSum } from './test-count.ts';
import { openTestPlace, type TestPlace } from './test-place.ts';

/** Slips of one option at one booth, as two people counted them before anything was opened. */
export interface TestSlips {
  readonly booth: number;
  readonly contest: string;
  readonly option: OptionKey;
  readonly votes: number;
}

export type LogicTestRefusal =
  /** The zero report is prepared, and the keys of the test are erased. */
  | { readonly type: 'logic-test-too-late' }
  | { readonly type: 'logic-test-under-way' }
  | { readonly type: 'logic-test-not-under-way' }
  /** Somebody is in the middle of a test ballot at these booths. */
  | { readonly type: 'logic-test-case-open'; readonly booths: readonly number[] }
  /** Each option of each booth is wanted once. */
  | { readonly type: 'logic-test-slips-incomplete' }
  /** A store of its own could not be made ready beside that of the day. */
  | { readonly type: 'logic-test-not-stored'; readonly reason: string }
  | PeopleRefusal
  | StoreFailed;

type Answer =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly error: LogicTestRefusal };

export interface LogicTestState {
  /** `interrupted`: it was under way when this station stopped, and people say whether it goes on. */
  readonly state: 'none' | 'under-way' | 'interrupted';
  /** Whether one can be begun, now or after this one. */
  readonly isInTime: boolean;
  /** Ballots of each booth's script. */
  readonly script: number;
  /** Test ballots cast so far, booth by booth; empty when none is under way. */
  readonly casts: readonly { readonly booth: number; readonly casts: number }[];
  /** How many were carried to their end, and how the last came out. */
  readonly runs: number;
  readonly last: {
    readonly at: CivilTime;
    readonly isMatch: boolean;
    readonly differences: readonly LogicTestDifference[];
    /** Booths at which test cards were left over, and nothing else differs. */
    readonly unused: readonly UnusedTestCards[];
  } | null;
  readonly skipped: LogicTestStanding['skipped'];
  /** False when the medium did not let everything of an ended test go: it is tried again at the next start. */
  readonly isErased: boolean;
}

/**
 * The logic and accuracy test (uji hitung): known votes through every booth into a second place beside the store of the day, opened by keys
 * of its own, compared with its script and with its slips, and erased. It never stops a phase.
 */
export interface LogicTest {
  readonly state: () => LogicTestState;
  /** For zero report and minutes. */
  readonly standing: () => LogicTestStanding;
  readonly isUnderWay: () => boolean;
  /** It can still be done, none has matched, and two people have not said why they go on without: the zero report, which ends it, waits. */
  readonly isOwed: () => boolean;
  /** What booths are served while it runs. */
  readonly service: () => BoothService | undefined;
  readonly begin: (people: readonly string[]) => Answer;
  /** After an interruption. */
  readonly goOn: (people: readonly string[]) => Answer;
  /** Opens the sums, compares, keeps what came of it, erases the rest. */
  readonly end: (input: {
    readonly people: readonly string[];
    readonly slips: readonly TestSlips[];
  }) => Answer;
  /** Ends it with no result. */
  readonly erase: (people: readonly string[]) => Answer;
  readonly skip: (input: { readonly people: readonly string[]; readonly reason: string }) => Answer;
  /** Call when the zero report is prepared: no test opens anything any more. */
  readonly forgetKeys: () => void;
  readonly close: () => void;
}

export interface LogicTestParts {
  readonly home: string;
  readonly place: Pick<PreparedPlace, 'definition' | 'test' | 'secrets'>;
  readonly pins: PinCheck;
  readonly papers: Papers;
  readonly durably: Durably;
  readonly random: RandomSource;
  readonly elapsedMs: () => number;
  readonly clock: () => { readonly time: CivilTime };
  readonly phase: () => Phase;
  readonly isZeroReportPrepared: () => boolean;
}

export function openLogicTest(parts: LogicTestParts): LogicTest {
  const { definition, test } = parts.place;
  const folder = join(parts.home, 'logic-test');
  const erasing = join(parts.home, 'logic-test.erasing');
  const script = logicTestScript(definition);
  let secrets = test.secrets;
  let place: TestPlace | undefined;
  let isInterrupted = false;

  const refuse = (error: LogicTestRefusal): Answer => ({ ok: false, error });
  const done: Answer = { ok: true, value: {} };
  const isInTime = () =>
    parts.phase() === 'configured' && !parts.isZeroReportPrepared() && secrets !== undefined;
  const standing = (): LogicTestStanding =>
    parts.papers.get('logic-test', KeptLogicTestSchema) ?? { runs: [], skipped: null };
  const keep = (next: LogicTestStanding): Answer =>
    parts.durably('logic-test', () => {
      parts.papers.put('logic-test', next);
      return {};
    });
  /** The rename is the moment from which there is no test: what a cut leaves is erased at the next start. */
  const eraseAll = (): void => {
    place?.close();
    place = undefined;
    isInterrupted = false;
    onOwnMedium(() => {
      eraseFolder(erasing);
      if (existsSync(folder)) renameSync(folder, erasing);
      eraseFolder(erasing);
    });
  };
  const forgetKeys = (): void => {
    secrets = undefined;
    onOwnMedium(() => eraseFile(join(parts.home, 'place', PLACE_FILES.testSecrets)));
  };
  const openPlace = () => openTestPlace({ ...parts, folder, now: () => parts.clock().time });
  const mayAct = (people: readonly string[]) => confirmAct(definition, 'run_logic_test', people);

  if (!isInTime()) {
    eraseAll();
    forgetKeys();
  } else if (existsSync(folder)) {
    const found = openPlace();
    // a power cut in its first write, or the test of another package: nothing was tested with it
    if (found.ok) {
      place = found.value;
      isInterrupted = true;
    } else eraseAll();
  } else eraseAll();

  const sumOf = (casts: ReturnType<TestPlace['casts']>, firstTrustee: number) =>
    secrets === undefined
      ? null
      : openTestSum({ definition, test, secrets, casts, firstTrustee, random: parts.random });
  const runOf = (
    { begunAt, casts, spoiled }: TestPlace,
    people: readonly string[],
    slips: readonly TestSlips[],
  ): LogicTestRun => {
    const all = casts();
    const total = sumOf(all, 0);
    return {
      begunAt,
      endedAt: parts.clock().time,
      confirmedBy: people,
      casts: all.length,
      spoiled: spoiled(),
      total: total === null ? null : compareLogicTest(script, total),
      booths: logicTestBooths(
        definition,
        (booth) =>
          sumOf(
            all.filter((cast) => cast.booth === booth),
            1,
          ),
        (booth, contest, option) =>
          slips.find((own) => own.booth === booth && own.contest === contest && own.option === option)
            ?.votes ?? 0,
      ),
    };
  };
  const isComplete = (slips: readonly TestSlips[]): boolean => {
    const name = ({ booth, contest, option }: TestSlips) => `${booth}/${contest}/${option}`;
    const wanted = script.booths.flatMap(({ booth }) =>
      script.expected.flatMap(({ contest, options }) =>
        options.map(({ key }) => `${booth}/${contest}/${key}`),
      ),
    );
    return wanted.toSorted().join() === slips.map(name).toSorted().join();
  };

  return {
    standing,
    forgetKeys,
    isUnderWay: () => place !== undefined,
    isOwed() {
      const { runs, skipped } = standing();
      const last = runs.at(-1);
      return isInTime() && skipped === null && (last === undefined || !logicTestMatched(last));
    },
    service: () => (isInterrupted ? undefined : place?.service),
    state() {
      const { runs, skipped } = standing();
      const last = runs.at(-1);
      const casts = place?.casts() ?? [];
      return {
        state: place === undefined ? 'none' : isInterrupted ? 'interrupted' : 'under-way',
        isInTime: isInTime(),
        script: script.casts / definition.booths,
        casts:
          place === undefined
            ? []
            : script.booths.map(({ booth }) => ({
                booth,
                casts: casts.filter((cast) => cast.booth === booth).length,
              })),
        runs: runs.length,
        last:
          last === undefined
            ? null
            : {
                at: last.endedAt,
                isMatch: logicTestMatched(last),
                differences: logicTestDifferences(last),
                unused: unusedTestCards(logicTestDifferences(last), script.casts / definition.booths),
              },
        skipped,
        isErased: !existsSync(erasing),
      };
    },
    begin(people) {
      const allowed = mayAct(people);
      if (!allowed.ok) return allowed;
      if (!isInTime()) return refuse({ type: 'logic-test-too-late' });
      if (place !== undefined) return refuse({ type: 'logic-test-under-way' });
      eraseAll();
      const opened = openPlace();
      if (!opened.ok) {
        eraseAll();
        return refuse({ type: 'logic-test-not-stored', reason: opened.error.type });
      }
      place = opened.value;
      return done;
    },
    goOn(people) {
      const allowed = mayAct(people);
      if (!allowed.ok) return allowed;
      if (place === undefined) return refuse({ type: 'logic-test-not-under-way' });
      isInterrupted = false;
      return done;
    },
    end({ people, slips }) {
      const allowed = mayAct(people);
      if (!allowed.ok) return allowed;
      if (place === undefined || isInterrupted) return refuse({ type: 'logic-test-not-under-way' });
      const booths = place.openBooths();
      if (booths.length > 0) return refuse({ type: 'logic-test-case-open', booths });
      if (!isComplete(slips)) return refuse({ type: 'logic-test-slips-incomplete' });
      const { runs, skipped } = standing();
      const kept = keep({ runs: [...runs, runOf(place, people, slips)], skipped });
      if (kept.ok) eraseAll();
      return kept;
    },
    erase(people) {
      const allowed = mayAct(people);
      if (!allowed.ok) return allowed;
      if (place === undefined) return refuse({ type: 'logic-test-not-under-way' });
      eraseAll();
      return done;
    },
    skip({ people, reason }) {
      const allowed = confirmAct(definition, 'skip_logic_test', people);
      if (!allowed.ok) return allowed;
      if (!isInTime()) return refuse({ type: 'logic-test-too-late' });
      if (place !== undefined) return refuse({ type: 'logic-test-under-way' });
      const at = parts.clock().time;
      return keep({ ...standing(), skipped: { at, reason, confirmedBy: people } });
    },
    close() {
      place?.close();
      place = undefined;
    },
  };
}

/** What the medium does not let go now is tried again at the next start; the board says so. */
function onOwnMedium(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isMediumFailure(error)) throw error;
  }
}
