import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  cosign,
  judgeCheckpoint,
  type NoteKey,
  type NoteSigner,
  REQUEST_LIMIT_CHARACTERS,
  readAddCheckpoint,
  readCheckpoint,
  signaturesOf,
  type WitnessRefusal,
  writeNote,
} from '@bilik/publication';
import type { WitnessState } from './witness-state.ts';

/** What a witness answers: status, kind and text. */
export interface WitnessReply {
  readonly status: number;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly text: string;
}

/** A witness: who it is, whom it watches, what it remembers. */
export interface Witness {
  readonly signer: NoteSigner;
  readonly logs: readonly NoteKey[];
  readonly state: WitnessState;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Refusals after which both signed checkpoints are kept. A smaller tree is none: anybody may send an older checkpoint of an honest log again.
 * `split-view` proves by itself; with `not-consistent` the sender's proof was wrong, and the log is to show a right one.
 */
const KEPT: readonly WitnessRefusal['type'][] = ['split-view', 'not-consistent'];

const plain = (status: number, text: string): WitnessReply => ({
  status,
  type: 'text/plain; charset=utf-8',
  text: `${text}\n`,
});

/**
 * Answers `add-checkpoint`. Judging, keeping and cosigning happen in one turn: no second request comes between.
 * @source C2SP tlog-witness
 */
export function answerAddCheckpoint({ signer, logs, state, now }: Witness, body: string): WitnessReply {
  const request = readAddCheckpoint(body);
  if (request === undefined) return plain(400, 'no request of tlog-witness');
  const judged = judgeCheckpoint(request, logs, state.latest);
  if (judged.ok) {
    const { origin, note } = judged.value;
    state.keep(origin, request.checkpoint);
    const line = cosign(note.text, signer, Math.floor(now() / 1000));
    return { status: 200, type: 'text/plain; charset=utf-8', text: line };
  }
  const refusal = judged.error;
  const read = readCheckpoint(request.checkpoint);
  if (KEPT.includes(refusal.type) && read.ok) {
    const { origin, note } = read.value;
    // lines of others prove nothing and can be invented without end
    const lines = logs
      .flatMap((key) => (key.name === origin ? signaturesOf(note, key) : []))
      .map(({ line }) => line);
    state.keepRefused({ origin, refusal, offered: writeNote(note.text, [...new Set(lines)]) });
  }
  return 'latestSize' in refusal && refusal.status === 409
    ? { status: 409, type: 'text/x.tlog.size', text: `${refusal.latestSize}\n` }
    : plain(refusal.status, refusal.type);
}

/** A door with one route; anything else is not there. */
export function openWitnessDoor(witness: Witness): Server {
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/add-checkpoint') {
      reply(response, plain(404, 'POST /add-checkpoint'));
      return;
    }
    readBody(request, (body) =>
      reply(response, body === undefined ? plain(413, 'too large') : answerOrFail(witness, body)),
    );
  });
  server.requestTimeout = 20_000;
  server.headersTimeout = 10_000;
  server.maxConnections = 100;
  return server;
}

/** A state that cannot be read or written stops the answer, not the process. */
function answerOrFail(witness: Witness, body: string): WitnessReply {
  try {
    return answerAddCheckpoint(witness, body);
  } catch (error) {
    console.error(`witness: ${error instanceof Error ? error.message : String(error)}`);
    return plain(500, 'the witness could not keep its state; nothing was cosigned');
  }
}

function readBody(request: IncomingMessage, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= REQUEST_LIMIT_CHARACTERS) chunks.push(chunk);
  });
  request.on('end', () =>
    done(length <= REQUEST_LIMIT_CHARACTERS ? Buffer.concat(chunks).toString('utf8') : undefined),
  );
}

function reply(response: ServerResponse, { status, type, text }: WitnessReply): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
