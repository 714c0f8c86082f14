import { askApi, type CallError, callApi } from '@bilik/ui/call';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import * as z from 'zod/mini';

const Explained = z.object({ happened: z.string(), notHappened: z.string(), toDo: z.string() });
const Refusal = z.object({ type: z.string(), sentences: z.object({ id: Explained, en: Explained }) });
export type SetupRefusal = z.infer<typeof Refusal>;
export type SetupError = CallError<SetupRefusal>;

const Listed = z.object({
  file: z.string(),
  medium: z.string(),
  fingerprint: z.string(),
  words: z.array(z.string()),
  hexGroups: z.array(z.string()),
  kind: z.enum(['exercise', 'real']),
  version: z.number(),
  madeOn: z.string(),
  pollingPlace: z.string(),
  number: z.number(),
  placeName: z.nullable(z.string()),
  village: z.string(),
});
export type ListedPackage = z.infer<typeof Listed>;

const Offer = z.object({
  number: z.number(),
  placeName: z.nullable(z.string()),
  village: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), leads: z.boolean() })),
});
export type TakeOverOffer = z.infer<typeof Offer>;

const Found = z.object({
  kind: z.enum(['exercise', 'real']),
  /** Where media appear; `*` stands for any folder. */
  lookedIn: z.array(z.string()),
  packages: z.array(Listed),
  /** A spare with the second medium of its polling place: what it may take over, or why it cannot. */
  takeOver: z.object({ offer: z.nullable(Offer), refusal: z.nullable(Refusal) }),
  refused: z.array(z.extend(Refusal, { file: z.string(), medium: z.string() })),
});
export type FoundPackages = z.infer<typeof Found>;

/** Deriving the key and checking every member takes seconds on an old laptop. */
const LOAD_TIMEOUT_MS = 120_000;

export const askPackages = () => askApi('/api/setup', { value: Found, timeoutMs: 30_000 });

/** Has the station check a whole package, or load it. */
export const tellSetup = (act: 'try' | 'load', fingerprint: string, passphrase: string) =>
  callApi(
    `/api/setup/${act}`,
    { fingerprint, passphrase },
    { value: z.null(), refusal: Refusal, timeoutMs: LOAD_TIMEOUT_MS },
  );

/** Two people make this spare the station of its polling place. */
export const tellTakeOver = (confirmations: readonly ProvedPerson[]) =>
  callApi(
    '/api/setup/take-over',
    { confirmations },
    { value: z.object({ epoch: z.number() }), refusal: Refusal, timeoutMs: LOAD_TIMEOUT_MS },
  );

export const tellGoOn = () => callApi('/api/setup/go-on', {}, { value: z.object({ board: z.string() }) });
