export {
  DATA_BEFORE,
  type EventType,
  formatEvent,
  NEXT_EVENTS,
  parseEvent,
  type RecordEvent,
  type Stage,
} from './events.ts';
export { BLOCK_BYTES, encodeHeader, type HeaderFault, parseHeader, type RecordHeader } from './header.ts';
export {
  type ArchiveFault,
  type ArchiveRecord,
  type ByteSource,
  MAX_RECORD_BYTES,
  readRecords,
} from './reader.ts';
export {
  type DataRecord,
  decodeText,
  type HexHash,
  portableHexHash,
  type ReadOptions,
  type RecordStep,
  readSteps,
  type StepFault,
} from './steps.ts';
export { type ArchiveState, ArchiveWriter, encodeRecord, type WriterOptions } from './writer.ts';
