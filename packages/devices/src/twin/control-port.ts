import { createServer, type Socket } from 'node:net';
import { parseTwinCommand, type TwinCommand, type TwinState } from './control.ts';
import { listenOn } from './listen.ts';

/** More than this without a line end is no control line. */
const LONGEST_UNFINISHED_LINE = 2_000;

/**
 * One JSON object a line in (`TwinCommand`), one out: `{"ok":true,"state":{…}}` or `{"ok":false,"error":"…"}`.
 * For drills and for tests in other processes; it belongs to the exercise, never to a polling place.
 */
export async function startControlPort(
  host: string,
  port: number,
  obey: (command: TwinCommand) => TwinState,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const answer = (line: string): string => {
    const command = parseTwinCommand(line);
    return JSON.stringify(command.ok ? { ok: true, state: obey(command.value) } : command);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let unfinished = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    socket.on('data', (text) => {
      const lines = (unfinished + String(text)).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') socket.write(`${answer(line)}\n`);
      if (unfinished.length > LONGEST_UNFINISHED_LINE) socket.destroy();
    });
  });
  return {
    port: await listenOn(server, host, port),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
