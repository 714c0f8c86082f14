import { OFFICE_ROLES, type OfficeRole } from '@bilik/words/office-roles';

/** What an account is for. Its area says where. */
export const ROLES = OFFICE_ROLES;
export type Role = OfficeRole;

/** At which levels the area of each role stands: 1 province … 4 village. */
export const ROLE_LEVELS: Readonly<Record<Role, readonly number[]>> = {
  regency: [1, 2],
  'sub-district': [3],
  committee: [4],
  registrar: [2],
  desk: [2],
  technician: [2, 3, 4],
  auditor: [2],
  observer: [2, 3, 4],
};
