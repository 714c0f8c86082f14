import { type CallResult, callApi, type Reader } from '@bilik/ui/call';
import type { ActName } from '../../src/accounts/acts.ts';
import { ACCOUNT_HEADER } from '../../src/http/account-header.ts';

/** How often a page takes for granted that a slow office line answers. */
const PATIENCE_MS = 30_000;

/** Any refusal: its name is what a room explains. */
const refusalReader: Reader<{ readonly type: string; readonly [key: string]: unknown }> = {
  safeParse(value) {
    const isRefusal =
      typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
    return isRefusal
      ? { success: true, data: value as { readonly type: string; readonly [key: string]: unknown } }
      : { success: false };
  },
};

/**
 * Carries out one act as whoever is signed in. Never throws for what happens on the wire.
 * @param account carried out as this account or not at all (`not-paired`); left out: as whoever it is
 */
export function callAct<Value>(
  name: ActName,
  input: object,
  value: Reader<Value>,
  account?: string,
): Promise<CallResult<Value, { readonly type: string; readonly [key: string]: unknown }>> {
  return callApi(`/api/act/${name}`, input, {
    ...{ value, refusal: refusalReader, timeoutMs: PATIENCE_MS },
    headers: account === undefined ? undefined : { [ACCOUNT_HEADER]: account },
  });
}

/** The address of a paper, for a link. */
export function paperAddress(name: ActName, input: object = {}): string {
  return `/api/paper/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
}
