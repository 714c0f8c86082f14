import { existsSync, mkdirSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { CivilTime } from '@bilik/election';
import { type ContentTag, openContentTag, tagContent } from './content-tag.ts';
import {
  appendEpoch,
  type Epoch,
  type EpochDecision,
  MARK_BYTES,
  nextMediumNumber,
  readEpochLine,
} from './epoch-line.ts';
import { type MediaFiles, openMediaFiles } from './media-files.ts';
import {
  type MediaStanding,
  type MediumActed,
  type MediumProblem,
  type PausedMedia,
  pausedBy,
  type StoreProblem,
} from './media-standing.ts';
import { isMediumFailure } from './medium-failure.ts';
import { faultOf, MediumPaused, WriteInDoubt } from './medium-fault.ts';
import {
  databaseFile,
  identityFile,
  readMediumIdentity,
  storeFolder,
  writeMediumIdentity,
} from './medium-identity.ts';
import { fillSecond, lyingOn, type MediaPlaces, openSecond, type SecondAtStart } from './pair-at-start.ts';
import {
  applyWrite,
  closeQuietly,
  countWrite,
  emptyLog,
  inTransaction,
  openStationDatabase,
  rollBack,
  writesOf,
} from './station-database.ts';

/** Named moments of a write at which a test may pull the plug. */
export type WriteStep = 'before-commit' | 'between-commits' | 'after-commit' | 'after-checkpoint';

/** Called at every storage write with its name; production passes nothing. */
export type WriteHook = (write: string, step: WriteStep) => void;

export interface StationStore {
  readonly database: DatabaseSync;
  /**
   * One durable step: all statements of `act` in one transaction, synced on the second medium and then on the first. Both write-ahead
   * logs are emptied as soon as the answer is on its way, and before anything else is written, so that no image of a medium shows which
   * pages the last writes were to. Throws what `act` or a medium throws, with nothing written. Only where the first medium failed after the second had taken it, the write is finished as soon as it can be:
   * `WriteInDoubt` is thrown for it, and for an act that was decided before it was finished, which must be decided anew.
   */
  readonly write: <Value>(name: string, act: () => Value) => Value;
  /** Inside a write: what a room will remember once the write is on the media. Forgotten when the write fails. */
  readonly afterCommit: (remember: () => void) => void;
  /** The files of the record, on both media. */
  readonly files: MediaFiles;
  readonly media: () => MediaStanding;
  /** All epochs, oldest first; their number is the present one. */
  readonly epochs: () => readonly Epoch[];
  /** Looks whether the second medium is still there, and finishes what the first could not take. Call now and then. */
  readonly look: () => void;
  /** Whether a write waits for the first medium: until it is finished nothing may be decided. */
  readonly isInDoubt: () => boolean;
  /** Fills what lies at the second place now, whatever it was of ours, and goes on with it in a new epoch. */
  readonly putInNewMedium: (decision: EpochDecision) => MediumActed;
  /** Goes on without a second medium in a new epoch. */
  readonly continueOnOneMedium: (decision: EpochDecision & { readonly at: CivilTime }) => MediumActed;
  readonly close: () => void;
}

export interface StoreOptions extends MediaPlaces {
  /** SHA-256 of each public file of the place, by its name: rows are prepared for these voters, cards and booths and no others. */
  readonly placeFiles: ReadonlyMap<string, string>;
  /** Creates the tables' rows of a new store; runs once, inside the first transaction. */
  readonly prepare: (database: DatabaseSync) => void;
  readonly random: (byteCount: number) => Uint8Array;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsedMs: () => number;
  readonly onWrite?: WriteHook;
  /** Hears that the media are otherwise than before. */
  readonly onMediaChange?: () => void;
}

/** From here on a write of the second medium is named slow: a desk waits ten times as long as it is used to. */
export const SLOW_WRITE_MS = 1_000;

type Opened =
  | { readonly ok: true; readonly value: StationStore }
  | { readonly ok: false; readonly error: StoreProblem };

/**
 * Opens the store of one polling place on its two media, alone: a second process on the same folder is refused. What a pair of media
 * means after a crash is decided by the table of cuts (media-cuts.ts).
 * @errors 'store-in-use' · 'store-of-other-version' · 'store-of-other-election' · 'store-of-other-place' · 'store-not-durable' ·
 *   'store-damaged' · 'media-refused'
 */
export function openStationStore(options: StoreOptions): Opened {
  const { home } = options;
  const refuse = (error: StoreProblem): Opened => ({ ok: false, error });
  const isNew = !existsSync(databaseFile(home));
  const lying = readMediumIdentity(options.second);
  if (isNew && lying?.electionFingerprint === options.electionFingerprint) {
    return refuse({ type: 'media-refused', verdict: 'first-empty' });
  }
  mkdirSync(storeFolder(home), { recursive: true, mode: 0o700 });
  const first = openStationDatabase(databaseFile(home), (database) => {
    const set = database.prepare('INSERT INTO setting VALUES (?, ?)');
    set.run('election', options.electionFingerprint);
    for (const [file, hash] of options.placeFiles) set.run(file, hash);
    appendEpoch(database, {
      mark: Buffer.from(options.random(MARK_BYTES)).toString('hex'),
      cause: 'prepared',
      media: [1, 2],
      at: null,
      confirmedBy: [],
    });
    options.prepare(database);
    tagContent(database, options.contentKey);
  });
  if (!first.ok) {
    const { error } = first;
    return refuse(error.type === 'store-in-use' ? { ...error, folder: storeFolder(home) } : error);
  }
  const database = first.value;
  const stop = (error: StoreProblem): Opened => {
    closeQuietly(database);
    return refuse(error);
  };
  try {
    const foreign = foreignTo(database, options);
    if (foreign !== undefined) return stop(foreign);
    // before anything else of it is believed
    let tag = openContentTag(database, options.contentKey);
    const writes = writesOf(database);
    if (!existsSync(identityFile(home))) {
      const { electionFingerprint, pollingPlace } = options;
      const number = readEpochLine(database).at(-1)?.media[0] ?? 1;
      writeMediumIdentity(home, { electionFingerprint, pollingPlace, number });
    }
    const second =
      readEpochLine(database).at(-1)?.cause === 'one-medium' ? undefined : openSecond(database, options);
    if (second?.kind === 'refused') return stop(second.error);
    if (writesOf(database) !== writes) tag = openContentTag(database, options.contentKey);
    return { ok: true, value: storeOn(database, tag, options, second) };
  } catch (error) {
    closeQuietly(database);
    if (!isMediumFailure(error)) throw error;
    return refuse({ type: 'store-damaged', reason: error.message });
  }
}

/** A store that was made for another election, or for other files of the place. */
export function foreignTo(
  database: DatabaseSync,
  { electionFingerprint, placeFiles }: Pick<StoreOptions, 'electionFingerprint' | 'placeFiles'>,
): StoreProblem | undefined {
  const readSetting = database.prepare('SELECT value FROM setting WHERE name = ?');
  const setting = (name: string): string => String(readSetting.get(name)?.['value']);
  if (setting('election') !== electionFingerprint) {
    return { type: 'store-of-other-election', found: setting('election'), expected: electionFingerprint };
  }
  for (const [file, hash] of placeFiles) {
    if (setting(file) !== hash) return { type: 'store-of-other-place', file };
  }
  return undefined;
}

/** A write that the second medium took and the first did not: nobody was told of it. */
interface InDoubt {
  readonly changeset: Uint8Array;
  readonly toRemember: readonly (() => void)[];
}

function storeOn(
  database: DatabaseSync,
  tag: ContentTag,
  options: StoreOptions,
  atStart: Exclude<SecondAtStart, { kind: 'refused' }> | undefined,
): StationStore {
  const onWrite = options.onWrite ?? (() => undefined);
  const { elapsedMs } = options;
  let line = readEpochLine(database);
  let second = atStart?.kind === 'attached' ? atStart.medium : undefined;
  let pause = atStart?.kind === 'paused' ? atStart.pause : undefined;
  let isSlow = false;
  let inDoubt: InDoubt | undefined;
  let remembered: (() => void)[] | undefined;
  let lastWrite: string | undefined;

  /** Nobody who waits for an answer waits for this: what the logs hold is on both media already. */
  const emptyLogs = (): void => {
    if (lastWrite === undefined) return;
    const name = lastWrite;
    lastWrite = undefined;
    second?.emptyLog();
    emptyLog(database);
    onWrite(name, 'after-checkpoint');
  };
  const setPause = (next: PausedMedia | undefined): void => {
    const isNews = JSON.stringify(pause) !== JSON.stringify(next);
    pause = next;
    if (isNews) options.onMediaChange?.();
  };
  const loseSecond = (problem: MediumProblem): void => {
    second?.close();
    second = undefined;
    setPause(pausedBy('second', problem));
  };
  const findSecond = (): void => {
    const presence = second?.presence() ?? 'there';
    if (presence === 'gone') loseSecond({ fault: 'pulled', reason: 'it is not there any more' });
    if (presence === 'swapped') {
      const place = readMediumIdentity(options.second);
      loseSecond({
        fault: 'changed',
        reason: `another store lies there (${place?.pollingPlace ?? 'none of ours'})`,
      });
    }
  };
  /** @throws WriteInDoubt when the first medium does not take it yet */
  const finishInDoubt = (): void => {
    if (inDoubt === undefined) return;
    const { changeset, toRemember } = inDoubt;
    try {
      inTransaction(database, () => applyWrite(database, changeset));
    } catch (error) {
      if (!isMediumFailure(error)) throw error;
      throw new WriteInDoubt(faultOf(error), error.message);
    }
    inDoubt = undefined;
    for (const remember of toRemember) remember();
    second?.emptyLog();
    emptyLog(database);
    setPause(undefined);
  };
  const mustTake = (): void => {
    findSecond();
    if (pause?.medium === 'first') {
      const { fault, reason } = pause;
      finishInDoubt();
      // what is asked for now was decided on what was recorded before
      throw new WriteInDoubt(fault, reason);
    }
    if (pause !== undefined) throw new MediumPaused(pause.medium, pause.fault, pause.reason);
  };
  const takeOnSecond = (changeset: Uint8Array): void => {
    if (second === undefined) return;
    const before = elapsedMs();
    try {
      second.take(changeset);
    } catch (error) {
      if (!isMediumFailure(error)) throw error;
      failSecond(error);
    }
    if (elapsedMs() - before <= SLOW_WRITE_MS || isSlow) return;
    isSlow = true;
    options.onMediaChange?.();
  };
  const failSecond = (error: Error): never => {
    const said = faultOf(error);
    const fault = said === 'broken' && second?.isReadOnly() === true ? 'read-only' : said;
    loseSecond({ fault, reason: error.message });
    throw new MediumPaused('second', fault, error.message);
  };

  /** @returns what rooms will remember of it */
  const commit = <Value>(name: string, act: () => Value) => {
    const toRemember: (() => void)[] = [];
    const session = database.createSession();
    let taken: Uint8Array | undefined;
    try {
      database.exec('BEGIN IMMEDIATE');
      remembered = toRemember;
      const value = act();
      remembered = undefined;
      countWrite(database);
      toRemember.push(tag.follow(session.changeset()));
      const changeset = session.changeset();
      onWrite(name, 'before-commit');
      takeOnSecond(changeset);
      if (second !== undefined) taken = changeset;
      onWrite(name, 'between-commits');
      database.exec('COMMIT');
      return { value, toRemember };
    } catch (error) {
      rollBack(database);
      if (taken !== undefined && error instanceof Error) {
        inDoubt = { changeset: taken, toRemember };
        second?.emptyLog();
        const fault = faultOf(error);
        setPause(pausedBy('first', { fault, reason: error.message }));
        throw new WriteInDoubt(fault, error.message);
      }
      throw error;
    } finally {
      remembered = undefined;
      session.close();
    }
  };

  /** Begins an epoch on the first medium alone: a second one that is filled afterwards begins with it. */
  const beginEpoch = (epoch: Omit<Epoch, 'mark'>): void => {
    const mark = Buffer.from(options.random(MARK_BYTES)).toString('hex');
    const keepTag = inTransaction(database, () => {
      appendEpoch(database, { ...epoch, mark });
      countWrite(database);
      return tag.renew();
    });
    keepTag();
    emptyLog(database);
    // what only the lost medium took was never acknowledged, and belongs to an epoch that is over
    inDoubt = undefined;
    line = readEpochLine(database);
  };
  const mayReplace = (): MediumActed => {
    findSecond();
    if (second !== undefined) return { ok: false, error: { type: 'medium-not-missing' } };
    if (pause?.medium === 'first') return { ok: false, error: { type: 'first-medium-fails' } };
    return { ok: true, value: undefined };
  };
  const firstNumber = (): number => line.at(-1)?.media[0] ?? 1;
  const refuseMedium = (problem: MediumProblem, foreignPlace: string | null = null): MediumActed => {
    if (pause !== undefined) setPause(pausedBy('second', problem, foreignPlace));
    return { ok: false, error: { type: 'medium-refused', ...problem, foreignPlace } };
  };

  return {
    database,
    write(name, act) {
      emptyLogs();
      mustTake();
      const { value, toRemember } = commit(name, act);
      for (const remember of toRemember) remember();
      onWrite(name, 'after-commit');
      lastWrite = name;
      setImmediate(emptyLogs);
      return value;
    },
    afterCommit(remember) {
      if (remembered === undefined) throw new Error('A room changed outside a write of the store');
      remembered.push(remember);
    },
    files: openMediaFiles({
      first: options.home,
      second: () => {
        findSecond();
        return second?.root;
      },
      mustTake,
      onSecondFailed: failSecond,
    }),
    media() {
      if (pause !== undefined) return pause;
      const epoch = line.at(-1);
      if (epoch?.cause === 'one-medium' && epoch.at !== null) return { state: 'one', since: epoch.at };
      return {
        state: 'two',
        media: epoch?.media ?? [],
        isSlow,
        shareDevice: second?.sharesDevice ?? false,
      };
    },
    epochs: () => line,
    look() {
      try {
        mustTake();
      } catch (error) {
        if (!isMediumFailure(error)) throw error;
      }
    },
    isInDoubt: () => pause?.medium === 'first',
    putInNewMedium(decision) {
      const allowed = mayReplace();
      if (!allowed.ok) return allowed;
      const lying = lyingOn(options, line);
      if (lying !== undefined) return refuseMedium(lying.problem, lying.foreignPlace);
      if (!existsSync(options.second))
        return refuseMedium({ fault: 'missing', reason: 'there is no medium' });
      try {
        beginEpoch({ cause: 'new-medium', media: [firstNumber(), nextMediumNumber(line)], ...decision });
      } catch (error) {
        if (!isMediumFailure(error)) throw error;
        return { ok: false, error: { type: 'first-medium-fails' } };
      }
      const filled = fillSecond(database, options, line);
      if (!filled.ok) return refuseMedium(filled.error);
      second = filled.value;
      isSlow = false;
      setPause(undefined);
      options.onMediaChange?.();
      return { ok: true, value: undefined };
    },
    continueOnOneMedium(decision) {
      const allowed = mayReplace();
      if (!allowed.ok) return allowed;
      if (pause === undefined) return { ok: false, error: { type: 'medium-not-missing' } };
      try {
        beginEpoch({ cause: 'one-medium', media: [firstNumber()], ...decision });
      } catch (error) {
        if (!isMediumFailure(error)) throw error;
        return { ok: false, error: { type: 'first-medium-fails' } };
      }
      setPause(undefined);
      return { ok: true, value: undefined };
    },
    close() {
      // closing empties both
      lastWrite = undefined;
      if (second !== undefined) second.close();
      closeQuietly(database);
    },
  };
}
