import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { verifyRecordFile } from '../src/native/index.ts';
import { MARK } from './place.ts';
import { makeRecord, pick, writeRecord } from './record-maker.ts';

/** Three batches and a bit, in a file long enough for a worker thread of its own. */
const BALLOTS = 50;

let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-stopped-'));
  path = join(folder, 'record.bel');
  const votes = Array.from({ length: BALLOTS }, (_, card) => ({ card, choices: pick(card % 4) }));
  writeFileSync(path, writeRecord(makeRecord({ name: 'stopped', bilik: MARK, votes }).texts));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An ended thread has no number any more. */
const liveOnes = (threads: readonly Worker[]) => threads.filter(({ threadId }) => threadId !== -1).length;

test.each([
  ['with a worker thread', 1],
  ['in this thread', 0],
])('a verification that is stopped after its first ballots ends there, %s', async (_, maxWorkers) => {
  const threads: Worker[] = [];
  const keep = (thread: Worker) => threads.push(thread);
  process.on('worker', keep);
  onTestFinished(() => void process.off('worker', keep));
  const stopping = new AbortController();
  let checked = 0;
  let running = 0;
  const stopped = verifyRecordFile(path, {
    maxWorkers,
    signal: stopping.signal,
    onProgress: ({ ballotsChecked, ballotCount }) => {
      expect(ballotCount).toBe(BALLOTS);
      checked = ballotsChecked;
      running = liveOnes(threads);
      stopping.abort(new Error('enough'));
    },
  });
  await expect(stopped).rejects.toThrow('enough');
  expect(running).toBe(maxWorkers);
  expect(liveOnes(threads)).toBe(0);
  expect(checked).toBeGreaterThan(0);
  expect(checked).toBeLessThan(BALLOTS);
});

test('a verification that is stopped before it begins reads nothing; one that nobody stops goes to its end', async () => {
  const stopping = new AbortController();
  stopping.abort(new Error('enough'));
  await expect(verifyRecordFile(join(folder, 'no such file'), { signal: stopping.signal })).rejects.toThrow(
    'enough',
  );
  const { report } = await verifyRecordFile(path, { signal: new AbortController().signal });
  expect(report).toMatchObject({ verdict: 'right', countedBallots: BALLOTS });
});
