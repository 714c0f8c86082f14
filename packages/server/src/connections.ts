import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One connection, and what is under way on it. */
interface Visit {
  readonly address: string;
  readonly socket: Socket;
  request: IncomingMessage | undefined;
  response: ServerResponse | undefined;
}

export interface Connections {
  /** Whether an answer has begun on this connection: then nothing else may be written to it. */
  readonly isAnswering: (socket: Socket) => boolean;
}

/**
 * Keeps a place free for whoever comes next. When all are taken, a connection of that device goes which holds the most:
 * the oldest on which no whole request has arrived, else the oldest. So a device that opens a thousand connections shuts out
 * itself, and a desk at another address loses nothing.
 */
export function limitConnections(server: Server, maxConnections: number): Connections {
  /** In the order in which they came, by their other end: on HTTPS a request stands on another socket than the one that came. */
  const visits = new Map<string, Visit>();
  server.on('connection', (socket) => {
    if (visits.size >= maxConnections) {
      const leaving = whoLeaves(visits);
      if (leaving !== undefined) {
        visits.delete(endOf(leaving));
        leaving.destroy();
      }
    }
    const end = endOf(socket);
    const visit = { address: socket.remoteAddress ?? '', socket, request: undefined, response: undefined };
    visits.set(end, visit);
    socket.once('close', () => {
      if (visits.get(end) === visit) visits.delete(end);
    });
  });
  server.on('request', (request, response) => {
    const visit = visits.get(endOf(request.socket));
    if (visit === undefined) return;
    visit.request = request;
    visit.response = response;
    response.once('close', () => {
      if (visit.response !== response) return;
      visit.request = undefined;
      visit.response = undefined;
    });
  });
  return {
    isAnswering: (socket) => visits.get(endOf(socket))?.response?.headersSent === true,
  };
}

/** Address and port of the other end: no two open connections to one door share them. */
function endOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function whoLeaves(visits: ReadonlyMap<string, Visit>): Socket | undefined {
  const counts = new Map<string, number>();
  for (const { address } of visits.values()) counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = Math.max(...counts.values());
  let oldest: Socket | undefined;
  for (const { socket, address, request } of visits.values()) {
    if (counts.get(address) !== most) continue;
    if (request?.complete !== true) return socket;
    oldest ??= socket;
  }
  return oldest;
}
