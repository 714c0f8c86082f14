import type { Timer } from '@bilik/devices';
import type { OlderStation, StationAnswer } from './station-client.ts';

/** What a station that was heard said. `older`: it runs on an older copy of its folder, and its word is not taken. */
export type Heard<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string; readonly older?: OlderStation };

/** What a command waits for: an answer of the station, or a medium of it that takes writes again. */
export type WaitsFor = 'station' | 'medium';

/** Commands to the station that are sent until they are heard. */
export interface PatientLine {
  /** What is waited for now; null while nothing waits. */
  readonly waitsFor: () => WaitsFor | null;
  /**
   * Sends a command until the station is heard. Its effect is the same however often it arrives.
   * @param whenFull whether a medium that takes no write is waited for too, or answered
   */
  readonly untilHeard: <Value>(
    ask: () => Promise<StationAnswer<Value>>,
    whenFull?: 'answer' | 'wait',
  ) => Promise<Heard<Value>>;
  /** Whatever still waits ends with an error. */
  readonly stop: () => void;
}

/** @param parts `retryMs`: how long to wait before an unheard command is sent again; `onChange` when waiting begins or ends */
export function openPatientLine(parts: {
  readonly timer: Timer;
  readonly retryMs: number;
  readonly onChange: () => void;
}): PatientLine {
  let waiting: WaitsFor | null = null;
  let stopped = false;
  const wakers = new Set<() => void>();

  const setWaiting = (next: WaitsFor | null): void => {
    if (waiting === next) return;
    waiting = next;
    parts.onChange();
  };

  const pause = async (until: WaitsFor): Promise<void> => {
    if (stopped) throw new Error('The booth was stopped while it waited for its station');
    setWaiting(until);
    await new Promise<void>((wake) => {
      wakers.add(wake);
      parts.timer.after(parts.retryMs, wake);
    });
    wakers.clear();
  };

  return {
    waitsFor: () => waiting,
    async untilHeard(ask, whenFull = 'answer') {
      for (;;) {
        const answer = await ask();
        const heard = answer.ok || answer.error.type !== 'station-unheard';
        const full =
          !answer.ok && answer.error.type === 'station-refused' && answer.error.reason === 'store-failed';
        if (heard && !(full && whenFull === 'wait')) {
          setWaiting(null);
          if (answer.ok) return answer;
          const { error } = answer;
          if (error.type === 'station-older') return { ok: false, reason: error.type, older: error };
          return { ok: false, reason: error.type === 'station-refused' ? error.reason : 'unheard' };
        }
        await pause(heard ? 'medium' : 'station');
      }
    },
    stop() {
      stopped = true;
      for (const wake of wakers) wake();
    },
  };
}
