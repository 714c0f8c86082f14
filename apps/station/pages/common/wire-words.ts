import type { CallError } from '@bilik/ui/call';

/** What can go wrong between a page and the station, apart from a refusal that the page explains itself. */
export type WireError = Exclude<CallError<unknown>, { readonly type: 'refused' }>;

/** The phrase that says what happened. */
export const WIRE_WORDS = {
  'no-connection': 'parts.call.noConnection',
  'not-paired': 'parts.call.notPaired',
  'not-allowed': 'parts.call.notAllowed',
  'not-understood': 'parts.call.notUnderstood',
  busy: 'parts.call.busy',
  broken: 'parts.call.broken',
} as const satisfies Record<WireError['type'], string>;
