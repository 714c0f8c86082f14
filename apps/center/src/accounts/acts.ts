import { CALENDAR_ACTS } from '../calendar/acts.ts';
import { CANDIDATE_ACTS } from '../candidates/acts.ts';
import { CEREMONY_ACTS } from '../ceremony/ceremony-acts.ts';
import { INTAKE_ACTS } from '../intake/intake-acts.ts';
import { LANE_ACTS } from '../lanes/lane-acts.ts';
import { OUTCOME_ACTS } from '../outcome/outcome-acts.ts';
import { PACKAGE_ACTS } from '../packages/package-acts.ts';
import { PUBLISH_ACTS } from '../publish/publish-acts.ts';
import { SET_UP_ACTS } from '../set-up/acts.ts';
import { SHEET_ACTS } from '../sheets/sheet-acts.ts';
import { TABULATION_ACTS } from '../tabulation/tabulation-acts.ts';
import { VOTER_ACTS } from '../voters/voter-acts.ts';
import { ACCOUNT_ACTS } from './account-acts.ts';
import type { ActTable } from './act-table.ts';

/** Everything that anybody can do at the center, and who. Doors, the printed matrix and the test of every role are made from it. */
export const ACTS = {
  ...ACCOUNT_ACTS,
  ...CEREMONY_ACTS,
  ...INTAKE_ACTS,
  ...OUTCOME_ACTS,
  ...PUBLISH_ACTS,
  ...PACKAGE_ACTS,
  ...SET_UP_ACTS,
  ...CALENDAR_ACTS,
  ...CANDIDATE_ACTS,
  ...TABULATION_ACTS,
  ...SHEET_ACTS,
  ...LANE_ACTS,
  ...VOTER_ACTS,
} as const satisfies ActTable;
export type ActName = keyof typeof ACTS;
