import type { ActTable } from '../accounts/act-table.ts';

export const PUBLISH_ACTS = {
  'publish.show': {
    roles: ['regency', 'sub-district', 'desk', 'auditor', 'observer'],
    sentence: { id: 'Melihat apa yang sudah diumumkan', en: 'See what was published' },
  },
  'publish.decide': {
    roles: ['regency'],
    sentence: {
      id: 'Membuka atau menghentikan sementara pengumuman, dengan alasan',
      en: 'Open or pause publishing, with a reason',
    },
  },
  'publish.now': {
    roles: ['regency'],
    sentence: { id: 'Mengumumkan sekarang, tanpa menunggu', en: 'Publish now, without waiting' },
  },
} as const satisfies ActTable;
