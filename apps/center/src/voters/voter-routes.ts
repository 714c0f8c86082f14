import type { CenterParts } from '../center-parts.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { ofOwnElections } from '../set-up/own-elections.ts';
import { openDivisionRoutes } from './division/division-routes.ts';
import { openDuplicateRoutes } from './duplicates/duplicate-routes.ts';
import { openIdentities } from './identity/identities.ts';
import { openImportRoutes } from './import/import-routes.ts';
import { openLifeRoutes } from './life/life-routes.ts';
import { openListRoutes } from './list/list-routes.ts';
import { openPaperRoutes } from './papers/paper-routes.ts';
import { openProposalRoutes } from './proposals/proposal-routes.ts';
import { openStatisticsRoutes } from './statistics/statistics-routes.ts';

/** Every act of the voter lists. */
export function openVoterRoutes(door: ActsDoor, parts: CenterParts): void {
  const acts = ofOwnElections(door);
  const identities = openIdentities(parts.keys);
  openImportRoutes(acts, parts);
  openListRoutes(acts, parts, identities);
  openProposalRoutes(acts, parts, identities);
  openDuplicateRoutes(acts, parts, identities);
  openDivisionRoutes(acts);
  openLifeRoutes(acts, identities);
  openStatisticsRoutes(acts);
  openPaperRoutes(acts, parts, identities);
}
