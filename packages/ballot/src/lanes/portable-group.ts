import { BELENIOS_2048 } from '../group/belenios-2048.ts';
import { bigintEngine } from '../group/bigint-engine.ts';
import { withEngine } from '../group/create-group.ts';
import type { Group } from '../group/group.ts';
import { withLanes } from './lane-engine.ts';

let group: Group | undefined;

/**
 * BELENIOS-2048 for checking in a browser: with lanes where the machine has them (a page's policy must allow
 * 'wasm-unsafe-eval'), in BigInt elsewhere. One for the whole page or worker, so that its tables are built once.
 */
export function portableGroup(): Group {
  group ??= withEngine(BELENIOS_2048, withLanes(bigintEngine(BELENIOS_2048.p), { powers: true }));
  return group;
}
