import type { ActTable } from '../accounts/act-table.ts';
import { ROLES } from '../accounts/roles.ts';

export const CALENDAR_ACTS = {
  'calendar.villages': {
    roles: ROLES,
    sentence: {
      id: 'Melihat di tahapan mana desa-desa di wilayahnya, yang terlambat dahulu',
      en: 'See where the villages of one’s area stand, the latest first',
    },
  },
  'calendar.village': {
    roles: ROLES,
    sentence: { id: 'Melihat kalender satu desa', en: 'See the calendar of one village' },
  },
  'calendar.note': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: {
      id: 'Mencatat tahapan selesai, atau membatalkan catatan itu dengan alasan',
      en: 'Note that a stage is done, or take that note back with a reason',
    },
  },
  'calendar.decide': {
    roles: ['regency'],
    sentence: {
      id: 'Memperpanjang pendaftaran, menunda desa, mengeluarkannya dari acara, menambah tahapan bersyarat',
      en: 'Extend registration, postpone a village, take it out of the event, add conditional stages',
    },
  },
} as const satisfies ActTable;
