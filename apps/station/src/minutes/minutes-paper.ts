import type { Phase, PollingPlaceMinutes } from '@bilik/election';
import { renderMinutes } from '@bilik/papers';
import { renderedOnce } from './rendered-once.ts';

/** Minutes exist from closing on; before, every figure of theirs can still change. */
export interface MinutesNotYet {
  readonly type: 'minutes-not-yet';
  readonly phase: Phase;
}

/** The minutes (berita acara) as they stand now, PDF; missing fields and held sums say so on the paper. */
export type MinutesPaper = () =>
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: MinutesNotYet };

const AFTER_CLOSING: readonly Phase[] = ['closed', 'counted', 'sealed'];

export function openMinutesPaper(parts: {
  readonly phase: () => Phase;
  readonly minutes: () => PollingPlaceMinutes;
}): MinutesPaper {
  const render = renderedOnce((minutes: PollingPlaceMinutes) => renderMinutes({ minutes, qrText: null }));
  return () => {
    const phase = parts.phase();
    return AFTER_CLOSING.includes(phase)
      ? { ok: true, value: render(parts.minutes()) }
      : { ok: false, error: { type: 'minutes-not-yet', phase } };
  };
}
