import { askApi, type CallError, type CallResult, callApi, type Reader } from '@bilik/ui/call';
import { z } from 'zod';
import { TrusteeRefusal } from '../../src/api/refusal.ts';
import { TrusteeState } from '../../src/api/state.ts';

/** What comes back from a command of this device. */
export type Outcome<Value> = CallResult<Value, TrusteeRefusal>;

/** What can come instead of a value. */
export type DeviceError = CallError<TrusteeRefusal>;

/** The passphrase alone takes a second on an old laptop; a large record takes minutes. */
const COMMAND_TIMEOUT_MS = 60_000;
const CHECK_TIMEOUT_MS = 30 * 60_000;

/** The polling place whose key of several this page is about; null for a device with one key. */
export const PLACE: string | null = new URLSearchParams(location.search).get('tempat');
const BASE = PLACE === null ? '/api' : `/api/keys/${PLACE}`;

const Ignored = z.unknown();
const Text = z.strictObject({ text: z.string() });
const Added = z.strictObject({ name: z.string(), round: z.string(), certificateId: z.string() });
const OwnShare = z.strictObject({ owner: z.int(), share: z.string() });

function tell<Value>(path: string, body: unknown, value: Reader<Value>, timeoutMs = COMMAND_TIMEOUT_MS) {
  return callApi<Value, TrusteeRefusal>(`${BASE}${path}`, body, {
    value,
    refusal: TrusteeRefusal,
    timeoutMs,
  });
}

export const askState = (): Promise<CallResult<TrusteeState, never>> =>
  askApi(`${BASE}/state`, { value: TrusteeState });

/** The commands of this device, one each. A passphrase is left out where the secret is still open. */
export const device = {
  start: (input: { readonly ceremony: string; readonly name: string; readonly passphrase: string }) =>
    tell('/ceremony/start', input, Ignored),
  deal: (input: { readonly threshold: number; readonly passphrase?: string }) =>
    tell('/ceremony/polynomial', input, Ignored),
  receive: (input: { readonly passphrase?: string }) => tell('/ceremony/share', input, Ignored),
  finish: (input: { readonly passphrase?: string }) => tell('/ceremony/finish', input, Ignored),
  add: (message: string) => tell('/ceremony/add', { message }, Added),
  remove: (round: string, certificateId: string) =>
    tell('/ceremony/remove', { round, certificateId }, Ignored),
  abandon: (ceremony: string) => tell('/ceremony/abandon', { ceremony }, Ignored),
  ownMessage: (round: string) => tell(`/ceremony/own/${round}`, {}, Text),
  keySheet: (passphrase: string) => tell('/key-sheet', { passphrase }, Text),
  restore: (input: { readonly sheet: string; readonly trustees: string; readonly passphrase: string }) =>
    tell('/restore', input, Ignored),
  trustees: () => tell('/ceremony/trustees', {}, Text),
  bind: (input: { readonly election: string; readonly trustees: string }) =>
    tell('/election', input, Ignored),
  fetchAndCheck: () => tell('/opening/fetch', { from: 'station' }, Ignored, CHECK_TIMEOUT_MS),
  check: () => tell('/opening/check', {}, Ignored, CHECK_TIMEOUT_MS),
  stopCheck: () => tell('/opening/stop', {}, Ignored),
  share: (typed: { readonly passphrase: string; readonly ballotCount: number }) =>
    tell('/opening/share', typed, Ignored),
  ownShare: () => tell('/opening/own-share', {}, OwnShare),
  send: () => tell('/opening/send', {}, Ignored),
  upload: (file: 'record' | 'void', content: Blob) => sendFile(`${BASE}/opening/${file}`, content),
} as const;

const UploadAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: TrusteeRefusal }),
]);

/** Sends one file as it is; never throws for anything that happens on the wire. */
async function sendFile(path: string, content: Blob): Promise<Outcome<unknown>> {
  let status = 0;
  let answer: unknown;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
      signal: AbortSignal.timeout(CHECK_TIMEOUT_MS),
    });
    status = response.status;
    answer = await response.json();
  } catch {
    if (status === 0) return { ok: false, error: { type: 'no-connection' } };
  }
  const read = UploadAnswer.safeParse(answer);
  if (!read.success) return { ok: false, error: { type: 'broken', status } };
  return read.data.ok
    ? { ok: true, value: undefined }
    : { ok: false, error: { type: 'refused', refusal: read.data.error } };
}

/** Puts a text into the downloads of this device. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** A name as part of a file name: `Ibu Sari` → `ibu-sari`. */
export function fileNamePart(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
