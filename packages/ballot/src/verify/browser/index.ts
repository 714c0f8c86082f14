export { portableGroup } from '../../lanes/portable-group.ts';
export { browserCheckers } from './checkers.ts';
export { browserRandom } from './random.ts';
export { verifyBlob } from './verify-blob.ts';
