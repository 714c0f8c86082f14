import { connect, type Socket } from 'node:net';
import type { PrinterTransport } from '../escpos/transport.ts';
import type { Timer } from '../timer.ts';

/**
 * @param port usually 9100
 * @param withinMs for the connection to stand
 * @returns null when nobody answers there
 */
export async function openTcpWire(
  { host, port }: { readonly host: string; readonly port: number },
  timer: Timer,
  withinMs: number,
): Promise<PrinterTransport | null> {
  const socket = await openSocket(host, port, timer, withinMs);
  if (socket === null) return null;
  return {
    write: (bytes) => {
      if (!socket.destroyed) socket.write(bytes);
    },
    listen: ({ onBytes, onGone }) => {
      if (socket.destroyed) onGone();
      socket.on('data', onBytes);
      socket.once('end', () => socket.destroy());
      socket.once('close', onGone);
    },
    close: () => socket.destroy(),
  };
}

function openSocket(host: string, port: number, timer: Timer, withinMs: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const finish = (result: Socket | null): void => {
      cancel();
      if (result === null) socket.destroy();
      resolve(result);
    };
    const cancel = timer.after(withinMs, () => finish(null));
    socket.once('connect', () => finish(socket));
    // A broken connection also closes, and `close` is what the transport listens to.
    socket.on('error', () => finish(null));
  });
}
