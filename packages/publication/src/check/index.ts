export { checkEvidenceNames, checkManifestFiles } from './check-files.ts';
export { type CheckedHistory, checkHistory, type Publication, walkHistory } from './check-history.ts';
export { type CheckedLog, checkLog, checkSeen, checkWitnesses } from './check-log.ts';
export { SITE_RULES, type SiteFault, type SiteFinding, type SiteNote, type SiteRule } from './finding.ts';
export type { SiteFiles } from './site-files.ts';
