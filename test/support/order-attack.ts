import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every byte of every file below a folder: what somebody holds who took the disk away. */
export interface DiskImage {
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
}

export function takeImage(folder: string): DiskImage {
  const walk = (path: string): string[] =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .flatMap((name) => walk(join(path, name)))
      : [path];
  return { files: walk(folder).map((path) => ({ path, bytes: readFileSync(path) })) };
}

/** All places at which a pattern stands in a file. */
function placesOf(bytes: Buffer, pattern: Buffer): number[] {
  const places: number[] = [];
  for (let place = bytes.indexOf(pattern); place >= 0; place = bytes.indexOf(pattern, place + 1))
    places.push(place);
  return places;
}

/** One way to put ballots in a line from what lies on the disk. */
export interface RecoveredOrder {
  readonly how: string;
  /** Positions in the true order of casting, in the order the attack says. */
  readonly castPositions: readonly number[];
}

const PAGE_BYTES = 4096;

/**
 * Tries every order that the bytes themselves suggest: first and last occurrence of each trace of a ballot, over all files and per
 * file, by page and by place inside the page.
 * @param ballots traces of each ballot (hash in bytes, hash as text, ballot text, credential), in the true order of casting
 */
export function recoverOrders(
  image: DiskImage,
  ballots: readonly { readonly traces: readonly Buffer[] }[],
): RecoveredOrder[] {
  const orders: RecoveredOrder[] = [];
  const traceCount = ballots[0]?.traces.length ?? 0;
  for (const { path, bytes } of image.files) {
    for (let trace = 0; trace < traceCount; trace += 1) {
      const found = ballots.flatMap(({ traces }, castPosition) => {
        const pattern = traces[trace];
        const places = pattern === undefined ? [] : placesOf(bytes, pattern);
        return places.length === 0 ? [] : [{ castPosition, places }];
      });
      if (found.length < ballots.length / 4) continue;
      const say = (how: string, keyOf: (places: readonly number[]) => number) =>
        orders.push({
          how: `${path.split('/').at(-1)}, trace ${trace}, ${how}`,
          castPositions: [...found]
            .sort((a, b) => keyOf(a.places) - keyOf(b.places) || (a.castPosition % 7) - (b.castPosition % 7))
            .map(({ castPosition }) => castPosition),
        });
      say('first place', (places) => places[0] ?? 0);
      say('last place', (places) => places.at(-1) ?? 0);
      say('place inside its page', (places) => (places[0] ?? 0) % PAGE_BYTES);
      say('number of places', (places) => places.length * 1e12 + (places[0] ?? 0));
    }
  }
  return orders;
}

/** Spearman's rank correlation between an order and the truth: ±1 recovered, 0 nothing. */
export function rankCorrelation(castPositions: readonly number[]): number {
  const count = castPositions.length;
  const ranks = [...castPositions].sort((a, b) => a - b);
  const rankOf = new Map(ranks.map((position, rank) => [position, rank]));
  const squares = castPositions.reduce(
    (sum, position, place) => sum + ((rankOf.get(position) ?? 0) - place) ** 2,
    0,
  );
  return 1 - (6 * squares) / (count * (count * count - 1));
}

/** How many pairs that were cast one after the other also lie side by side. Chance: about 2. */
export function neighboursTogether(castPositions: readonly number[]): number {
  return castPositions.filter(
    (position, place) => Math.abs(position - (castPositions[place + 1] ?? Number.NaN)) === 1,
  ).length;
}

/**
 * Whether ballots of one batch (say, of one hour) lie nearer to each other than those of different batches: the mean distance inside
 * batches, in standard deviations from the mean of shuffled lines. Near 0: nothing.
 */
export function batchClustering(
  castPositions: readonly number[],
  batchSize: number,
  shuffles: readonly (readonly number[])[],
): number {
  const spread = (line: readonly number[]): number => {
    const places = new Map<number, number[]>();
    line.forEach((position, place) => {
      const batch = Math.floor(position / batchSize);
      places.set(batch, [...(places.get(batch) ?? []), place]);
    });
    const distances = [...places.values()].flatMap((inside) =>
      inside.flatMap((one, index) => inside.slice(index + 1).map((other) => Math.abs(one - other))),
    );
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  };
  const chance = shuffles.map(spread);
  const mean = chance.reduce((sum, value) => sum + value, 0) / chance.length;
  const deviation = Math.sqrt(chance.reduce((sum, value) => sum + (value - mean) ** 2, 0) / chance.length);
  return (spread(castPositions) - mean) / deviation;
}

/** Where the ballot that was cast last stands in a line: 0 first, 1 last. */
export function placeOfLast(castPositions: readonly number[]): number {
  const last = Math.max(...castPositions);
  return castPositions.indexOf(last) / (castPositions.length - 1);
}

/** Pages of the disk on which a person and a card or ballot stand together. */
export function peopleBesideBallots(
  image: DiskImage,
  people: readonly Buffer[],
  traces: readonly Buffer[],
): number {
  let together = 0;
  for (const { bytes } of image.files) {
    for (let start = 0; start < bytes.length; start += PAGE_BYTES) {
      const page = bytes.subarray(start, start + PAGE_BYTES);
      const hasPerson = people.some((person) => page.includes(person));
      if (hasPerson && traces.some((trace) => page.includes(trace))) together += 1;
    }
  }
  return together;
}

/**
 * Files that do not name all ballots alike: some and not the others (a list of who had voted when it was written), or one more often
 * than another (the last one, whose case is not forgotten).
 */
export function filesThatTellApart(image: DiskImage, ballots: readonly (readonly Buffer[])[]): string[] {
  return image.files.flatMap(({ path, bytes }) => {
    const counts = ballots.map((traces) => traces.map((trace) => placesOf(bytes, trace).length).join());
    return new Set(counts).size > 1 ? [path] : [];
  });
}
