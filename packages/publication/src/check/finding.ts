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
  | 'not-as-named'
  | 'not-listed'
  | 'root-differs'
  | 'chain-broken'
  | 'not-in-log'
  | 'foreign-entry'
  | 'differs'
  | 'page-differs'
  | 'check-page-differs'
  | 'leak'
  | 'person-number'
  | 'rolled-back'
  | 'split-view'
  | 'other-log'
  | 'not-cosigned';

/** One thing that is not as it must be. */
export interface SiteFinding {
  readonly rule: SiteRule;
  readonly fault: SiteFault;
  /** File of the site, or place in the snapshot; after `#` what of the file is meant. */
  readonly at: string;
  /** More words; they name no person. */
  readonly detail?: string;
  readonly values?: Readonly<Record<string, number>>;
}

/** Something that could not be compared: neither right nor wrong, and said as loudly as a finding. */
export type SiteNote =
  | { readonly type: 'check-page-not-built' }
  /** An earlier publication lists other pages than this version of the program writes of its data. */
  | {
      readonly type: 'pages-of-another-version';
      readonly number: number;
      readonly differing: number;
      readonly written: number;
      /** The first of them. */
      readonly paths: readonly string[];
    }
  /** Files behind a result of an earlier publication stand on the site no more. */
  | { readonly type: 'evidence-gone'; readonly number: number; readonly place: string };
