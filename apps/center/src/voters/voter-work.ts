import type { CenterParts } from '../center-parts.ts';
import { FindJob, findPairs } from './duplicates/find-pairs.ts';
import { openIdentities } from './identity/identities.ts';
import { askForImports, ImportJob, workOnImport } from './import/import-file.ts';

/** The jobs of the voter lists. */
export async function workOnVoters(parts: CenterParts): Promise<void> {
  const identities = openIdentities(parts.keys);
  await askForImports(parts);
  await parts.jobs.work('import-voters', ImportJob, ({ id }) => workOnImport(parts, identities, id));
  await parts.jobs.work('find-duplicates', FindJob, (input) => findPairs(parts, input));
}
