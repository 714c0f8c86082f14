import type { CenterParts } from '../center-parts.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { openChangeRoutes } from './change-routes.ts';
import { openEventRoutes } from './event-routes.ts';
import { openHandOverRoutes } from './hand-over-routes.ts';
import { openModeRoutes } from './mode-routes.ts';
import { openNameRoutes } from './name-routes.ts';
import { openPlaceRoutes } from './place-routes.ts';
import { openRegencyRoutes } from './regency-routes.ts';

/** All acts of this room. */
export function openSetUpRoutes(acts: ActsDoor, parts: Pick<CenterParts, 'keys' | 'kind'>): void {
  openEventRoutes(acts, parts);
  openPlaceRoutes(acts);
  openChangeRoutes(acts);
  openHandOverRoutes(acts, parts);
  openNameRoutes(acts);
  openRegencyRoutes(acts);
  openModeRoutes(acts);
}
