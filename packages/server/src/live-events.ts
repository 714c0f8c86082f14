import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Door } from './door.ts';
import { refusalBody } from './refusal.ts';
import { systemTimer, type Timer } from './timer.ts';

/** Tells open screens that something changed; what changed they ask for, so that no event carries figures. */
export interface LiveEvents {
  /** Says `changed` to every open screen: at once, or with others soon after when one was just said. */
  readonly announce: () => void;
  readonly openScreens: () => number;
  /** Ends all streams, so that the process can stop. */
  readonly end: () => void;
}

export interface LiveEventsOptions {
  /** Streams open at one time; default 64. One more is refused with 503, and its screen asks from time to time. */
  readonly maxStreams?: number;
  /** Of these, how many one owner may have; for one more, that owner's oldest is ended. Default: no limit of its own. */
  readonly maxStreamsOfOne?: number;
  /** A stream whose client left this many bytes unread is dropped; default 16 KiB, which nobody who reads ever leaves. */
  readonly maxUnreadBytes?: number;
  /** At most one `changed` in this many milliseconds, and always one after the last announcement; default 100. */
  readonly announceEveryMs?: number;
  readonly timer?: Timer;
  /** Whose stream a request opens; without it streams belong to nobody. */
  readonly ownerOf?: (request: FastifyRequest) => string;
}

const CHANGED = 'event: changed\ndata: 1\n\n';
const HEARTBEAT = ': here\n\n';

/** Server-sent events on `path`: one `changed` at once, then for announcements, and a comment every `heartbeatMs`. */
export function openLiveEvents(
  door: Door,
  path: string,
  heartbeatMs: number,
  options: LiveEventsOptions = {},
): LiveEvents {
  const { maxStreams = 64, maxUnreadBytes = 16_384, announceEveryMs = 100, timer = systemTimer } = options;
  const { ownerOf = () => '', maxStreamsOfOne = maxStreams } = options;
  /** Each stream with its owner. */
  const streams = new Map<ServerResponse, string>();

  const say = (text: string): void => {
    for (const stream of streams.keys()) {
      if (stream.writableLength <= maxUnreadBytes) {
        stream.write(text);
        continue;
      }
      streams.delete(stream);
      stream.destroy();
    }
  };

  let cancelHeartbeat: () => void = () => undefined;
  const beat = (): void => {
    cancelHeartbeat = timer.after(heartbeatMs, () => {
      say(HEARTBEAT);
      beat();
    });
  };
  beat();

  let announcing: 'resting' | 'just-said' | 'to-say-again' = 'resting';
  let cancelPause: () => void = () => undefined;
  const announce = (): void => {
    if (announcing !== 'resting') {
      announcing = 'to-say-again';
      return;
    }
    announcing = 'just-said';
    say(CHANGED);
    cancelPause = timer.after(announceEveryMs, () => {
      const isOwed = announcing === 'to-say-again';
      announcing = 'resting';
      if (isOwed) announce();
    });
  };

  /** Makes room for one more stream of an owner. A map keeps the order in which streams came. */
  const endOldestOf = (owner: string): void => {
    const own = [...streams].filter(([, whose]) => whose === owner).map(([stream]) => stream);
    for (const stream of own.slice(0, Math.max(0, own.length - maxStreamsOfOne + 1))) {
      streams.delete(stream);
      stream.destroy();
    }
  };

  door.get(path, (request, reply) => {
    const owner = ownerOf(request);
    if (maxStreamsOfOne < maxStreams && request.method === 'GET') endOldestOf(owner);
    if (streams.size >= maxStreams) return reply.code(503).send(refusalBody({ type: 'too-many-screens' }));
    reply.header('content-type', 'text/event-stream; charset=utf-8');
    // who asks for the head alone would otherwise wait for the end of a stream that has none
    if (request.method === 'HEAD') return reply.send();
    const headers = reply.getHeaders();
    reply.hijack();
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) reply.raw.setHeader(name, value);
    // nothing can follow a stream on its connection
    reply.raw.writeHead(200, { connection: 'close' });
    reply.raw.write(CHANGED);
    streams.set(reply.raw, owner);
    reply.raw.once('close', () => streams.delete(reply.raw));
    return reply;
  });

  return {
    announce,
    openScreens: () => streams.size,
    end() {
      cancelHeartbeat();
      cancelPause();
      for (const stream of streams.keys()) stream.end();
      streams.clear();
    },
  };
}
