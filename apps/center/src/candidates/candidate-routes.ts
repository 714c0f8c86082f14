import type { CenterParts } from '../center-parts.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { openDeterminationRoutes } from './determination-routes.ts';
import { openDrawRoutes } from './draw-routes.ts';
import { openCandidatePapers } from './paper-routes.ts';
import { openRegistrationRoutes } from './registration-routes.ts';

/** All acts of this room. */
export function openCandidateRoutes(acts: ActsDoor, parts: Pick<CenterParts, 'files'>): void {
  openRegistrationRoutes(acts, parts);
  openDeterminationRoutes(acts);
  openDrawRoutes(acts);
  openCandidatePapers(acts, parts);
}
