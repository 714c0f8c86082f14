import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallResult } from './call.ts';

/** What a screen knows of the process behind it. Old figures stay on the screen, and the screen says that they are old. */
export interface Live<Value> {
  /** `not-paired`: the process answers, and knows this device no more. */
  readonly state: 'connecting' | 'live' | 'offline' | 'not-paired';
  /** The last answer; `undefined` before the first. */
  readonly value: Value | undefined;
  /** Asks again at once, for example after a command. */
  readonly refresh: () => void;
}

/** Even without an event the question is asked this often: a pulled cable sends no message. */
const RECHECK_MS = 15_000;
const RECONNECT_MS = 2_000;

export interface LiveOptions<Value> {
  /** How often the question is asked without an event; default 15,000. */
  readonly recheckMs?: number;
  /** An answer that came before the screen was drawn: it is shown until the next. */
  readonly first?: Value | undefined;
}

/**
 * Keeps a screen up to date: listens to the process's events (`changed`, without content) and asks the question again
 * after each. A call that fails makes the screen say so; the next that succeeds makes it live again.
 * @param eventsPath address of the server-sent events
 * @param ask        the question; give the same function each time (`useCallback`, or one of the module)
 */
export function useLive<Value>(
  eventsPath: string,
  ask: () => Promise<CallResult<Value, never>>,
  { recheckMs = RECHECK_MS, first }: LiveOptions<Value> = {},
): Live<Value> {
  const [state, setState] = useState<Live<Value>['state']>('connecting');
  const [value, setValue] = useState<Value | undefined>(first);
  const askAgain = useRef(() => {});

  useEffect(() => {
    const loop = openAskLoop(ask, (answer) => {
      if (answer.ok) setValue(answer.value);
      setState(answer.ok ? 'live' : answer.error.type === 'not-paired' ? 'not-paired' : 'offline');
    });
    askAgain.current = loop.wake;
    const stopListening = listen(eventsPath, loop.wake);
    const timer = setInterval(loop.wake, recheckMs);
    loop.wake();
    return () => {
      clearInterval(timer);
      stopListening();
      loop.stop();
    };
  }, [eventsPath, ask, recheckMs]);

  const refresh = useCallback(() => askAgain.current(), []);
  return { state, value, refresh };
}

/** Asks one question at a time; wakes during an open question lead to exactly one more after it. */
export interface AskLoop {
  /** Asks now, or once more after the open question. */
  readonly wake: () => void;
  /** No answer is taken any more. */
  readonly stop: () => void;
}

export function openAskLoop<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): AskLoop {
  let state: 'resting' | 'asking' | 'asking-once-more' | 'stopped' = 'resting';
  const run = async () => {
    state = 'asking';
    const answer = await ask();
    if (hasStopped()) return;
    take(answer);
    if (isWantedAgain()) return run();
    state = 'resting';
  };
  const hasStopped = () => state === 'stopped';
  const isWantedAgain = () => state === 'asking-once-more';
  return {
    wake() {
      if (state === 'resting') void run();
      else if (state === 'asking') state = 'asking-once-more';
    },
    stop() {
      state = 'stopped';
    },
  };
}

/** What this file needs of a browser's `EventSource`. */
export interface EventStream {
  /** 2: given up. */
  readonly readyState: number;
  readonly addEventListener: (type: 'changed' | 'error', act: () => void) => void;
  readonly close: () => void;
}

const GIVEN_UP = 2;

/**
 * Listens until the returned function is called; opens a new stream when the browser gave the old one up. Each lost or refused
 * stream wakes too: whether the process is there is for the question to find out, and a screen that gets no stream, because too many
 * are open, goes on by asking.
 */
export function listen(
  path: string,
  wake: () => void,
  openStream: (path: string) => EventStream = (address) => new EventSource(address),
): () => void {
  let stream: EventStream | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = openStream(path);
    stream.addEventListener('changed', wake);
    stream.addEventListener('error', () => {
      wake();
      // The browser retries by itself after a lost connection, but not after an answer that was no stream.
      if (stream?.readyState === GIVEN_UP) retry = setTimeout(open, RECONNECT_MS);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    stream?.close();
  };
}
