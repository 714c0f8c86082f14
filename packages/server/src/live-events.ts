import type { Door } from './door.ts';

/** Tells open screens that something changed; what changed they ask for, so that no event carries figures. */
export interface LiveEvents {
  /** Sends `changed` to every open screen. */
  readonly announce: () => void;
  readonly openScreens: () => number;
  /** Ends all streams, so that the process can stop. */
  readonly end: () => void;
}

/** Server-sent events on `path`: one `changed` at once, then one for each announcement, and a comment every `heartbeatMs`. */
export function openLiveEvents(door: Door, path: string, heartbeatMs: number): LiveEvents {
  const streams = new Set<NodeJS.WritableStream>();
  const timer = setInterval(() => {
    for (const stream of streams) stream.write(': here\n\n');
  }, heartbeatMs);
  timer.unref();

  door.get(path, (request, reply) => {
    const headers = reply.getHeaders();
    reply.hijack();
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    reply.raw.write('event: changed\ndata: 1\n\n');
    streams.add(reply.raw);
    request.raw.on('close', () => streams.delete(reply.raw));
  });

  return {
    announce() {
      for (const stream of streams) stream.write('event: changed\ndata: 1\n\n');
    },
    openScreens: () => streams.size,
    end() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
