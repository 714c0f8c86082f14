import type { Bilingual } from './bilingual.ts';
import type { PersonRole } from './definition.ts';

/** What each role is called in published tables. */
export const ROLE_NAMES: Readonly<Record<PersonRole, Bilingual>> = {
  chair: { id: 'ketua', en: 'chair' },
  member: { id: 'anggota', en: 'member' },
  'desk-officer': { id: 'petugas meja', en: 'desk officer' },
  technician: { id: 'petugas teknis', en: 'technician' },
  supervisor: { id: 'pengawas', en: 'supervisor' },
  witness: { id: 'saksi', en: 'witness' },
};
