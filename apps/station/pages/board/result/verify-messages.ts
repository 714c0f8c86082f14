import type { VerificationReport } from '@bilik/ballot';

/** What the page gives its worker: the bytes as they were downloaded. */
export interface VerifyRequest {
  readonly record: ArrayBuffer;
  /** Credentials of the void list, in decimal digits. */
  readonly voidCredentials: readonly string[];
}

/** What the worker says. */
export type VerifyMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'report'; readonly report: VerificationReport };
