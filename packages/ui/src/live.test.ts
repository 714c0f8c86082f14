import { expect, test } from 'vitest';
import { openAskLoop } from './live.ts';

/** A question whose answers the test gives when it wants. */
function openQuestion() {
  const waiting: ((answer: number) => void)[] = [];
  let asked = 0;
  return {
    ask: () => {
      asked += 1;
      return new Promise<number>((resolve) => {
        waiting.push(resolve);
      });
    },
    /** Answers the oldest open question and lets everything that follows happen. */
    answer: async (value: number) => {
      waiting.shift()?.(value);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    asked: () => asked,
  };
}

test('many wakes during one open question lead to exactly one more, and the last answer is the newest', async () => {
  const question = openQuestion();
  const taken: number[] = [];
  const loop = openAskLoop(question.ask, (answer) => taken.push(answer));
  loop.wake();
  for (let wake = 0; wake < 10; wake += 1) loop.wake();
  expect(question.asked()).toBe(1);
  await question.answer(1);
  expect(question.asked()).toBe(2);
  await question.answer(2);
  expect(question.asked()).toBe(2);
  expect(taken).toEqual([1, 2]);
  loop.wake();
  await question.answer(3);
  expect(taken).toEqual([1, 2, 3]);
});

test('after stopping, an answer that comes late is not taken and nothing more is asked', async () => {
  const question = openQuestion();
  const taken: number[] = [];
  const loop = openAskLoop(question.ask, (answer) => taken.push(answer));
  loop.wake();
  loop.wake();
  loop.stop();
  await question.answer(1);
  loop.wake();
  expect(taken).toEqual([]);
  expect(question.asked()).toBe(1);
});
