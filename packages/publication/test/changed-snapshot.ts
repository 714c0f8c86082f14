import type { PublishedPlace, Snapshot } from '../src/snapshot/index.ts';

/** A copy that can be changed as a cheat would change it. */
export function changed(snapshot: Snapshot, change: (draft: Snapshot) => void): Snapshot {
  const draft = structuredClone(snapshot);
  change(draft);
  return draft;
}

/** What a made-up snapshot is known to have. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the made-up snapshot has it');
  return value;
}

export const firstPlace = ({ villages }: Pick<Snapshot, 'villages'>): PublishedPlace =>
  present(villages[0]?.places[0]);
export const firstResult = (snapshot: Snapshot) => present(firstPlace(snapshot).result);
