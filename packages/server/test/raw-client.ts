import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Door } from '../src/index.ts';

/** One raw connection to a door, which sends exactly what a test says. */
export interface RawClient {
  readonly socket: Socket;
  /** Everything heard so far. */
  readonly heard: () => string;
  /** Settles when the other side has ended the connection; gives everything heard. */
  readonly closed: Promise<string>;
  /** Settles when what was heard holds this text. */
  readonly hears: (text: string) => Promise<void>;
}

/** @param localAddress another address of this machine, such as 127.0.0.66, so that the door takes it for another device */
export async function connectRaw(port: number, localAddress: string = '127.0.0.1'): Promise<RawClient> {
  const socket = connect({ host: '127.0.0.1', port, localAddress });
  let heard = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    heard += text;
  });
  // an ended connection is an answer here
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  await once(socket, 'connect');
  return {
    socket,
    heard: () => heard,
    closed,
    async hears(text) {
      while (!heard.includes(text)) await once(socket, 'data');
    },
  };
}

/** Opens the door on a free port of this machine. @returns the port */
export async function listenAnywhere(door: Door): Promise<number> {
  await door.listen({ host: '127.0.0.1', port: 0 });
  const address = door.server.address();
  if (address === null || typeof address === 'string') throw new Error('the door listens on no port');
  return address.port;
}

/** Sends one request as it is and gives everything that comes back, until the door closes. */
export async function sayRaw(port: number, text: string): Promise<string> {
  const client = await connectRaw(port);
  client.socket.write(text, 'latin1');
  return client.closed;
}
