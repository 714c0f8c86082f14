export { type LogEntry, readLogEntry, writeLogEntry } from './log-entry.ts';
export {
  type Manifest,
  type ManifestProblem,
  openManifest,
  signManifest,
  sitePathSchema,
} from './manifest.ts';
export {
  archivePath,
  CHECK_PAGE_PATH,
  CHECKPOINT_PATH,
  evidencePath,
  isOutsideManifest,
  KEY_PATH,
  MANIFEST_PATH,
  SNAPSHOT_PATH,
} from './site-paths.ts';
