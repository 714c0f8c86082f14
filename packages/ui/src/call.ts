/** Reads a value that came over the wire. Every zod schema (also `zod/mini`) is one. */
export interface Reader<Value> {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** What can come between a page and its process; what the handler itself refuses is `refused`. */
export type CallError<Refusal> =
  /** No answer, or the connection broke. It is not known whether the command was carried out: repeat it as it was. */
  | { readonly type: 'no-connection' }
  /** The handler refused (409): nothing was done; the refusal says why. */
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** This device has no session: it was never paired, or it was taken out (401). */
  | { readonly type: 'not-paired' }
  /** This device may not do that (403). */
  | { readonly type: 'not-allowed' }
  /** The door did not understand the request (400, 404, 413): page and process do not fit together. */
  | { readonly type: 'not-understood'; readonly status: number }
  /** As much as may wait is waiting (429): nothing was done; the same may be asked again in a moment. */
  | { readonly type: 'busy' }
  /** The process failed inside (5xx), or its answer was not what it must be. */
  | { readonly type: 'broken'; readonly status: number };

export type CallResult<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CallError<Refusal> };

export interface CallOptions<Value, Refusal> {
  /** Reads the `value` of a good answer. */
  readonly value: Reader<Value>;
  /** Reads the `error` of a refusal; a command that is never refused needs none. */
  readonly refusal?: Reader<Refusal> | undefined;
  /** After this the call counts as `no-connection`; by default 10 seconds. */
  readonly timeoutMs?: number | undefined;
  /** Sent beside our own; names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

let spokenAs: string | undefined;

/** From now on every call of this page says that it comes from this device (`desk-1`); the browser keeps what proves it. */
export function speakAs(device: string): void {
  spokenAs = device;
}

function deviceHeader(): Readonly<Record<string, string>> {
  return spokenAs === undefined ? {} : { 'x-bilik-device': spokenAs };
}

/** An address that says it too, for what cannot carry a header: event streams, links, downloads. */
export function asDevice(path: string): string {
  if (spokenAs === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}device=${encodeURIComponent(spokenAs)}`;
}

/**
 * Sends one command (POST, JSON). Never throws for anything that happens on the wire.
 * @param path relative to the page or absolute on this origin
 */
export function callApi<Value, Refusal = never>(
  path: string,
  body: unknown,
  options: CallOptions<Value, Refusal>,
): Promise<CallResult<Value, Refusal>> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...deviceHeader(), ...options.headers },
    body: JSON.stringify(body),
  };
  return send(path, request, options);
}

/** Asks one question (GET). Never throws for anything that happens on the wire. */
export function askApi<Value>(
  path: string,
  options: CallOptions<Value, never>,
): Promise<CallResult<Value, never>> {
  return send(path, { headers: { ...deviceHeader(), ...options.headers } }, options);
}

async function send<Value, Refusal>(
  path: string,
  request: RequestInit,
  options: CallOptions<Value, Refusal>,
): Promise<CallResult<Value, Refusal>> {
  const fail = (error: CallError<Refusal>) => ({ ok: false, error }) as const;
  let status: number;
  let text: string;
  try {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
    const response = await fetch(path, { ...request, signal, cache: 'no-store' });
    status = response.status;
    text = await response.text();
  } catch {
    return fail({ type: 'no-connection' });
  }
  if (status === 401) return fail({ type: 'not-paired' });
  if (status === 403) return fail({ type: 'not-allowed' });
  if (status === 429) return fail({ type: 'busy' });
  if (status >= 500) return fail({ type: 'broken', status });
  const answer = parseAnswer(text);
  if (status === 200 && answer.ok === true) {
    const value = options.value.safeParse(answer.value);
    return value.success ? { ok: true, value: value.data } : fail({ type: 'broken', status });
  }
  if (status === 409) {
    const refusal = options.refusal?.safeParse(answer.error);
    return refusal?.success === true
      ? fail({ type: 'refused', refusal: refusal.data })
      : fail({ type: 'broken', status });
  }
  return fail(status >= 400 ? { type: 'not-understood', status } : { type: 'broken', status });
}

function parseAnswer(text: string): {
  readonly ok?: unknown;
  readonly value?: unknown;
  readonly error?: unknown;
} {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}

/** Phrases of `parts` without parameters. */
export type CallPhrase =
  `parts.call.${'noConnection' | 'notPaired' | 'notAllowed' | 'notUnderstood' | 'busy' | 'broken'}`;

/** The phrase that says what happened, for every error but a refusal, which the page explains itself. */
export function explainCall(error: Exclude<CallError<unknown>, { readonly type: 'refused' }>): CallPhrase {
  switch (error.type) {
    case 'no-connection':
      return 'parts.call.noConnection';
    case 'not-paired':
      return 'parts.call.notPaired';
    case 'not-allowed':
      return 'parts.call.notAllowed';
    case 'not-understood':
      return 'parts.call.notUnderstood';
    case 'busy':
      return 'parts.call.busy';
    case 'broken':
      return 'parts.call.broken';
  }
}
