import type { CivilTime, ElectionDefinition, FigureRow, PollState, RestartCause } from '@bilik/election';
import { renderRestartReport } from '@bilik/papers';
import { z } from 'zod';
import { type Restart, RestartSchema } from '../minutes/minutes-fields.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import type { StationStore } from '../store/station-store.ts';
import type { Software } from './board.ts';

type Answer<Value, Refusal = StoreFailed> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** How the run before this one is known to have ended. */
const RunSchema = z.strictObject({
  /** Which start of the machine it ran in; null where the machine does not say. */
  machineStart: z.string().max(60).nullable(),
  hasStopped: z.boolean(),
});

/** Starts of the station in the middle of the day, each with its paper. */
export interface Restarts {
  readonly entries: () => readonly Restart[];
  /** Call inside the write that opens the polls: from here on a start is a restart. */
  readonly noteOpening: () => void;
  /** Notes a start while polls are open. Where no medium takes it, it is kept in mind until `noteWhatWasMissed`. */
  readonly noteStart: () => Answer<undefined>;
  readonly noteWhatWasMissed: () => void;
  /** Call before the store is closed in order, while polls are open. */
  readonly noteStop: () => void;
  /** The report of one restart, PDF, the same bytes while the program is the same. @param number from 1 */
  readonly report: (number: number) => Answer<Uint8Array, { readonly type: 'no-such-restart' }>;
}

export interface RestartsParts {
  readonly definition: ElectionDefinition;
  readonly software: Software;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly store: Pick<StationStore, 'media' | 'epochs'>;
  /** Names this start of the machine; undefined where it does not say. */
  readonly machineStart: string | undefined;
  readonly poll: () => PollState;
  /** Casts by the stored counter, which only a write changes. */
  readonly castsByCounter: () => number;
  readonly cardsVoid: () => number;
  readonly clock: () => { readonly time: CivilTime };
}

const RestartsSchema = z.array(RestartSchema);

export function openRestarts(parts: RestartsParts): Restarts {
  const { papers, durably, store } = parts;
  const machineStart = parts.machineStart ?? null;
  let missed: Restart | undefined;
  const kept = (): readonly Restart[] => papers.get('restarts', RestartsSchema) ?? [];
  const entries = (): readonly Restart[] => (missed === undefined ? kept() : [...kept(), missed]);

  const causeOf = (): RestartCause | null => {
    const epoch = store.epochs().length;
    const tookOver = store.epochs().at(-1)?.cause === 'takeover';
    if (tookOver && !kept().some((restart) => restart.epoch === epoch)) return 'takeover';
    const run = papers.get('run', RunSchema);
    if (run === undefined) return null;
    if (run.hasStopped) return 'clean-stop';
    if (run.machineStart === null || machineStart === null) return null;
    return run.machineStart === machineStart ? 'program-died' : 'machine-restarted';
  };
  const putRun = (hasStopped: boolean): void => papers.put('run', { machineStart, hasStopped });
  const note = (restart: Restart): Answer<undefined> =>
    durably('restart', () => {
      papers.put('restarts', [...kept(), restart]);
      putRun(false);
      return undefined;
    });

  return {
    entries,
    noteOpening: () => putRun(false),
    noteStart() {
      const { casts, released, openCases } = parts.poll();
      const restart: Restart = {
        device: 'station',
        at: parts.clock().time,
        cause: causeOf(),
        epoch: store.epochs().length,
        castsBefore: parts.castsByCounter(),
        castsAfter: casts,
        released,
        openCases,
        cardsVoid: parts.cardsVoid(),
      };
      const noted = note(restart);
      if (noted.ok || store.media().state !== 'paused') return noted;
      // people must see why their station is paused: what cannot be written now is written when it can be
      missed = restart;
      return { ok: true, value: undefined };
    },
    noteWhatWasMissed() {
      if (missed !== undefined && note(missed).ok) missed = undefined;
    },
    noteStop() {
      durably('stop', () => putRun(true));
    },
    report(number) {
      const restart = entries()[number - 1];
      if (restart === undefined) return { ok: false, error: { type: 'no-such-restart' } };
      const { definition, software } = parts;
      const value = renderRestartReport({
        definition,
        restart,
        number,
        epoch: restart.epoch,
        counters: foundCounters(restart),
        software: { version: software.version, fingerprint: software.fingerprint },
      });
      return { ok: true, value };
    },
  };
}

function foundCounters({ released, openCases, cardsVoid }: Restart): readonly FigureRow[] {
  const row = (key: string, id: string, en: string, value: number): FigureRow => ({
    key,
    label: { id, en },
    value,
  });
  return [
    row('check-ins', 'Pemilih hadir', 'Voters checked in', released),
    row('open-cases', 'Kasus terbuka di bilik', 'Open cases at booths', openCases),
    row('cards-voided', 'Kartu batal', 'Cards voided', cardsVoid),
  ];
}
