import { createServer, type Socket } from 'node:net';
import type { CardRead } from '../card/identity-reader.ts';
import { openLineCutter, PROTOCOL } from '../card/reader-lines.ts';
import { systemTimer, type Timer } from '../timer.ts';
import { listenOn } from './listen.ts';

type Chip = Omit<Extract<CardRead, { kind: 'chip' }>, 'kind'>;

/** What can go wrong with a reader and its service. */
export type ReaderFault =
  /** No finger and no card in time. */
  | 'timeout'
  /** The chip does not answer: stapled, bleached, broken. */
  | 'unreadable'
  | 'gone'
  /** The service dies in the middle of a read. */
  | 'vanishes'
  /** It holds the question and never answers. */
  | 'silent'
  /** It says something that is in no protocol. */
  | 'garbage'
  /** It answers the question before this one. */
  | 'late';

export interface VirtualCertifiedReader {
  readonly port: number;
  /** Somebody lays a card down and holds a finger to the glass. Waits until the desk asks for one. */
  readonly present: (chip: Chip) => Promise<void>;
  readonly misbehave: (fault: ReaderFault) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Question {
  readonly socket: Socket;
  readonly turn: number;
  /** Ends the wait for somebody to come. */
  readonly taken: () => void;
}

/** A certified reader's service that has no reader, no SAM and no card: for exercises and tests. @param port 0: any free one */
export async function startVirtualCertifiedReader(
  port = 0,
  timer: Timer = systemTimer,
): Promise<VirtualCertifiedReader> {
  const sockets = new Set<Socket>();
  let asked: Question | undefined;
  let waiting: ((question: Question) => void)[] = [];

  const hear = (socket: Socket, line: string): void => {
    if (line === PROTOCOL) {
      socket.write(`${PROTOCOL} virtual\n`);
      return;
    }
    const [, turn, seconds] = /^READ (\d+) (\d+)$/.exec(line) ?? [];
    if (turn === undefined) {
      socket.destroy();
      return;
    }
    const taken = timer.after(Number(seconds) * 1_000, () => {
      if (asked !== question) return;
      asked = undefined;
      socket.write(`FAIL ${turn} timeout\n`);
    });
    const question: Question = { socket, turn: Number(turn), taken };
    const first = waiting.shift();
    if (first === undefined) {
      asked = question;
      return;
    }
    taken();
    first(question);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    const cut = openLineCutter();
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      for (const line of cut(text) ?? []) hear(socket, line);
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      if (asked?.socket !== socket) return;
      asked.taken();
      asked = undefined;
    });
  });
  const question = (): Promise<Question> => {
    const now = asked;
    asked = undefined;
    now?.taken();
    return now === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(now);
  };

  return {
    port: await listenOn(server, '127.0.0.1', port),
    async present(chip) {
      const { socket, turn } = await question();
      socket.write(`DATA ${turn} ${JSON.stringify(chip)}\n`);
    },
    async misbehave(fault) {
      const { socket, turn, taken } = await question();
      switch (fault) {
        case 'timeout':
        case 'unreadable':
        case 'gone':
          socket.write(`FAIL ${turn} ${fault}\n`);
          return;
        case 'vanishes':
          socket.destroy();
          return;
        case 'silent':
          return;
        case 'garbage':
          socket.write('KARTU OK\n');
          return;
        case 'late':
          socket.write(`FAIL ${turn - 1} unreadable\n`);
          asked = { socket, turn, taken };
          return;
      }
    },
    async stop() {
      waiting = [];
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
