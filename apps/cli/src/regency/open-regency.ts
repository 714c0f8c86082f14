import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ExerciseHome } from '../exercise/exercise-home.ts';
import { packagePartsFolder, packagePath } from '../exercise/exercise-package.ts';
import { EXERCISE_EVENT } from '../exercise/exercise-village.ts';
import { PORTRAITS } from '../exercise/portraits.ts';
import { officeListPath } from '../exercise/prepare.ts';
import { type Arrived, arriveResults } from './arrive-results.ts';
import { hasRegency } from './begin-regency.ts';
import { centerCommand, type RunningCenter, startCenter } from './center-of-exercise.ts';
import { type ExercisePerson, officePeoplePath, personOf, readOfficePeople } from './exercise-people.ts';
import { type OfficeLine, openOfficeLine } from './office-line.ts';

/** How far the regency of an exercise is. */
export type RegencyStep =
  /** The polling place opens first. */
  | 'waits'
  /** PostgreSQL is started, and its tables are made. */
  | 'database'
  | 'areas'
  | 'lists'
  | 'offices'
  /** API and worker are started. */
  | 'processes'
  | 'open'
  /** It is not open and does not become so by itself; the polling place runs on. */
  | 'failed';

export interface RegencyStanding {
  readonly step: RegencyStep;
  /** Where the center listens, or will. */
  readonly url: string;
  readonly people: readonly ExercisePerson[];
  /** Null before the first look. */
  readonly arrived: Arrived | null;
  /** The last words when it failed. */
  readonly said: string | null;
}

/** What the world outside shows and opens of a regency. */
export interface RegencyDesk {
  readonly standing: () => RegencyStanding;
  /** Calls `moved` whenever the standing changes; one listener. */
  readonly follow: (moved: () => void) => void;
  /** A session's cookie of this account, by password and code as the person would. @returns undefined before it is open, and for nobody */
  readonly cookieFor: (account: string) => Promise<string | undefined>;
}

/** The regency beside the polling place of an exercise. */
export interface ExerciseRegency extends RegencyDesk {
  /** Begins to open, once the polling place is open; a newcomer waits no longer for that. Once. */
  readonly start: () => void;
  /** Settles when it is open, or will not be. */
  readonly opened: Promise<RegencyStanding>;
  /** Ends everything of it, also in mid-filling. */
  readonly stop: () => Promise<void>;
}

/** The office's invented figures are the same everywhere. */
const ARRIVAL_SEED = 16;
/** After something went wrong while results arrived. */
const AGAIN_MS = 5000;

/** The regency of an exercise, in processes of its own. Nothing happens before `start`. */
export function exerciseRegency(options: {
  readonly home: ExerciseHome;
  readonly port: number;
  readonly villages: number;
  /** Between two paper results that arrive, in milliseconds. */
  readonly paceMs: number;
  readonly now: () => number;
  /** What its processes say, for the terminal. */
  readonly say: (line: string) => void;
}): ExerciseRegency {
  const { home, port, say } = options;
  const ending = new AbortController();
  const { signal } = ending;
  let moved = () => {};
  let standing: RegencyStanding = {
    ...{ step: 'waits', url: `http://127.0.0.1:${port}`, arrived: null, said: null },
    people: readOfficePeople(home),
  };
  const now = (change: Partial<RegencyStanding>) => {
    standing = { ...standing, ...change };
    moved();
  };
  let center: RunningCenter | undefined;
  let office: OfficeLine | undefined;

  const fill = async (): Promise<void> => {
    const filled = join(home.root, 'regency.json');
    await centerCommand(home.center, ['init', '--exercise'], { signal });
    if (existsSync(filled)) return;
    const words = ['exercise', '--villages', String(options.villages), '--portraits', PORTRAITS];
    const place = ['--place', packagePartsFolder(home), '--package', packagePath(home)];
    const files = [...place, '--list', officeListPath(home)];
    await centerCommand(home.center, [...words, ...files, '--people', officePeoplePath(home)], {
      signal,
      onLine(line) {
        const step = /^center exercise (areas|lists|offices)$/.exec(line)?.[1];
        if (step === 'areas' || step === 'lists' || step === 'offices') now({ step });
      },
    });
    if (!existsSync(officePeoplePath(home))) {
      throw new Error('The database holds another exercise already. Give DATABASE_URL one that is empty.');
    }
    writeFileSync(
      filled,
      JSON.stringify({ format: 'bilik/exercise-regency/1', villages: options.villages }),
      {
        mode: 0o600,
      },
    );
  };
  const open = async (): Promise<void> => {
    now({ step: 'database' });
    await fill();
    signal.throwIfAborted();
    now({ step: 'processes' });
    center = await startCenter(home.center, port, say);
    for (const part of [center.api, center.worker]) {
      void part.ended.then((code) => {
        if (!signal.aborted) now({ step: 'failed', said: `center ${part.url}: ${code}` });
      });
    }
    office = openOfficeLine(center.url, options.now);
    now({ step: 'open', people: readOfficePeople(home) });
  };
  const failed = (error: unknown): void => {
    if (!signal.aborted) now({ step: 'failed', said: lastWords(error) });
  };
  const begun = Promise.withResolvers<void>();
  const opening = begun.promise.then(() => (signal.aborted ? undefined : open())).catch(failed);
  const opened = opening.then(() => standing);
  const arrive = async (): Promise<void> => {
    const { people } = standing;
    while (office !== undefined && standing.step === 'open' && !signal.aborted) {
      try {
        await arriveResults({
          ...{ office, people, election: EXERCISE_EVENT, seed: ARRIVAL_SEED, signal },
          paceMs: options.paceMs,
          onArrived: (arrived) => now({ arrived }),
        });
        return;
      } catch (error) {
        if (signal.aborted) return;
        // one request that was lost on a busy machine ends no day: it goes on where it stopped
        say(`regency: results wait a moment: ${lastWords(error)}`);
        await wait(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  };
  const arriving = opening.then(arrive);
  return {
    standing: () => standing,
    opened,
    start: () => begun.resolve(),
    follow(listener) {
      moved = listener;
    },
    async cookieFor(account) {
      if (office === undefined || !standing.people.some((person) => person.account === account))
        return undefined;
      return office.session(personOf(standing.people, account));
    },
    async stop() {
      ending.abort();
      begun.resolve();
      await opening;
      await arriving;
      await center?.stop();
      // the database outlives those who use it; where it never began there is nothing to stop
      if (hasRegency(home)) await centerCommand(home.center, ['stop']).catch(() => undefined);
    },
  };
}

/** What went wrong, without the way through the program. */
function lastWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return /^(?:Error: )(.+)$/m.exec(said)?.[1] ?? said.slice(0, 500);
}
