import { connect, createServer, type Socket } from 'node:net';

/** A cable between a booth and its station that can be pulled out and put in again. */
export interface CutLine {
  readonly port: number;
  /** Out at once; everything on it is lost. @returns settles when somebody found it out, or when it is in again */
  readonly pullOut: () => Promise<void>;
  readonly putIn: () => void;
  readonly stop: () => Promise<void>;
}

/** @param stationPort where the other end is, whoever listens there now */
export async function openCutLine(stationPort: number): Promise<CutLine> {
  const sockets = new Set<Socket>();
  let isOut = false;
  let found: () => void = () => undefined;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (isOut) {
      near.destroy();
      found();
      return;
    }
    const far = keep(connect(stationPort, '127.0.0.1'));
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    // the station answers under its own name only
    near.on('data', (bytes: Buffer) => {
      const text = bytes.toString('latin1');
      far.write(Buffer.from(text.replace(/^host: .*$/im, `host: 127.0.0.1:${stationPort}`), 'latin1'));
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The line has no port');
  return {
    port: address.port,
    pullOut() {
      isOut = true;
      for (const socket of sockets) socket.destroy();
      return new Promise((settle) => {
        found = settle;
      });
    },
    putIn() {
      isOut = false;
      found();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
