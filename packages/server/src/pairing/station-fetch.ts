import type { IncomingMessage } from 'node:http';
import { request as requestSecurely } from 'node:https';

/** What of `fetch` the clients of a station need. */
export interface StationRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export type StationFetch = (url: string | URL, request?: StationRequest) => Promise<Response>;

/**
 * A `fetch` that follows no redirection and, over HTTPS, trusts one authority and nobody else, whatever the machine trusts.
 * @param authority PEM of the package's authority; `null` where there is no HTTPS, and then an https address is refused
 */
export function stationFetch(authority: string | null): StationFetch {
  return (address, request = {}) => {
    const url = new URL(address);
    if (url.protocol === 'http:') return fetch(url, { ...request, redirect: 'error' });
    if (authority === null) return Promise.reject(new Error('This device holds no authority for HTTPS'));
    return fetchSecurely(url, request, authority);
  };
}

function fetchSecurely(url: URL, request: StationRequest, authority: string): Promise<Response> {
  const { method = 'GET', headers = {}, body, signal } = request;
  return new Promise((resolve, reject) => {
    const asking = requestSecurely(
      url,
      {
        method,
        headers:
          body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ca: authority,
        ...(signal === undefined ? {} : { signal }),
      },
      (answer) => {
        const { statusCode = 0 } = answer;
        if (statusCode >= 300 && statusCode < 400) {
          answer.resume();
          reject(new Error('A station sends nobody elsewhere'));
          return;
        }
        const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const hasBody = statusCode !== 204 && statusCode !== 304;
        if (!hasBody) answer.resume();
        resolve(
          new Response(hasBody ? piecesOf(answer) : null, {
            status: statusCode,
            headers: new Headers(pairs),
          }),
        );
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

/** Reads on only as fast as it is read here. */
function piecesOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = answer[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(stream) {
      const next = await pieces.next();
      if (next.done === true) stream.close();
      else stream.enqueue(next.value);
    },
    cancel() {
      answer.destroy();
    },
  });
}
