import type { Bilingual } from '@bilik/election';

/** What an account is for. Its area says where. */
export const ROLES = [
  'regency',
  'sub-district',
  'committee',
  'registrar',
  'desk',
  'technician',
  'auditor',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

/** What each role is called, and at which level its area stands: 1 province … 4 village. */
export const ROLE_FACTS: Readonly<
  Record<Role, { readonly title: Bilingual; readonly levels: readonly number[] }>
> = {
  regency: { title: { id: 'Panitia kabupaten', en: 'Regency committee' }, levels: [1, 2] },
  'sub-district': { title: { id: 'Panitia kecamatan', en: 'Sub-district committee' }, levels: [3] },
  committee: { title: { id: 'Panitia desa', en: 'Village committee' }, levels: [4] },
  registrar: { title: { id: 'Dukcapil', en: 'Civil registrar' }, levels: [2] },
  desk: { title: { id: 'Desk Pilkades', en: 'Election desk' }, levels: [2] },
  technician: { title: { id: 'Tim teknis', en: 'Technical team' }, levels: [2, 3, 4] },
  auditor: { title: { id: 'Auditor', en: 'Auditor' }, levels: [2] },
  observer: { title: { id: 'Pemantau', en: 'Observer' }, levels: [2, 3, 4] },
};
