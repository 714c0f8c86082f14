import { expect, onTestFinished, test, vi } from 'vitest';
import { listen, openAskLoop } from './live.ts';

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

/** What stands for the browser's stream of events: it does nothing by itself. */
class Stream extends EventTarget {
  readyState = 0;
  isClosed: boolean = false;
  close(): void {
    this.isClosed = true;
  }
  /** What the browser does with an answer that is no stream, such as 503: it gives up. */
  refuse(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

test('a screen that gets no stream asks at each try, until there is one; a stream that only broke is left to the browser', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const streams: Stream[] = [];
  let asked = 0;
  const stop = listen(
    '/api/live',
    () => {
      asked += 1;
    },
    () => {
      const stream = new Stream();
      streams.push(stream);
      return stream;
    },
  );
  for (let time = 1; time <= 5; time += 1) {
    streams.at(-1)?.refuse();
    expect([asked, streams.length]).toEqual([time, time]);
    vi.advanceTimersByTime(2_000);
    expect(streams).toHaveLength(time + 1);
  }
  // now there is a place: events wake, nothing new is opened
  streams.at(-1)?.dispatchEvent(new Event('changed'));
  streams.at(-1)?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(60_000);
  expect([asked, streams.length]).toEqual([7, 6]);
  stop();
  expect(streams.at(-1)?.isClosed).toBe(true);
});
