import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Rehearsal } from './rehearsed-regency.ts';

const Anything = z.unknown();
const Shown = z.looseObject({
  publications: z.array(
    z.looseObject({ number: z.int(), state: z.string(), left_out: z.array(z.unknown()) }),
  ),
});
const LOOK_MS = 250;
const PATIENCE_MS = 5 * 60_000;

/** Opens publishing for the election: from now on a worker publishes what is new. */
export async function openPublishing({ office, people, election }: Rehearsal): Promise<void> {
  const decision = { election, open: true, reason: 'Latihan: hasil diumumkan sejak TPS pertama' };
  await office.act(people.regency, 'publish.decide', decision, Anything);
}

/**
 * Publishes what stands now, and waits until it is out.
 * @returns the snapshot's number, and what it leaves out with the reason @throws when nothing comes out in five minutes
 */
export async function publishNow({
  office,
  people,
  election,
}: Rehearsal): Promise<{ readonly number: number; readonly leftOut: readonly unknown[] }> {
  const newest = async () =>
    (await office.act(people.regency, 'publish.show', { election }, Shown)).publications[0];
  const before = (await newest())?.number ?? 0;
  await office.act(people.regency, 'publish.now', { election }, Anything);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const now = await newest();
    if (now !== undefined && now.number > before && now.state === 'published') {
      return { number: now.number, leftOut: now.left_out };
    }
    if (performance.now() > end) throw new Error(`Snapshot ${before + 1} did not come out`);
    await wait(LOOK_MS);
  }
}

/** Takes the public site out of the center's folder, as a mirror would. */
export function takePortal(centerHome: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(join(centerHome, 'portal'), to, { recursive: true });
}
