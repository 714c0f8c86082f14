import { parentPort, workerData } from 'node:worker_threads';
import type { ImportOptions } from './import-options.ts';
import type { ImportedVoter } from './list/imported-voter.ts';
import { type ListReading, readVoterList } from './list/list-reading.ts';

/** What the thread asks for and hands over. */
export type FromReadingThread =
  | { readonly type: 'next-bytes' }
  | { readonly type: 'voters'; readonly voters: readonly ImportedVoter[] }
  | { readonly type: 'finished'; readonly reading: ListReading };

/** Answers to `next-bytes` (null at the end of the file) and to `voters`. */
export type ToReadingThread =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array | null }
  | { readonly type: 'received' };

const port = parentPort;
if (port !== null) {
  const options: ImportOptions = workerData;
  let answered: (answer: ToReadingThread) => void = () => {};
  port.on('message', (answer: ToReadingThread) => answered(answer));
  const ask = (question: FromReadingThread): Promise<ToReadingThread> =>
    new Promise((resolve) => {
      answered = resolve;
      port.postMessage(question);
    });
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      const answer = await ask({ type: 'next-bytes' });
      if (answer.type !== 'bytes' || answer.bytes === null) return;
      yield answer.bytes;
    }
  };
  const reading = await readVoterList(bytes(), options, async (voters) => {
    await ask({ type: 'voters', voters });
  });
  port.postMessage({ type: 'finished', reading } satisfies FromReadingThread);
  port.close();
}
