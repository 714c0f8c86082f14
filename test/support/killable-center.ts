import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseAddress } from '../../apps/center/src/database/address.ts';
import { connect, connectAsOwner, type Database } from '../../apps/center/src/database/connect.ts';
import { forgetStore } from '../../apps/center/src/database/embedded/forget-store.ts';
import { makeCenter } from '../../apps/center/src/open-center.ts';
import { must } from './answers.ts';
import { type CenterProcesses, centerProcesses } from './center-processes.ts';

/** A center with an embedded server of its own, whose processes a test starts and kills. */
export interface KillableCenter {
  readonly home: string;
  readonly processes: CenterProcesses;
  readonly database: Database;
  readonly owner: Database;
  /** Kills what runs, ends the server, removes all that it kept. */
  readonly close: () => Promise<void>;
}

/** @param prepare gets the folder before the center is made in it */
export async function openKillableCenter(
  prepare: (home: string) => void = () => {},
): Promise<KillableCenter> {
  const home = mkdtempSync(join(tmpdir(), 'bilik-killed-'));
  const processes = centerProcesses(home);
  prepare(home);
  must(await makeCenter(home, 'exercise', undefined, () => {}));
  const { url } = await databaseAddress(home, undefined);
  const database = connect(url, { onBroken: () => {} });
  const owner = connectAsOwner(url, { onBroken: () => {} });
  return {
    ...{ home, processes, database, owner },
    async close() {
      processes.killAll();
      await database.destroy();
      await owner.destroy();
      // as root its store lies elsewhere
      await forgetStore(home);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
