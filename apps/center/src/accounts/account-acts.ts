import type { ActTable } from './act-table.ts';
import { ROLES } from './roles.ts';

export const ACCOUNT_ACTS = {
  'accounts.me': {
    roles: ROLES,
    sentence: { id: 'Melihat akun sendiri', en: 'See one’s own account' },
  },
  'accounts.mine': {
    roles: ROLES,
    sentence: { id: 'Membaca apa yang boleh bagi peran sendiri', en: 'Read what one’s own role may do' },
  },
  'accounts.sign-out': {
    roles: ROLES,
    sentence: { id: 'Keluar', en: 'Sign out' },
  },
  'accounts.change-password': {
    roles: ROLES,
    sentence: {
      id: 'Mengganti kata sandi sendiri, dengan yang lama dan kode saat ini',
      en: 'Change one’s own password, with the old one and the code of the moment',
    },
  },
  'accounts.list': {
    roles: ['regency', 'sub-district', 'auditor'],
    sentence: { id: 'Melihat akun di wilayahnya', en: 'See the accounts of one’s area' },
  },
  'accounts.invite': {
    roles: ['regency', 'sub-district'],
    sentence: {
      id: 'Membuat akun dan kode undangannya di wilayahnya',
      en: 'Make an account and its invitation code in one’s area',
    },
  },
  'accounts.close': {
    roles: ['regency', 'sub-district'],
    sentence: { id: 'Menutup akun di wilayahnya', en: 'Close an account of one’s area' },
  },
  'accounts.matrix': {
    roles: ROLES,
    sentence: { id: 'Membaca siapa boleh apa', en: 'Read who may do what' },
  },
  'files.upload': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'desk', 'technician'],
    sentence: {
      id: 'Mengirim berkas, sepotong demi sepotong',
      en: 'Send a file, piece by piece',
    },
  },
} as const satisfies ActTable;
