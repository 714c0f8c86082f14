import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newFolder } from '../station-disk.ts';
import type { DayWord } from './recorded-day.ts';

/** One call that changes what lies on a medium, or makes it stay; or a word of the day between two of them. */
export type Call =
  | { readonly call: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly call: 'truncate'; readonly path: string; readonly length: number }
  /** Of a file, or of a folder. */
  | { readonly call: 'sync'; readonly path: string }
  | { readonly call: 'create'; readonly path: string }
  | { readonly call: 'make-folder'; readonly path: string }
  | { readonly call: 'rename'; readonly from: string; readonly to: string }
  | { readonly call: 'unlink'; readonly path: string }
  | { readonly call: 'word'; readonly word: DayWord };

const Word = z.strictObject({
  said: z.enum(['ask', 'ack']),
  act: z.string(),
  booth: z.int(),
  hash: z.string(),
});

const TRACED = [
  'openat',
  'mkdir',
  'pwrite64',
  'write',
  'writev',
  'pwritev',
  'ftruncate',
  'fsync',
  'fdatasync',
  'rename',
  'renameat2',
  'unlink',
  'unlinkat',
  'mmap',
];

const DAY = join(import.meta.dirname, 'recorded-day.ts');

/** The bytes of a string as strace writes them with `-xx`. */
function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

const textOf = (hex: string): string => bytesOf(hex).toString('utf8');

/** Longer than any single write of the store. */
const LONGEST_STRING = 1_000_000;

/** Runs the recorded day under strace and reads its calls on the two media, in order. */
export function recordDay(root: string): readonly Call[] {
  return recordCalls([DAY, '--root', root], (path) => isOnMedium(root, path));
}

/**
 * Runs a program of ours under strace and reads its calls on what is asked for, in order. Our programs do all file work on their main
 * thread, and strace follows that one alone.
 * @param program the script, and its parameters
 */
export function recordCalls(program: readonly string[], isAsked: (path: string) => boolean): readonly Call[] {
  const log = join(newFolder(), 'calls');
  const { status, stderr } = spawnSync(
    'strace',
    [
      ...['-y', '-xx', '-s', String(LONGEST_STRING), '-o', log, '-e', `trace=${TRACED.join(',')}`],
      ...[process.execPath, ...program],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`The recorded program ended with ${status}:\n${stderr}`);
  return readFileSync(log, 'latin1')
    .split('\n')
    .flatMap((line) => readCall(line, isAsked));
}

/**
 * Runs the recorded day, killed by the kernel at one write to a database or its log: the call does not happen, and nothing after it.
 * @param when which write, from 1
 * @returns what the day said until then
 */
export function killDayAtWrite(root: string, when: number): readonly DayWord[] {
  const databases = ['station', 'station-second'].flatMap((medium) =>
    ['station.db', 'station.db-wal'].map((name) => join(root, medium, 'store', name)),
  );
  const { signal, stdout, stderr } = spawnSync(
    'strace',
    [
      ...['-o', '/dev/null', '-e', 'trace=pwrite64', '-e', `inject=pwrite64:signal=KILL:when=${when}`],
      ...databases.flatMap((path) => ['-P', path]),
      process.execPath,
      ...[DAY, '--root', root],
    ],
    { encoding: 'utf8' },
  );
  if (signal !== 'SIGKILL') throw new Error(`The day was not killed at write ${when}:\n${stderr}`);
  return wordsOf(stdout);
}

/**
 * Runs the recorded day on media of which the second refuses every write from one on, as the system says it.
 * @returns what the day said until then, and with which words it ended
 */
export function failSecondMedium(
  root: string,
  errno: 'ENOSPC' | 'EIO' | 'EROFS',
  when: number,
): { readonly words: readonly DayWord[]; readonly ended: string } {
  const database = join(root, 'station-second', 'store', 'station.db');
  const { stdout, stderr } = spawnSync(
    'strace',
    [
      ...['-o', '/dev/null', '-e', 'trace=pwrite64', '-e', `inject=pwrite64:error=${errno}:when=${when}+`],
      ...['-P', database, '-P', `${database}-wal`],
      process.execPath,
      ...[DAY, '--root', root],
    ],
    { encoding: 'utf8' },
  );
  return { words: wordsOf(stdout), ended: stderr };
}

const wordsOf = (stdout: string): DayWord[] =>
  stdout.split('\n').flatMap((line) => (line === '' ? [] : [Word.parse(JSON.parse(line))]));

const isOnMedium = (root: string, path: string): boolean =>
  ['station/store', 'station/count', 'station-second/store', 'station-second/count'].some(
    (folder) => path === join(root, folder) || path.startsWith(join(root, folder, '/')),
  );

function readCall(line: string, isAsked: (path: string) => boolean): Call[] {
  const path = (hex: string | undefined): string => textOf(hex ?? '');
  const fits = (pattern: RegExp): RegExpExecArray | undefined => pattern.exec(line) ?? undefined;
  const on = (found: string, call: Call): Call[] => (isAsked(found) ? [call] : []);

  const word = fits(/^write\(1<[^>]*>, "([^"]*)"/);
  if (word !== undefined) {
    const read = Word.safeParse(JSON.parse(path(word[1])));
    return read.success ? [{ call: 'word', word: read.data }] : [];
  }
  const positioned = fits(/^pwrite64\(\d+<([^>]*)>, "([^"]*)", (\d+), (\d+)\)\s+= (\d+)/);
  if (positioned !== undefined) {
    const [, file, data, length, offset, written] = positioned;
    if (length !== written) throw new Error('A write was cut short in the record');
    return on(path(file), {
      call: 'write',
      path: path(file),
      offset: Number(offset),
      bytes: bytesOf(data ?? ''),
    });
  }
  // whole files are written from their beginning, in one piece each
  const plain = fits(/^write\(\d+<([^>]*)>, "([^"]*)", (\d+)\)\s+= (\d+)/);
  if (plain !== undefined) {
    const [, file, data, length, written] = plain;
    if (isAsked(path(file)) && length !== written) throw new Error('A whole file came in pieces');
    return on(path(file), { call: 'write', path: path(file), offset: 0, bytes: bytesOf(data ?? '') });
  }
  const cut = fits(/^ftruncate\(\d+<([^>]*)>, (\d+)\)\s+= 0/);
  if (cut !== undefined) {
    return on(path(cut[1]), { call: 'truncate', path: path(cut[1]), length: Number(cut[2]) });
  }
  const synced = fits(/^f(?:data)?sync\(\d+<([^>]*)>\)\s+= 0/);
  if (synced !== undefined) return on(path(synced[1]), { call: 'sync', path: path(synced[1]) });
  const made = fits(/^openat\([^,]*, "[^"]*", [^)]*O_CREAT[^)]*\)\s+= \d+<([^>]*)>/);
  if (made !== undefined) return on(path(made[1]), { call: 'create', path: path(made[1]) });
  const renamed = fits(/^rename\("([^"]*)", "([^"]*)"\)\s+= 0/);
  if (renamed !== undefined) {
    return on(path(renamed[2]), { call: 'rename', from: path(renamed[1]), to: path(renamed[2]) });
  }
  const folder = fits(/^mkdir\("([^"]*)"[^)]*\)\s+= 0/);
  if (folder !== undefined) return on(path(folder[1]), { call: 'make-folder', path: path(folder[1]) });
  const removed = fits(/^unlink(?:at\([^,]*, |\()"([^"]*)"[^)]*\)\s+= 0/);
  if (removed !== undefined) return on(path(removed[1]), { call: 'unlink', path: path(removed[1]) });
  // nothing else may change a medium: a call that this reading does not know would make its images lies
  const other = fits(/^(writev|pwritev|renameat2|mmap)\([^)]*<([^>]*)>/);
  if (other !== undefined && isAsked(path(other[2]))) {
    throw new Error(`The record has a call on a medium that is not modelled: ${other[1]}`);
  }
  return [];
}
