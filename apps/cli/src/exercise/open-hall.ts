import type { RegencyDesk } from '../regency/open-regency.ts';
import type { ExerciseHome, ExercisePorts } from './exercise-home.ts';
import { type OutsideWorld, openOutsideWorld, readDefinition } from './outside-world.ts';
import { writeBoothConfigs } from './prepare.ts';
import type { Device } from './processes.ts';

/** Starts a process of the hall; whoever gave it stops it again. */
export type StartDevice = (
  app: 'station' | 'booth' | 'trustee',
  folder: string,
  port: number,
  more?: readonly string[],
) => Promise<Device>;

/** The hall of a prepared polling place: its outside world, its station, its booths, all paired. */
export interface Hall {
  readonly outside: OutsideWorld;
  readonly station: Device;
  readonly booths: readonly Device[];
  /** Starts the station again whose process has ended. */
  readonly startStation: () => Promise<Device>;
  readonly startBooth: (number: number) => Promise<Device>;
}

/** A booth that was just paired opens its other door when its station has answered. */
async function untilOpen(url: string): Promise<void> {
  for (let time = 0; time < 100; time += 1) {
    const answer = await fetch(new URL('/api/place', url)).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`${url} was paired and did not open`);
}

/** Opens the hall of a place whose package was loaded into its station; when it fails, whoever gave `start` stops what was started. @param input.trustees addresses of trustees' devices that are in the hall */
export async function openHall(input: {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  readonly start: StartDevice;
  readonly trustees: readonly string[];
  /** The regency to which the place belongs, when it has one here. */
  readonly regency?: RegencyDesk | undefined;
  readonly say: (line: string) => void;
}): Promise<Hall> {
  const { home, ports, start, trustees, say } = input;
  const definition = readDefinition(home);
  writeBoothConfigs(home, ports, definition.booths);
  const outside = await openOutsideWorld({
    home,
    ports,
    regency: input.regency,
    onBroken: (error, route) => say(`outside: ${route}: ${error.message}`),
  });
  const startStation = () => start('station', home.station, ports.station, ['--second', home.stationSecond]);
  const startBooth = (number: number) => start('booth', home.booth(number), ports.booth(number));
  try {
    const station = await startStation();
    const booths = await Promise.all(
      Array.from({ length: definition.booths }, (_, index) => startBooth(index + 1)),
    );
    // one after the other: a code is good for one device
    for (const url of [...booths.map((booth) => booth.url), ...trustees]) {
      await outside.technician.pairProcess(url);
    }
    for (const { url } of booths) await untilOpen(url);
    return { outside, station, booths, startStation, startBooth };
  } catch (error) {
    // its doors would keep this process alive, and their ports taken
    await outside.stop();
    throw error;
  }
}
