/** What is checked of a site, in the order in which it is said. */
export const SITE_RULES = [
  'files',
  'checkpoint',
  'log',
  'history',
  'manifest',
  'snapshot',
  'pages',
  'records',
  'codes',
  'leaks',
  'seen',
  'witnesses',
] as const;
export type SiteRule = (typeof SITE_RULES)[number];

export type SiteFault =
  | 'path-not-allowed'
  | 'not-a-file'
  | 'unreadable'
  | 'signature'
  | 'missing'
  | 'changed'
  | 'not-listed'
  | 'root-differs'
  | 'chain-broken'
  | 'not-in-log'
  | 'differs'
  | 'page-differs'
  | 'leak'
  | 'rolled-back'
  | 'split-view'
  | 'other-log'
  | 'not-cosigned';

/** One thing that is not as it must be. */
export interface SiteFinding {
  readonly rule: SiteRule;
  readonly fault: SiteFault;
  /** File of the site, or place in the snapshot. */
  readonly at: string;
  /** More words; they name no person. */
  readonly detail?: string;
  readonly values?: Readonly<Record<string, number>>;
}
