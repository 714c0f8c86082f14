export { type CheckedHistory, checkHistory, checkManifestFiles } from './check-history.ts';
export { type CheckedLog, checkLog, checkSeen, checkWitnesses } from './check-log.ts';
export { SITE_RULES, type SiteFault, type SiteFinding, type SiteRule } from './finding.ts';
export type { SiteFiles } from './site-files.ts';
