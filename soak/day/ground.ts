import { pairAtRest } from '../../test/support/paired-devices.ts';
import { prepareHome } from '../../test/support/prepared-home.ts';
import { newFolder } from '../../test/support/station-disk.ts';
import type { SoakGround } from './live-day.ts';
import { LARGEST_DAY } from './plan.ts';

/** Prepares the place whose copies all days begin with. */
export async function prepareGround(): Promise<SoakGround> {
  const { voters, cards, booths, desks } = LARGEST_DAY;
  const prepared = await prepareHome({ root: newFolder(), voters, cards, booths, desks });
  return { prepared, sessions: await pairAtRest(prepared) };
}
