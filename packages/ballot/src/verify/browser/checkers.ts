import type { BallotCheckers } from '../checkers.ts';
import { type WorkerAnswer, type WorkerLine, workerCheckers } from '../worker.ts';

/**
 * Checkers of a page: web workers, one per core. The page's bundler must know `new Worker(new URL(…))`, as Vite does;
 * the page's policy must allow workers of its own origin.
 * @param workerCount default: as many as the browser says there are cores, at least one
 */
export function browserCheckers(workerCount: number = navigator.hardwareConcurrency): BallotCheckers {
  return workerCheckers(Array.from({ length: Math.max(1, Math.floor(workerCount)) }, webWorkerLine));
}

function webWorkerLine(): WorkerLine {
  const worker = new Worker(new URL('./ballot-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (request, transfer) => worker.postMessage(request, [...transfer]),
    listen: (onAnswer, onEnd) => {
      worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => onAnswer(event.data));
      worker.addEventListener('error', (event) =>
        onEnd(new Error(event.message || 'a web worker did not start')),
      );
    },
    close: async () => worker.terminate(),
  };
}
