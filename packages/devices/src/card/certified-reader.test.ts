import { afterEach, beforeEach, expect, test } from 'vitest';
import { ManualTimer } from '../../test/manual-timer.ts';
import {
  startVirtualCertifiedReader,
  type VirtualCertifiedReader,
} from '../twin/virtual-certified-reader.ts';
import { openCertifiedReader } from './certified-reader.ts';
import type { IdentityReader, ReaderEvent } from './identity-reader.ts';
import { LONGEST_LINE, openLineCutter, parseReaderLine } from './reader-lines.ts';

const PATIENCE = { greetMs: 3_001, readMs: 30_000, graceMs: 5_003, againMs: 2_004 };
const SARI = {
  nik: '1607994302910037',
  name: 'Sari Wulandari',
  birthDate: '1991-02-03',
  finger: 'matched',
} as const;

let service: VirtualCertifiedReader;
let reader: IdentityReader;
let timer: ManualTimer;
let heard: ReaderEvent[];
let wake: () => void;

/** The next event, in order. */
async function next(): Promise<ReaderEvent> {
  for (;;) {
    const event = heard.shift();
    if (event !== undefined) return event;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

beforeEach(async () => {
  heard = [];
  wake = () => undefined;
  timer = new ManualTimer();
  service = await startVirtualCertifiedReader();
  reader = openCertifiedReader({
    host: '127.0.0.1',
    port: service.port,
    patience: PATIENCE,
    timer,
    onEvent: (event) => {
      heard.push(event);
      wake();
    },
  });
  expect(await next()).toEqual({ type: 'ready' });
  return async () => {
    await reader.close();
    await service.stop();
  };
});
afterEach(() => expect(heard).toEqual([]));

test('chip data and the finger come as one read, one after the other', async () => {
  await service.present(SARI);
  expect(await next()).toEqual({ type: 'read', read: { kind: 'chip', ...SARI } });
  const other = { ...SARI, nik: '1607990101800001', finger: 'not-matched' } as const;
  await service.present(other);
  expect(await next()).toEqual({ type: 'read', read: { kind: 'chip', ...other } });
});

test.each([
  ['unreadable', 'card-unreadable'],
  ['gone', 'card-gone'],
] as const)('a card that is %s is told, and the next one is read', async (fault, trouble) => {
  await service.misbehave(fault);
  expect(await next()).toEqual({ type: 'trouble', trouble });
  await service.present(SARI);
  expect(await next()).toMatchObject({ type: 'read' });
});

test('nobody came in time: the question is asked again and nothing is said', async () => {
  await service.misbehave('timeout');
  await service.present(SARI);
  expect(await next()).toMatchObject({ type: 'read' });
});

test('an idle service says by itself that nobody came: the desk hears nothing of it', async () => {
  const serviceTimer = new ManualTimer();
  const idle = await startVirtualCertifiedReader(0, serviceTimer);
  const events: ReaderEvent[] = [];
  let isRead = (): void => undefined;
  const read = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const other = openCertifiedReader({
    host: '127.0.0.1',
    port: idle.port,
    patience: PATIENCE,
    timer: new ManualTimer(),
    onEvent: (event) => {
      events.push(event);
      if (event.type === 'read') isRead();
    },
  });
  for (let turn = 0; turn < 2; turn += 1) await serviceTimer.end(PATIENCE.readMs);
  await idle.present(SARI);
  await read;
  expect(events).toEqual([{ type: 'ready' }, { type: 'read', read: { kind: 'chip', ...SARI } }]);
  await other.close();
  await idle.stop();
});

test.each([
  ['vanishes', 'no-reader'],
  ['garbage', 'not-understood'],
] as const)('a service that %s is told as %s and tried again', async (fault, trouble) => {
  await service.misbehave(fault);
  expect(await next()).toEqual({ type: 'trouble', trouble });
  await timer.end(PATIENCE.againMs);
  expect(await next()).toEqual({ type: 'ready' });
  await service.present(SARI);
  expect(await next()).toMatchObject({ type: 'read' });
});

test('a silent service is given up after its time', async () => {
  await service.misbehave('silent');
  await timer.end(PATIENCE.readMs + PATIENCE.graceMs);
  expect(await next()).toEqual({ type: 'trouble', trouble: 'no-answer' });
  await timer.end(PATIENCE.againMs);
  expect(await next()).toEqual({ type: 'ready' });
});

test('an answer to an earlier question belongs to nobody', async () => {
  await service.present(SARI);
  expect(await next()).toMatchObject({ type: 'read' });
  await service.misbehave('late');
  await service.present({ ...SARI, finger: 'unreadable' });
  expect(await next()).toMatchObject({ read: { finger: 'unreadable' } });
});

test.each([
  'DATA 1 {}',
  'DATA 1 not json',
  `DATA 1 ${JSON.stringify({ ...SARI, nik: '16079943029100' })}`,
  `DATA 1 ${JSON.stringify({ ...SARI, finger: 'yes' })}`,
  `DATA 1 ${JSON.stringify({ ...SARI, photo: 'x' })}`,
  `DATA 1 ${JSON.stringify({ ...SARI, birthDate: '1991-02-30' })}`,
  'DATA x {}',
  'FAIL 1 nearly',
  'PONG 1 2',
  'data 1',
  '',
])('no line of the protocol: %s', (line) => {
  expect(parseReaderLine(line)).toBeUndefined();
});

test('lines are cut wherever the network cut them, and one too long ends it', () => {
  const cut = openLineCutter();
  expect(cut('PONG 1\r\nPO')).toEqual(['PONG 1']);
  expect(cut('NG 2\n')).toEqual(['PONG 2']);
  expect(cut('x'.repeat(LONGEST_LINE))).toEqual([]);
  expect(cut('x')).toBeUndefined();
});
