import { office } from './catalogue/center/office.ts';

/** What an account of a regency's office is for, in the order in which the matrix shows them. */
export const OFFICE_ROLES = [
  'regency',
  'sub-district',
  'committee',
  'registrar',
  'desk',
  'technician',
  'auditor',
  'observer',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** What a role is called. */
export function officeRoleTitle(role: OfficeRole): { readonly id: string; readonly en: string } {
  const key = `office.role.${role}` as const;
  return { id: office.id[key], en: office.en[key] };
}
