import type { BallotCheckers } from '../checkers.ts';
import { webCheckers } from './verify-with-worker.ts';

/**
 * Checkers of a page: web workers, one per core. The page's bundler must know `new Worker(new URL(…))`, as Vite does;
 * the page's policy must allow workers of its own origin.
 * @param workerCount default: as many as the browser says there are cores, at least one
 */
export function browserCheckers(workerCount?: number): BallotCheckers {
  return webCheckers(startWebWorker, workerCount);
}

/** A worker that the page's server gives. */
export function startWebWorker(): Worker {
  return new Worker(new URL('./ballot-worker.ts', import.meta.url), { type: 'module' });
}
