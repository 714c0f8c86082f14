import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_NAME } from '@bilik/transfer';
import { z } from 'zod';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import { type Durably, type StoreFailed, storeFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import { writeWholeFile } from '../store/whole-file.ts';
import { CODE_PAGE_NAME, readCodePage } from './code-page.ts';
import type { DeliveryMade } from './sealed-delivery.ts';
import { type SendFault, sendOnce } from './send-once.ts';

/** Where the sealed result stands, as the board says it. */
export type SendStanding =
  /** Nobody has sent it: it is here and nowhere else. */
  | { readonly state: 'kept-here' }
  | {
      readonly state: 'sending' | 'interrupted';
      readonly address: string;
      readonly sentBytes: number;
      readonly totalBytes: number;
      /** Why it is not going on; null while it is. */
      readonly fault: SendFault | null;
    }
  | {
      readonly state: 'received';
      readonly address: string;
      /** The receiver's minute, in UTC. */
      readonly receivedAt: string;
      /** Base64 of the receiver's key: the one that the package names. */
      readonly receiver: string;
      /** The receipt's exact text. */
      readonly receipt: string;
    };

export type SendRefusal =
  | PeopleRefusal
  | StoreFailed
  | Extract<DeliveryMade, { readonly ok: false }>['error']
  | { readonly type: 'address-malformed' };

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: SendRefusal };

export interface OutboxWritten {
  /** What people copy to a stick, whole. */
  readonly outbox: string;
  readonly folder: string;
}

/** The signed result out: by network, resumed by itself, or as a folder for a stick. Nothing before sealing. */
export interface Sending {
  readonly standing: () => SendStanding;
  /** Two people say where to; goes on by itself, also after a restart, until the receipt is here. Another address begins there anew. */
  readonly send: (request: {
    readonly address: string;
    readonly confirmedBy: readonly string[];
  }) => Answer<undefined>;
  /** Writes the same bytes into the station's outbox, the manifest last. @returns the outbox, and the delivery's own folder in it */
  readonly writeOutbox: (confirmedBy: readonly string[]) => Answer<OutboxWritten>;
  /** The page by which anybody checks the result's signed code; undefined before sealing. */
  readonly codePage: () => Buffer | undefined;
  /** Goes on with what was begun before a restart. */
  readonly resume: () => void;
  /** Calls `moved` whenever the standing changes; one listener. */
  readonly follow: (moved: () => void) => void;
  readonly stop: () => Promise<void>;
}

const KeptSchema = z.strictObject({
  address: z.string().max(300),
  receipt: z
    .strictObject({ text: z.string().max(4096), receivedAt: z.string(), receiver: z.string() })
    .nullable(),
});

export interface SendingParts {
  readonly place: Pick<PreparedPlace, 'definition' | 'manifest'>;
  readonly outbox: string;
  readonly papers: Papers;
  readonly durably: Durably;
  readonly delivery: () => DeliveryMade;
  /** Between two tries when nobody answers. */
  readonly retryMs: number;
}

export function openSending(parts: SendingParts): Sending {
  const { papers, durably } = parts;
  const kept = () => papers.get('delivery', KeptSchema);
  let sentBytes = 0;
  let totalBytes = 0;
  let fault: SendFault | null = null;
  let moved = () => {};
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;

  const run = async (address: URL, signal: AbortSignal): Promise<void> => {
    for (;;) {
      const made = parts.delivery();
      if (!made.ok || signal.aborted) return;
      totalBytes = made.value.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
      const heard = await sendOnce(address, made.value, {
        signal,
        receiver: parts.place.manifest.receiver,
        onProgress(bytes) {
          fault = null;
          sentBytes = bytes;
          moved();
        },
      });
      if (signal.aborted) return;
      if (heard.ok) {
        // a store that takes nothing now gets the same receipt at the next try
        const { text, receipt } = heard.value;
        const written = durably('delivery', () =>
          papers.put('delivery', {
            address: address.href,
            receipt: { text, receivedAt: receipt.received_at, receiver: receipt.receiver },
          } satisfies z.output<typeof KeptSchema>),
        );
        if (written.ok) return moved();
      } else {
        fault = heard.error;
        moved();
        if (heard.error.type === 'refused' || heard.error.type === 'other-receiver') return;
      }
      await pause(parts.retryMs, signal);
    }
  };
  const begin = (address: URL): void => {
    running?.abort.abort();
    const abort = new AbortController();
    sentBytes = 0;
    fault = null;
    running = { abort, done: run(address, abort.signal) };
  };
  const people = (confirmedBy: readonly string[]) =>
    confirmAct(parts.place.definition, 'export_record', confirmedBy);

  return {
    standing() {
      const { address, receipt } = kept() ?? { address: null, receipt: null };
      if (address === null) return { state: 'kept-here' };
      if (receipt !== null) {
        const { text, receivedAt, receiver } = receipt;
        return { state: 'received', address, receivedAt, receiver, receipt: text };
      }
      return {
        state: fault === null ? 'sending' : 'interrupted',
        address,
        sentBytes,
        totalBytes,
        fault,
      };
    },
    send({ address, confirmedBy }) {
      const url = addressOf(address);
      if (url === undefined) return { ok: false, error: { type: 'address-malformed' } };
      const made = parts.delivery();
      if (!made.ok) return made;
      const allowed = people(confirmedBy);
      if (!allowed.ok) return allowed;
      const before = kept();
      if (before?.address === url.href && before.receipt !== null) return { ok: true, value: undefined };
      const written = durably('delivery', () => {
        papers.put('delivery', { address: url.href, receipt: null });
        return undefined;
      });
      if (written.ok) begin(url);
      return written;
    },
    writeOutbox(confirmedBy) {
      const made = parts.delivery();
      if (!made.ok) return made;
      const allowed = people(confirmedBy);
      if (!allowed.ok) return allowed;
      const folder = join(parts.outbox, parts.place.definition.pollingPlace.id);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // without its manifest a folder is no delivery, whatever else a power cut leaves in it
        rmSync(join(folder, MANIFEST_NAME), { force: true });
        for (const { name, bytes } of made.value.files) writeWholeFile(join(folder, name), bytes);
        writeWholeFile(join(folder, MANIFEST_NAME), made.value.manifestText);
        const page = readCodePage();
        // beside the delivery, which holds its own files and no other
        if (page !== undefined) writeWholeFile(join(parts.outbox, CODE_PAGE_NAME), page);
      } catch (error) {
        return storeFailed(error);
      }
      return { ok: true, value: { outbox: parts.outbox, folder } };
    },
    codePage: () => (parts.delivery().ok ? readCodePage() : undefined),
    resume() {
      const before = kept();
      const url = before?.receipt === null ? addressOf(before.address) : undefined;
      if (url !== undefined) begin(url);
    },
    follow(listener) {
      moved = listener;
    },
    async stop() {
      running?.abort.abort();
      await running?.done;
    },
  };
}

/** @returns undefined for what is no address of a web server: other schemes, names or passwords in it */
function addressOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url : undefined;
}

/** Ends early when it is told to stop. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
