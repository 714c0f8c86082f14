import type { ActName } from '../../src/accounts/acts.ts';
import { ACCOUNT_EXAMPLES } from './accounts.ts';
import type { ActExamples } from './act-example.ts';
import { CALENDAR_EXAMPLES } from './calendar.ts';
import { CANDIDATE_EXAMPLES } from './candidates.ts';
import { CEREMONY_EXAMPLES } from './ceremony.ts';
import { INTAKE_EXAMPLES } from './intake.ts';
import { LANE_EXAMPLES } from './lanes.ts';
import { OUTCOME_EXAMPLES } from './outcome.ts';
import { PACKAGE_EXAMPLES } from './packages.ts';
import { PUBLISH_EXAMPLES } from './publish.ts';
import { SET_UP_EXAMPLES } from './set-up.ts';
import { SHEET_EXAMPLES } from './sheets.ts';
import { TABULATION_EXAMPLES } from './tabulation.ts';
import { VOTER_EXAMPLES } from './voters.ts';

/** One good call of every act, by room. */
export const ACT_EXAMPLES: ActExamples<ActName> = {
  ...ACCOUNT_EXAMPLES,
  ...CEREMONY_EXAMPLES,
  ...INTAKE_EXAMPLES,
  ...OUTCOME_EXAMPLES,
  ...PUBLISH_EXAMPLES,
  ...PACKAGE_EXAMPLES,
  ...SET_UP_EXAMPLES,
  ...CALENDAR_EXAMPLES,
  ...CANDIDATE_EXAMPLES,
  ...TABULATION_EXAMPLES,
  ...SHEET_EXAMPLES,
  ...LANE_EXAMPLES,
  ...VOTER_EXAMPLES,
};
