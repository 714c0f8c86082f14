import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import { openIncomingFiles } from './incoming-files.ts';

const RECORD_LIMIT_BYTES = 2 * 1024 * 1024;
const filesIn = (home: string) => readdirSync(join(home, 'incoming')).sort();

/** A sender whose pieces go out when the test says so. */
function openSender() {
  const pieces: (Uint8Array | 'end' | 'lost')[] = [];
  let wake: () => void = () => undefined;
  async function* bytes() {
    for (;;) {
      while (pieces.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const piece = pieces.shift();
      if (piece === 'end' || piece === undefined) return;
      if (piece === 'lost') throw new Error('the tab was closed');
      yield piece;
    }
  }
  return {
    bytes: bytes(),
    send: (piece: Uint8Array | 'end' | 'lost') => {
      pieces.push(piece);
      wake();
    },
  };
}

test('tabs that send at once, their pieces in any order: what stands is one whole file, and nothing lies beside it', async () => {
  let interleaved = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 30 }),
      fc.integer({ min: 0, max: 2 }),
      async (turns, lost) => {
        const incoming = openIncomingFiles(temporaryHome(), () => 1000);
        const tabs = [1, 2, 3].map((tab) => ({ tab, sender: openSender(), sent: 0 }));
        const answers = tabs.map(({ sender }) => incoming.receive('record', sender.bytes));
        for (const turn of turns) {
          const { tab, sender } = at(tabs, turn);
          sender.send(new Uint8Array(10).fill(tab));
          at(tabs, turn).sent += 1;
        }
        if (turns.some((turn, index) => index > 0 && turn !== turns[index - 1])) interleaved += 1;
        for (const [index, { sender }] of tabs.entries()) sender.send(index === lost ? 'lost' : 'end');
        for (const answer of answers) {
          const arrived = await answer;
          if (arrived.ok) arrived.value.place();
        }
        const last = at(tabs, lost === 2 ? 1 : 2);
        expect([...readFileSync(incoming.path('record'))]).toEqual(
          Array.from({ length: last.sent * 10 }, () => last.tab),
        );
      },
    ),
    { numRuns: 60, seed: 1607 },
  );
  expect(interleaved).toBeGreaterThan(40);
});

test('whatever is not taken leaves nothing behind: too large, cut short, lost, or not wanted any more', async () => {
  const home = temporaryHome();
  const incoming = openIncomingFiles(home, () => RECORD_LIMIT_BYTES);
  const megabyte = new Uint8Array(1024 * 1024);
  const lost = openSender();
  lost.send(megabyte);
  lost.send('lost');
  const refusals = [
    await incoming.receive(
      'void-list',
      Array.from({ length: 17 }, () => megabyte),
    ),
    await incoming.receive('void-list', [megabyte], megabyte.length + 1),
    await incoming.receive('void-list', lost.bytes),
    await incoming.receive('void-list', [], 17 * megabyte.length),
    await incoming.receive('record', [megabyte, megabyte, new Uint8Array(1)]),
    await incoming.receive('record', [], RECORD_LIMIT_BYTES + 1),
  ];
  expect(refusals.map((answer) => (answer.ok ? 'accepted' : answer.error.type))).toEqual([
    'file-too-large',
    'upload-cut-short',
    'upload-cut-short',
    'file-too-large',
    'file-too-large',
    'file-too-large',
  ]);
  expect(refusals.at(-1)).toMatchObject({ error: { file: 'record', limitBytes: RECORD_LIMIT_BYTES } });
  succeeded(await incoming.receive('void-list', [megabyte])).discard();
  succeeded(await incoming.receive('record', [megabyte, megabyte])).discard();
  expect(filesIn(home)).toEqual([]);
  succeeded(await incoming.receive('void-list', [megabyte], megabyte.length)).place();
  expect(filesIn(home)).toEqual(['void.json']);
});

test('what a dead process left half done is removed at the start; a whole file stays', () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'incoming'));
  for (const name of ['record.bel', 'record.bel.3.part', 'record.bel.part', 'void.json.1.part']) {
    writeFileSync(join(home, 'incoming', name), 'x');
  }
  const incoming = openIncomingFiles(home, () => RECORD_LIMIT_BYTES);
  expect(filesIn(home)).toEqual(['record.bel']);
  expect(incoming.size('record')).toBe(1);
});
