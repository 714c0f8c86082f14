import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeText, readSteps, sha256Base64, sha256Hex, type Tracker } from '@bilik/ballot';
import { expect, test } from 'vitest';
import { findBallot, parseTracker } from '../../pages/board/result/find-ballot.ts';

const RECORD = new Uint8Array(
  gunzipSync(
    readFileSync(
      new URL('../../../../packages/ballot/vectors/deterministic/TestVector1111.bel.gz', import.meta.url),
    ),
  ),
);
const [SPOILED, PROVED] = ['a ballot with BATAL', 'a proved ballot'];
const VOID = JSON.stringify({
  credentials: [
    { credential: '1', ballot: sha256Hex(SPOILED), reason: 'spoiled' },
    { credential: '2', ballot: sha256Hex(PROVED), reason: 'proved' },
  ],
});

function trackerOf(number: string): Tracker {
  const parsed = parseTracker(number);
  if (!parsed.ok) throw new Error(parsed.error.type);
  return parsed.value;
}

async function ballots(): Promise<string[]> {
  const texts: string[] = [];
  for await (const step of readSteps([RECORD]))
    if (step.ok && step.value.type === 'Ballot')
      texts.push(decodeText(step.value.data[0]?.content ?? new Uint8Array()) ?? '');
  return texts;
}

test('every ballot of a record is found by its tracker, typed in groups; the setup of the record is no ballot', async () => {
  const texts = await ballots();
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) {
    const typed = (sha256Base64(text).match(/.{1,4}/g) ?? []).join(' ');
    expect(await findBallot(RECORD, VOID, trackerOf(typed))).toBe('counted');
  }
  for await (const step of readSteps([RECORD])) {
    if (!step.ok || step.value.type !== 'Setup') continue;
    for (const { content } of step.value.data)
      expect(await findBallot(RECORD, VOID, trackerOf(sha256Base64(decodeText(content) ?? '')))).toBe(
        'absent',
      );
  }
});

test('a ballot of the void list is told with its reason, any other is in neither', async () => {
  expect(await findBallot(RECORD, VOID, trackerOf(sha256Base64(SPOILED)))).toBe('spoiled');
  expect(await findBallot(RECORD, VOID, trackerOf(sha256Base64(PROVED)))).toBe('proved');
  expect(await findBallot(RECORD, VOID, trackerOf(sha256Base64('another')))).toBe('absent');
});

test('a record with a changed byte, one cut short, and a list that is none say nothing about a ballot', async () => {
  const tracker = trackerOf(sha256Base64('another'));
  const changed = RECORD.slice();
  changed[changed.length - 600] = (changed[changed.length - 600] ?? 0) ^ 1;
  expect(await findBallot(changed, VOID, tracker)).toBe('damaged');
  expect(await findBallot(RECORD.subarray(0, RECORD.length - 100), VOID, tracker)).toBe('damaged');
  expect(await findBallot(RECORD, '<html>', tracker)).toBe('damaged');
});
