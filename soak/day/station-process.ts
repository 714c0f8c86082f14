import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type StationOrder, StationWord } from './station-orders.ts';

/** One run of a soaked station, in a process of its own. */
export interface StationProcess {
  readonly url: string;
  /** @throws when it is gone */
  readonly tell: (order: Exclude<StationOrder, { order: 'start' }>) => Promise<void>;
  /** SIGKILL; settles when it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<void>;
}

const STATION = join(import.meta.dirname, 'soaked-station.ts');
/** Compiled code is kept beside the packages, as `bilik` keeps it: a day starts its station several times. */
const COMPILE_CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bilik');

/** @param onBroken hears what the station could not explain @throws when it does not start */
export async function startStationProcess(
  order: Omit<Extract<StationOrder, { order: 'start' }>, 'order'>,
  onBroken: (error: string) => void,
): Promise<StationProcess> {
  const child: ChildProcess = fork(STATION, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  const ended = once(child, 'exit').then(() => undefined);
  let waiting: { readonly answer: (word: StationWord) => void } | undefined;
  child.on('message', (message) => {
    const word = StationWord.parse(message);
    if (word.said === 'broken') onBroken(word.error);
    else waiting?.answer(word);
  });
  const send = async (told: StationOrder): Promise<StationWord> => {
    const answered = new Promise<StationWord>((answer) => (waiting = { answer }));
    // one that died a moment ago hears nothing: that is an answer too
    child.send(told, () => undefined);
    const word = await Promise.race([
      answered,
      ended.then((): StationWord => ({ said: 'refused', error: 'the station is gone' })),
    ]);
    waiting = undefined;
    return word;
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const started = await send({ order: 'start', ...order });
  if (started.said !== 'ready') {
    await kill();
    throw new Error(`The station did not start: ${JSON.stringify(started)}`);
  }
  return {
    url: started.url,
    async tell(told) {
      const word = await send(told);
      if (word.said !== 'done')
        throw new Error(`The station did not take ${told.order}: ${JSON.stringify(word)}`);
    },
    kill,
    ended,
  };
}
