export { checkFilesBeside, type FileBeside, type FilesBeside, fileFault } from './beside-record.ts';
export { type FileAnswer, type FileProblem, readCanonicalFile, writeCanonicalFile } from './signed-file.ts';
export {
  checkSignedResult,
  parseSignedResult,
  type ResultOrigin,
  type SignedResult,
  writeSignedResult,
} from './signed-result.ts';
export { checkFields, fileHash, publicKeyOf, signFields } from './signed-text.ts';
export {
  checkVoidList,
  parseVoidList,
  type VoidCredential,
  type VoidList,
  writeVoidList,
} from './void-list.ts';
