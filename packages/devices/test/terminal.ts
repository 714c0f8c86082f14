import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A device file of the kernel's own, behind which the twin answers: a pseudo-terminal in raw mode, made by util-linux' `script`. */
export interface PrinterTerminal {
  /** Such as /dev/pts/3. */
  readonly path: string;
  /** What a pulled plug does: every later read and write is an error, and the path is gone. */
  unplug(): Promise<void>;
}

/** @param port of the twin; null: a device that says nothing */
export async function openPrinterTerminal(port: number | null): Promise<PrinterTerminal> {
  const script: ChildProcess = spawn(
    'script',
    ['-qfc', 'stty raw -echo && tty && exec sleep 86400', '/dev/null'],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const { stdin, stdout } = script;
  if (stdin === null || stdout === null) throw new Error('script was started without pipes');
  stdin.on('error', () => undefined);
  const lines = createInterface({ input: stdout });
  const [path]: unknown[] = await once(lines, 'line');
  lines.close();
  if (typeof path !== 'string' || !path.startsWith('/dev/pts/')) throw new Error('script made no terminal');
  let socket: Socket | null = null;
  if (port === null) stdout.resume();
  else {
    socket = connect({ host: '127.0.0.1', port, noDelay: true });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    stdout.pipe(socket);
    socket.pipe(stdin);
  }
  return {
    path,
    async unplug() {
      socket?.destroy();
      if (script.exitCode !== null || script.signalCode !== null) return;
      const ended = once(script, 'exit');
      script.kill('SIGKILL');
      await ended;
    },
  };
}
