export { equalBytes, readBase64, writeBase64 } from './base64.ts';
export {
  type Checkpoint,
  type CheckpointProblem,
  checkpointText,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
  type TreeHead,
} from './checkpoint.ts';
export { addSignatureLine, type Cosignature, cosign, cosignaturesOf } from './cosignature.ts';
export {
  consistencyProof,
  HASH_BYTES,
  type Hash,
  hashLeaf,
  inclusionProof,
  isConsistent,
  isIncluded,
  treeHash,
} from './merkle-tree.ts';
export {
  type NoteKey,
  type NoteKeyKind,
  type NoteSigner,
  noteSigner,
  readNoteKey,
  readNoteSigner,
  writeNoteKey,
  writeNoteSigner,
} from './note-key.ts';
export {
  type Note,
  type NoteProblem,
  openNote,
  readNote,
  readSignatureLine,
  signaturesOf,
  signNote,
  writeNote,
} from './signed-note.ts';
export {
  ENTRY_LIMIT_BYTES,
  entryBundlePath,
  logFiles,
  readEntryBundle,
  readTile,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tilesOf,
} from './tiles.ts';
export {
  type AddCheckpoint,
  judgeCheckpoint,
  REQUEST_LIMIT_CHARACTERS,
  readAddCheckpoint,
  type WitnessRefusal,
  writeAddCheckpoint,
} from './witness.ts';
