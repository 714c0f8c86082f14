import { askApi } from '@bilik/ui/call';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Handed } from '../../src/devices/handover.ts';
import type { Fits } from './fits.ts';
import { type HandedKeys, keptKeys, writeKeys } from './prepared-keys.ts';

const MOST_STATIONS = 4;
const stationsSchema = z.object({
  stations: z
    .array(z.string().check(z.regex(/^https:\/\/[a-z0-9.-]+:[0-9]{1,5}$/)))
    .check(z.maxLength(MOST_STATIONS)),
});
const handedSchema = z.nullable(z.object({ session: z.string(), epoch: z.int(), mark: z.string() }));
export type StationHanded = Fits<Handed, HandedKeys>;

/** What a page must know before its station breaks, to find the one that takes over. */
interface Way {
  readonly stations: readonly string[];
  /** `null`: this page has no session yet. */
  readonly handed: HandedKeys | null;
}

const LEARN_MS = 20_000;
const SEEK_MS = 2_000;
/** A spare on the same closed network answers at once. */
const PROBE_TIMEOUT_MS = 3_000;

/**
 * Keeps the way to the station's spare while the station is heard; when it is not heard any more, looks for the spare at the addresses that
 * the package prepared, and goes there with this device's session. The browser itself sees to it that it is none but those (the policy of
 * the page) and none but a station of this package (its certificate).
 * @param isLost    nobody answers here, or who answers is not the right one
 * @param isPaired  this page speaks as a device
 * @param came      what this window came with from a station before, as long as it has no session here
 */
export function useFollowing(isLost: boolean, isPaired: boolean, came?: HandedKeys): void {
  const [way, setWay] = useState<Way>({ stations: [], handed: null });
  const isHere = !isLost;
  useEffect(() => {
    if (!isHere) return;
    const learn = async () => {
      const stations = await askApi('/api/pairing/stations', { value: stationsSchema });
      const handed = isPaired
        ? await askApi('/api/session/handed', { value: handedSchema })
        : ({ ok: true, value: null } as const);
      if (stations.ok && handed.ok) setWay({ ...stations.value, handed: handed.value });
    };
    void learn();
    const timer = setInterval(learn, LEARN_MS);
    return () => clearInterval(timer);
  }, [isHere, isPaired]);

  useEffect(() => {
    const handed = way.handed ?? came;
    if (!isLost || handed === undefined) return;
    return seekStation(way.stations, handed);
  }, [isLost, way, came]);
}

/** Asks the other addresses in turn until one answers, and goes there. @returns ends it */
function seekStation(stations: readonly string[], handed: HandedKeys): () => void {
  const others = stations.filter((origin) => origin !== location.origin);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const seek = async () => {
    for (const origin of others) {
      const answers = await isAnswered(origin);
      const keys = keptKeys();
      if (isOver) return;
      if (!answers || keys === undefined) continue;
      location.replace(`${origin}/masuk/${writeKeys({ ...keys, code: undefined, handed })}`);
    }
    timer = setTimeout(seek, SEEK_MS);
  };
  timer = setTimeout(seek, SEEK_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Whether a station of this package answers there: nobody else can show its certificate. What it says is not read. */
async function isAnswered(origin: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    await fetch(`${origin}/api/pairing/stations`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    return true;
  } catch {
    return false;
  }
}
