import type { PublishedPart, PublishedPlace, PublishedVillage, Snapshot } from '@bilik/publication';

/** One part of a polling place's result, with everything it is checked against. */
export interface PartPlace {
  readonly snapshot: Snapshot;
  readonly village: PublishedVillage;
  readonly place: PublishedPlace;
  readonly part: PublishedPart;
}
