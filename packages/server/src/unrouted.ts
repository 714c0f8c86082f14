import { type ServerResponse, STATUS_CODES } from 'node:http';
import { type DoorRefusal, refusalBody } from './refusal.ts';

/** How a request is refused that never became one. */
export interface UnroutedAnswer {
  readonly status: number;
  readonly refusal: DoorRefusal;
}

/** What Node's parser or clock had against a connection. @param code of the error of `clientError` */
export function answerToClientError(code: string): UnroutedAnswer {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, refusal: { type: 'too-slow' } };
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, refusal: { type: 'headers-too-large' } };
    default:
      return { status: 400, refusal: { type: 'not-http' } };
  }
}

/** What Fastify's router had against an address. @param code of the framework's error */
export function answerToFrameworkError(code: string): UnroutedAnswer {
  const status = code === 'FST_ERR_MAX_PARAM_LENGTH' ? 414 : 400;
  return { status, refusal: { type: 'address-unreadable' } };
}

function parts({ refusal }: UnroutedAnswer, headers: Readonly<Record<string, string>>) {
  const body = JSON.stringify(refusalBody(refusal));
  return {
    body,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    },
  };
}

/** Answers a request that Fastify's router or Node refused before any hook ran. */
export function answerUnrouted(
  response: ServerResponse,
  answer: UnroutedAnswer,
  headers: Readonly<Record<string, string>>,
): void {
  const { body, headers: all } = parts(answer, headers);
  response.writeHead(answer.status, all);
  response.end(body);
}

/** A whole answer as bytes on the wire, for a connection on which no request stands. */
export function writeRawAnswer(answer: UnroutedAnswer, headers: Readonly<Record<string, string>>): string {
  const { body, headers: all } = parts(answer, headers);
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.join('')}\r\n${body}`;
}
