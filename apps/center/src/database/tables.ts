import type { AccountTables } from '../accounts/tables.ts';
import type { CandidateTables } from '../candidates/tables.ts';
import type { CeremonyTables } from '../ceremony/tables.ts';
import type { IntakeTables } from '../intake/tables.ts';
import type { LaneTables } from '../lanes/tables.ts';
import type { OutcomeTables } from '../outcome/tables.ts';
import type { PackageTables } from '../packages/tables.ts';
import type { PublishTables } from '../publish/tables.ts';
import type { SetUpTables } from '../set-up/tables.ts';
import type { SheetTables } from '../sheets/tables.ts';
import type { TabulationTables } from '../tabulation/tables.ts';
import type { VoterTables } from '../voters/tables.ts';
import type { BaseTables } from './base-tables.ts';

/** Every table of the center, by the rooms that own them. */
export type CenterTables = BaseTables &
  AccountTables &
  CandidateTables &
  CeremonyTables &
  IntakeTables &
  LaneTables &
  OutcomeTables &
  PublishTables &
  PackageTables &
  SetUpTables &
  SheetTables &
  TabulationTables &
  VoterTables;
