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
  // The file is read ahead while people are handed over: one question of each kind may be open at a time.
  let gotBytes: (bytes: Uint8Array | null) => void = () => {};
  let wereReceived: () => void = () => {};
  port.on('message', (answer: ToReadingThread) => {
    if (answer.type === 'bytes') gotBytes(answer.bytes);
    else wereReceived();
  });
  const ask = (question: FromReadingThread): void => port.postMessage(question);
  const nextBytes = (): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      gotBytes = resolve;
      ask({ type: 'next-bytes' });
    });
  const handOver = (voters: readonly ImportedVoter[]): Promise<void> =>
    new Promise((resolve) => {
      wereReceived = resolve;
      ask({ type: 'voters', voters });
    });
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let bytes = await nextBytes(); bytes !== null; bytes = await nextBytes()) yield bytes;
  };
  ask({ type: 'finished', reading: await readVoterList(chunks(), options, handOver) });
  port.close();
}
