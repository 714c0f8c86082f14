import { createHash } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { join, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RandomSource } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { fingerprintSchema } from '@bilik/election';
import { takeOver } from '../../apps/station/src/media/take-over.ts';
import { startStation } from '../../apps/station/src/station-server.ts';
import type { StickFault, WriteStep } from './plan.ts';
import { StationOrder, type StationWord } from './station-orders.ts';

// The station as it runs in the village, with what befalls it told over a line of its own: clock, stick, and the write at which it dies.

let clock = { atMs: 0, setAtMs: 0 };
let slowMs = 0;
let stick: { folder: string; fails: StickFault | null; isSlow: boolean } = {
  folder: '',
  fails: null,
  isSlow: false,
};
let first: { folder: string; how: StickFault; writesBefore: number; times: number } = {
  folder: '',
  how: 'broken',
  writesBefore: 0,
  times: 0,
};
let deadly: { step: WriteStep; writes: number } | undefined;

const now = (): number => clock.atMs + performance.now() - clock.setAtMs;
const setClock = (atMs: number): void => {
  clock = { atMs, setAtMs: performance.now() };
};

/** What SQLite says of such a medium. */
const SAID: Readonly<Record<StickFault, { readonly errcode: number; readonly message: string }>> = {
  full: { errcode: 13, message: 'database or disk is full' },
  'read-only': { errcode: 8, message: 'attempt to write a readonly database' },
  broken: { errcode: 10, message: 'disk I/O error' },
};

function said(fault: StickFault): Error {
  const { errcode, message } = SAID[fault];
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
}

const carryOut = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function exec(this: DatabaseSync, sql: string): void {
  if (sql === 'COMMIT' && first.times > 0 && this.location()?.startsWith(first.folder + sep) === true) {
    if (first.writesBefore === 0) {
      first.times -= 1;
      throw said(first.how);
    }
    first.writesBefore -= 1;
  }
  if (sql === 'COMMIT' && this.location()?.startsWith(stick.folder + sep) === true) {
    if (stick.fails !== null) throw said(stick.fails);
    if (stick.isSlow) slowMs += 1_500;
    stick.isSlow = false;
  }
  carryOut.call(this, sql);
};

function randomOf(seed: string): RandomSource {
  let count = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
      count += 1;
      return createHash('sha256').update(`${seed}/${count}`).digest();
    });
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}

function say(word: StationWord): void {
  process.send?.(word);
}

function onWrite(_write: string, step: WriteStep): void {
  if (deadly === undefined) return;
  if (step === 'before-commit') deadly.writes -= 1;
  if (deadly.writes === 0 && step === deadly.step) process.kill(process.pid, 'SIGKILL');
}

async function start(order: Extract<StationOrder, { order: 'start' }>): Promise<StationWord> {
  setClock(order.clockMs);
  stick = { folder: join(order.second, 'store'), fails: null, isSlow: false };
  first = { ...first, folder: join(order.home, 'store'), times: 0 };
  const options = {
    home: order.home,
    second: order.second,
    group: nativeGroup(),
    now,
    elapsedMs: () => performance.now() + slowMs,
    random: randomOf(order.seed),
  };
  if (order.takeOver !== null) {
    const taken = await takeOver({ ...options, confirmations: order.takeOver });
    if (!taken.ok) return { said: 'refused', error: JSON.stringify(taken.error) };
  }
  const started = await startStation({
    ...options,
    host: '127.0.0.1',
    port: order.port,
    software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
    onBroken: (error, route) => say({ said: 'broken', error: `${route}: ${error.message}` }),
    onWrite,
  });
  if (!started.ok) return { said: 'refused', error: JSON.stringify(started.error) };
  // most runs end by SIGKILL, and would never write what the next start could use
  flushCompileCache();
  return { said: 'ready', url: started.value.url };
}

async function follow(order: StationOrder): Promise<StationWord> {
  switch (order.order) {
    case 'start':
      return start(order);
    case 'set-clock':
      setClock(order.clockMs);
      return { said: 'done' };
    case 'die-at-write':
      deadly = { step: order.step, writes: order.write };
      return { said: 'done' };
    case 'fail-stick':
      stick.fails = order.how;
      return { said: 'done' };
    case 'fail-first':
      first = { ...first, how: order.how, writesBefore: order.write - 1, times: order.times };
      return { said: 'done' };
    case 'slow-stick':
      stick.isSlow = true;
      return { said: 'done' };
  }
}

process.on('message', (message) => void follow(StationOrder.parse(message)).then(say));
// nobody is left who could stop it
process.on('disconnect', () => process.exit(0));
