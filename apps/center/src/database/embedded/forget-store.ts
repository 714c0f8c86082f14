import { existsSync, rmSync } from 'node:fs';
import { serverAccount } from './account.ts';
import { serverPrograms } from './programs.ts';
import { runProgram } from './run-program.ts';
import { storePlace } from './store-place.ts';

/**
 * Removes all that the embedded server of a center's folder keeps, ending it first. Repeat-safe. Who calls has made sure that nothing of it is
 * needed: as root the tables lie outside the folder, and would come to life again for the next center in the same place.
 * @param home exists
 */
export async function forgetStore(home: string): Promise<void> {
  const account = serverAccount();
  const { folder, tables, socketFolder } = storePlace(home, account);
  if (existsSync(tables)) {
    const { pg_ctl } = serverPrograms(account);
    // fails where none runs, which is as good
    await runProgram(pg_ctl, ['-D', tables, '-m', 'immediate', '-w', 'stop'], account);
  }
  for (const path of [socketFolder, folder]) rmSync(path, { recursive: true, force: true });
}
