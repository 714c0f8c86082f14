export { openPcscReader, type PcscReaderOptions } from './pcsc-reader.ts';
export { type ReaderConfig, readConfig } from './reader-config.ts';
export { type RunningReader, runReader } from './reader-process.ts';
