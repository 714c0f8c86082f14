import type { LanguageCode } from '@bilik/words/language';
import type { ComponentType } from 'preact';
import { ROLES, type Role } from '../../src/accounts/roles.ts';
import type { Me } from './me.ts';
import type { OfficePhraseKey } from './office-words.ts';

/** What each room's screen is given. */
export interface RoomProps {
  readonly me: Me;
  readonly language: LanguageCode;
  /** What stands in the address after the room's name: `#/voters/16.07.01.2001` gives one part. */
  readonly path: readonly string[];
  /** Goes to another place of the same room. */
  readonly goTo: (...path: readonly string[]) => void;
}

export interface Room {
  /** In the address. */
  readonly id: string;
  readonly title: OfficePhraseKey;
  /** One line below the title on the first page. */
  readonly about: OfficePhraseKey;
  readonly roles: readonly Role[];
  /** Loaded when it is opened. */
  readonly load: () => Promise<ComponentType<RoomProps>>;
}

/** The rooms of the office in the order of the work. */
export const OFFICE_ROOMS: readonly Room[] = [
  {
    id: 'acara',
    title: 'office.room.setUp',
    about: 'office.room.setUp.about',
    roles: ROLES,
    load: () => import('./set-up/set-up-room.tsx').then(({ SetUpRoom }) => SetUpRoom),
  },
  {
    id: 'kalender',
    title: 'office.room.calendar',
    about: 'office.room.calendar.about',
    roles: ROLES,
    load: () => import('./calendar/calendar-room.tsx').then(({ CalendarRoom }) => CalendarRoom),
  },
  {
    id: 'calon',
    title: 'office.room.candidates',
    about: 'office.room.candidates.about',
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    load: () => import('./candidates/candidates-room.tsx').then(({ CandidatesRoom }) => CandidatesRoom),
  },
  {
    id: 'pemilih',
    title: 'office.room.voters',
    about: 'office.room.voters.about',
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor', 'desk', 'observer'],
    load: () => import('./voters/voters-room.tsx').then(({ VotersRoom }) => VotersRoom),
  },
  {
    id: 'lembar',
    title: 'office.room.sheets',
    about: 'office.room.sheets.about',
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    load: () => import('./sheets/sheets-room.tsx').then(({ SheetsRoom }) => SheetsRoom),
  },
  {
    id: 'kiriman',
    title: 'office.room.intake',
    about: 'office.room.intake.about',
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./intake/intake-room.tsx').then(({ IntakeRoom }) => IntakeRoom),
  },
  {
    id: 'hasil',
    title: 'office.room.results',
    about: 'office.room.results.about',
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    load: () => import('./results/results-room.tsx').then(({ ResultsRoom }) => ResultsRoom),
  },
  {
    id: 'umumkan',
    title: 'office.room.publish',
    about: 'office.room.publish.about',
    roles: ['regency', 'sub-district', 'desk', 'auditor', 'observer'],
    load: () => import('./publish/publish-room.tsx').then(({ PublishRoom }) => PublishRoom),
  },
  {
    id: 'kunci',
    title: 'office.room.ceremony',
    about: 'office.room.ceremony.about',
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./ceremony/ceremony-room.tsx').then(({ CeremonyRoom }) => CeremonyRoom),
  },
  {
    id: 'paket',
    title: 'office.room.packages',
    about: 'office.room.packages.about',
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./packages/packages-room.tsx').then(({ PackagesRoom }) => PackagesRoom),
  },
  {
    id: 'jalur',
    title: 'office.room.lanes',
    about: 'office.room.lanes.about',
    roles: ['desk', 'regency', 'sub-district', 'auditor'],
    load: () => import('./lanes/lanes-room.tsx').then(({ LanesRoom }) => LanesRoom),
  },
  {
    id: 'akun',
    title: 'office.room.accounts',
    about: 'office.room.accounts.about',
    roles: ['regency', 'sub-district', 'auditor'],
    load: () => import('./accounts/accounts-room.tsx').then(({ AccountsRoom }) => AccountsRoom),
  },
  {
    id: 'akun-saya',
    title: 'office.room.ownAccount',
    about: 'office.room.ownAccount.about',
    roles: ROLES,
    load: () => import('./accounts/own-account-room.tsx').then(({ OwnAccountRoom }) => OwnAccountRoom),
  },
];
