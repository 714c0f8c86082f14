export { nodeCcm } from './ccm.ts';
export { type NativeCheckersOptions, nativeCheckers } from './checkers.ts';
export { createNativeEngine } from './openssl-engine.ts';
export { nativeGroup, nativeHexHash, systemRandom } from './tools.ts';
export { type VerifyFileOptions, verifyRecordFile } from './verify-file.ts';
