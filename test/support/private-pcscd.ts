import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { newFolder } from './station-disk.ts';

/** A smart-card daemon of the test's own: its socket folder, its settings and its virtual reader are nobody else's. */
export interface PrivatePcscd {
  /** Where the virtual reader waits for a card. */
  readonly cardPort: number;
  /** What a process needs in its environment to find this daemon. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const DAEMON = '/usr/sbin/pcscd';
const SOCKET_FOLDER = '/run/pcscd';
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 25;

/** A port that is free now, and the one after it: the virtual reader has two slots. */
async function freePair(): Promise<number> {
  for (;;) {
    const port = await freePort(0);
    if (port !== undefined && (await freePort(port + 1)) !== undefined) return port;
  }
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ host: '0.0.0.0', port: wanted }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

async function until(isThere: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await isThere())) {
    if (performance.now() > giveUpAt) throw new Error(`${what} did not come within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Starts `pcscd` in a mount namespace of its own, in which the folder of its socket is an empty one: a daemon of the machine, or of another
 * test, is neither met nor disturbed. Processes outside reach the socket through the daemon's own root in `/proc`.
 */
export async function startPrivatePcscd(): Promise<PrivatePcscd> {
  const cardPort = await freePair();
  const settings = join(newFolder(), 'readers');
  mkdirSync(settings);
  writeFileSync(
    join(settings, 'virtual'),
    `FRIENDLYNAME "Bilik Virtual"\nDEVICENAME /dev/null:${cardPort}\nLIBPATH ${DRIVER}\nCHANNELID ${cardPort}\n`,
  );
  const asOwnRoot = process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount'];
  const script = `mkdir -p ${SOCKET_FOLDER} && mount -t tmpfs none ${SOCKET_FOLDER} && exec ${DAEMON} --foreground --config '${settings}'`;
  const daemon = spawn('unshare', [...asOwnRoot, 'sh', '-c', script], { stdio: 'ignore' });
  const socket = `/proc/${daemon.pid}/root${SOCKET_FOLDER}/pcscd.comm`;
  await until(() => {
    if (daemon.exitCode !== null) throw new Error(`pcscd ended with ${daemon.exitCode}`);
    return existsSync(socket);
  }, 'pcscd');
  await until(() => answers(cardPort), 'the virtual reader');
  return {
    cardPort,
    environment: { PCSCLITE_CSOCK_NAME: socket },
    async stop() {
      daemon.kill('SIGTERM');
      await ended(daemon);
    },
  };
}
