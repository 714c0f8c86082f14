export { syntheticPicture } from './picture.ts';
export {
  type SyntheticEvidence,
  type SyntheticPlan,
  type SyntheticSnapshot,
  syntheticSnapshot,
} from './synthetic-snapshot.ts';
