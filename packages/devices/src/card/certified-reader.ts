import { connect, type Socket } from 'node:net';
import { systemTimer, type Timer } from '../timer.ts';
import type { IdentityReader, ReaderEvent, ReaderListener, ReaderTrouble } from './identity-reader.ts';
import { openLineCutter, PROTOCOL, parseReaderLine, type ReaderLine } from './reader-lines.ts';

/** How long the desk waits for a reader, in milliseconds. */
export interface ReaderPatience {
  /** For the connection and the greeting. */
  readonly greetMs: number;
  /** Until somebody lays down a card; then the same is asked again. */
  readonly readMs: number;
  /** How much later than `readMs` the answer may come. */
  readonly graceMs: number;
  /** Between a lost connection and the next attempt. */
  readonly againMs: number;
}

export const READER_PATIENCE: ReaderPatience = {
  greetMs: 3_000,
  readMs: 30_000,
  graceMs: 5_000,
  againMs: 2_000,
};

export interface CertifiedReaderOptions {
  readonly host: string;
  readonly port: number;
  readonly onEvent: ReaderListener;
  readonly patience?: ReaderPatience;
  readonly timer?: Timer;
}

const TROUBLE_OF: Readonly<Record<Extract<ReaderLine, { type: 'failed' }>['why'], ReaderTrouble | null>> = {
  // nobody laid down a card: the question is asked again
  timeout: null,
  unreadable: 'card-unreadable',
  gone: 'card-gone',
};

function eventOf(line: Exclude<ReaderLine, { type: 'pong' }>): ReaderEvent | null {
  switch (line.type) {
    case 'hello':
      return { type: 'ready' };
    case 'data':
      return { type: 'read', read: line.read };
    case 'failed': {
      const trouble = TROUBLE_OF[line.why];
      return trouble === null ? null : { type: 'trouble', trouble };
    }
  }
}

/**
 * A certified reader with its SAM, behind the small service of its maker that speaks our lines (`docs/reader-protocol.md`). One read at a
 * time; an answer to an earlier turn is let go, so that a late finger never belongs to the next person. A reader that vanishes, is silent
 * or talks nonsense is told as trouble and tried again.
 */
export function openCertifiedReader(options: CertifiedReaderOptions): IdentityReader {
  const { host, port, onEvent, patience = READER_PATIENCE, timer = systemTimer } = options;
  let isClosed = false;
  let turn = 0;
  let socket: Socket | undefined;
  let cancelWait: () => void = () => undefined;

  const waitFor = (milliseconds: number, act: () => void): void => {
    cancelWait();
    cancelWait = timer.after(milliseconds, act);
  };
  const lose = (from: Socket, trouble: ReaderTrouble): void => {
    if (socket !== from || isClosed) return;
    socket = undefined;
    from.destroy();
    onEvent({ type: 'trouble', trouble });
    waitFor(patience.againMs, greet);
  };
  const ask = (from: Socket): void => {
    turn += 1;
    from.write(`READ ${turn} ${Math.ceil(patience.readMs / 1_000)}\n`);
    waitFor(patience.readMs + patience.graceMs, () => lose(from, 'no-answer'));
  };
  const hear = (from: Socket, line: ReaderLine): void => {
    if (line.type === 'pong') return;
    if (line.type !== 'hello' && line.turn !== turn) return;
    const event = eventOf(line);
    if (event !== null) onEvent(event);
    ask(from);
  };
  function greet(): void {
    const opened = connect({ host, port, noDelay: true });
    socket = opened;
    opened.setEncoding('utf8');
    const cut = openLineCutter();
    waitFor(patience.greetMs, () => lose(opened, 'no-reader'));
    opened.once('connect', () => opened.write(`${PROTOCOL}\n`));
    opened.on('error', () => lose(opened, 'no-reader'));
    opened.once('close', () => lose(opened, 'no-reader'));
    opened.on('data', (text: string) => {
      const lines = cut(text)?.map(parseReaderLine);
      if (lines === undefined) {
        lose(opened, 'not-understood');
        return;
      }
      for (const line of lines) {
        if (socket !== opened) return;
        if (line === undefined) lose(opened, 'not-understood');
        else hear(opened, line);
      }
    });
  }

  greet();
  return {
    async close() {
      isClosed = true;
      cancelWait();
      socket?.destroy();
    },
  };
}
