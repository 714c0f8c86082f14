import {
  BallotChecker,
  type BallotCheckers,
  type BallotFinding,
  type BallotWork,
  type CheckerSetup,
  type CheckerTools,
  type CheckerTotals,
} from './checkers.ts';

/** What is asked of a worker. */
export type WorkerRequest =
  | { readonly type: 'start'; readonly setup: CheckerSetup }
  | { readonly type: 'check'; readonly batch: readonly BallotWork[] }
  | { readonly type: 'finish' };

/** What a worker answers: to each request one, in the order of the requests. */
export type WorkerAnswer =
  | { readonly type: 'started' }
  | { readonly type: 'checked'; readonly findings: readonly BallotFinding[] }
  | { readonly type: 'finished'; readonly totals: CheckerTotals }
  | { readonly type: 'failed'; readonly message: string };

/** One worker as its owner sees it, whatever kind of worker it is. */
export interface WorkerLine {
  post(request: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  /** Called once, before the first request. `onEnd`: the worker stopped by itself. */
  listen(onAnswer: (answer: WorkerAnswer) => void, onEnd: (reason: Error) => void): void;
  close(): Promise<void>;
}

/** The worker's side: answers every request. A mistake in the program is answered as 'failed'. */
export function answerRequests(tools: CheckerTools): (request: WorkerRequest) => WorkerAnswer {
  let checker: BallotChecker | undefined;
  const answer = (request: WorkerRequest): WorkerAnswer => {
    if (request.type === 'start') {
      checker = new BallotChecker(request.setup, tools);
      return { type: 'started' };
    }
    if (checker === undefined) throw new Error('no record was begun');
    if (request.type === 'finish') return { type: 'finished', totals: checker.finish() };
    const findings: BallotFinding[] = [];
    for (const work of request.batch) {
      const finding = checker.check(work);
      if (finding !== undefined) findings.push(finding);
    }
    return { type: 'checked', findings };
  };
  return (request) => {
    try {
      return answer(request);
    } catch (error) {
      return {
        type: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
  };
}

/** Checkers spread over workers: each batch goes to the worker with the least to do. */
export function workerCheckers(lines: readonly WorkerLine[]): BallotCheckers {
  if (lines.length === 0) throw new RangeError('at least one worker is needed');
  const workers = lines.map((line) => new WorkerDesk(line));
  return {
    // One batch is worked on while the next already waits beside it.
    slots: 2 * workers.length,
    start: async (setup) => {
      const share = { ...setup, ballotCount: Math.ceil(setup.ballotCount / workers.length) };
      await Promise.all(workers.map((worker) => worker.ask({ type: 'start', setup: share }, 'started')));
    },
    check: async (batch) => {
      const [first, ...rest] = workers;
      if (first === undefined) return [];
      const idlest = rest.reduce((best, worker) => (worker.waiting < best.waiting ? worker : best), first);
      const buffers = batch.flatMap(({ content }) =>
        content.buffer instanceof ArrayBuffer ? [content.buffer] : [],
      );
      return (await idlest.ask({ type: 'check', batch }, 'checked', buffers)).findings;
    },
    finish: async () => {
      const answers = await Promise.all(workers.map((worker) => worker.ask({ type: 'finish' }, 'finished')));
      return answers.map(({ totals }) => totals);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/** Matches a worker's answers with the requests. */
class WorkerDesk {
  readonly #line: WorkerLine;
  readonly #waiting: Waiting[] = [];
  #ended: Error | undefined;

  constructor(line: WorkerLine) {
    this.#line = line;
    line.listen(
      (answer) => this.#waiting.shift()?.resolve(answer),
      (reason) => {
        this.#ended = reason;
        for (const { reject } of this.#waiting.splice(0)) reject(reason);
      },
    );
  }

  /** Requests that are not answered yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  async ask<Type extends WorkerAnswer['type']>(
    request: WorkerRequest,
    expected: Type,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Extract<WorkerAnswer, { type: Type }>> {
    if (this.#ended !== undefined) throw this.#ended;
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#line.post(request, transfer);
    });
    if (isAnswer(answer, expected)) return answer;
    throw new Error(answer.type === 'failed' ? answer.message : `a worker answered ${answer.type}`);
  }

  close(): Promise<void> {
    return this.#line.close();
  }
}

function isAnswer<Type extends WorkerAnswer['type']>(
  answer: WorkerAnswer,
  type: Type,
): answer is Extract<WorkerAnswer, { type: Type }> {
  return answer.type === type;
}
