import type { CardQuestion } from '@bilik/ballot';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

export type CardReading =
  | { readonly ok: true; readonly credential: string }
  | { readonly ok: false; readonly fault: 'not-digits' | 'wrong-length' | 'mistyped' };

export interface MadeBallot {
  readonly text: string;
  readonly hash: string;
  readonly tracker: string;
}

/** The page's line to its voting worker. One question at a time; answers come in order. */
export interface Voting {
  /** Settles when the tables are built: from then on a ballot takes no time that a voter notices. */
  readonly warm: Promise<void>;
  readonly readCard: (code: string) => Promise<CardReading>;
  /** Signs, with the card that was read, the question whether it may cast. */
  readonly askToCast: (nonce: string) => Promise<CardQuestion>;
  readonly make: (answers: readonly number[]) => Promise<MadeBallot>;
  readonly prove: () => Promise<string>;
  readonly forget: () => void;
}

/** @param onBroken the worker could not be loaded, failed, or refuses the election: nothing that was asked will be answered */
export function openVoting(election: string, onBroken: () => void): Voting {
  const worker = new Worker(new URL('./voting-worker.ts', import.meta.url), { type: 'module' });
  const waiting: ((answer: WorkerAnswer) => void)[] = [];
  let isWarm: () => void = () => undefined;
  const warm = new Promise<void>((resolve) => {
    isWarm = resolve;
  });
  worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => {
    if (event.data.type === 'warm') isWarm();
    else if (event.data.type === 'election-refused') onBroken();
    else waiting.shift()?.(event.data);
  });
  worker.addEventListener('error', onBroken);
  const tell = (request: WorkerRequest): void => worker.postMessage(request);
  const ask = (request: WorkerRequest): Promise<WorkerAnswer> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      tell(request);
    });
  tell({ type: 'open', election });
  return {
    warm,
    async readCard(code) {
      const answer = await ask({ type: 'read-card', code });
      if (answer.type === 'card') return { ok: true, credential: answer.credential };
      if (answer.type === 'card-refused') return { ok: false, fault: answer.fault };
      throw new Error(`The voting worker answered ${answer.type} to a card`);
    },
    async askToCast(nonce) {
      const answer = await ask({ type: 'ask-to-cast', nonce });
      if (answer.type !== 'card-question')
        throw new Error(`The voting worker answered ${answer.type} to a nonce`);
      return answer.question;
    },
    async make(answers) {
      const answer = await ask({ type: 'make', answers });
      if (answer.type !== 'ballot') throw new Error(`The voting worker answered ${answer.type} to a choice`);
      return { text: answer.text, hash: answer.hash, tracker: answer.tracker };
    },
    async prove() {
      const answer = await ask({ type: 'prove' });
      if (answer.type !== 'proof') throw new Error(`The voting worker answered ${answer.type} to a proof`);
      return answer.text;
    },
    forget: () => tell({ type: 'forget' }),
  };
}
