import type { LanguageCode } from '@bilik/words/language';
import type { ComponentType } from 'preact';
import type { ActName } from '../../src/accounts/acts.ts';
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
  /** What is done there, act by act: below the title stands what this person may. */
  readonly does: Readonly<Partial<Record<ActName, OfficePhraseKey>>>;
  readonly roles: readonly Role[];
  /** Loaded when it is opened. */
  readonly load: () => Promise<ComponentType<RoomProps>>;
}

/** The rooms of the office in the order of the work. */
export const OFFICE_ROOMS: readonly Room[] = [
  {
    id: 'acara',
    title: 'office.room.setUp',
    does: {
      'set-up.show': 'office.room.setUp.rules',
      'set-up.propose-modes': 'office.room.setUp.modes',
      'set-up.export': 'office.room.setUp.handOver',
    },
    roles: ROLES,
    load: () => import('./set-up/set-up-room.tsx').then(({ SetUpRoom }) => SetUpRoom),
  },
  {
    id: 'kalender',
    title: 'office.room.calendar',
    does: {
      'calendar.villages': 'office.room.calendar.stages',
      'calendar.note': 'office.room.calendar.note',
      'calendar.decide': 'office.room.calendar.decide',
    },
    roles: ROLES,
    load: () => import('./calendar/calendar-room.tsx').then(({ CalendarRoom }) => CalendarRoom),
  },
  {
    id: 'calon',
    title: 'office.room.candidates',
    does: {
      'candidates.show': 'office.room.candidates.show',
      'candidates.register': 'office.room.candidates.register',
      'candidates.score': 'office.room.candidates.score',
      'candidates.begin-draw': 'office.room.candidates.draw',
      'candidates.sign-off': 'office.room.candidates.proof',
    },
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    load: () => import('./candidates/candidates-room.tsx').then(({ CandidatesRoom }) => CandidatesRoom),
  },
  {
    id: 'pemilih',
    title: 'office.room.voters',
    does: {
      'voters.stages': 'office.room.voters.stages',
      'voters.import-ask': 'office.room.voters.import',
      'voters.proposals': 'office.room.voters.proposals',
      'voters.duplicates': 'office.room.voters.duplicates',
      'voters.division': 'office.room.voters.division',
      'voters.step': 'office.room.voters.step',
      'voters.statistics': 'office.room.voters.statistics',
    },
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor', 'desk', 'observer'],
    load: () => import('./voters/voters-room.tsx').then(({ VotersRoom }) => VotersRoom),
  },
  {
    id: 'lembar',
    title: 'office.room.sheets',
    does: {
      'sheets.list': 'office.room.sheets.list',
      'sheets.enter': 'office.room.sheets.enter',
      'sheets.resolve': 'office.room.sheets.resolve',
      'sheets.clear': 'office.room.sheets.clear',
    },
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    load: () => import('./sheets/sheets-room.tsx').then(({ SheetsRoom }) => SheetsRoom),
  },
  {
    id: 'kiriman',
    title: 'office.room.intake',
    does: {
      'intake.deliveries': 'office.room.intake.deliveries',
      'files.upload': 'office.room.intake.stick',
      'intake.count-held': 'office.room.intake.countHeld',
    },
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./intake/intake-room.tsx').then(({ IntakeRoom }) => IntakeRoom),
  },
  {
    id: 'hasil',
    title: 'office.room.results',
    does: {
      'tabulation.area': 'office.room.results.sums',
      'outcome.minutes': 'office.room.results.minutes',
      'outcome.determine': 'office.room.results.determine',
      'outcome.decree': 'office.room.results.decree',
    },
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    load: () => import('./results/results-room.tsx').then(({ ResultsRoom }) => ResultsRoom),
  },
  {
    id: 'hitungan',
    title: 'office.room.ownCount',
    does: { 'tabulation.own-count': 'office.room.ownCount.sums' },
    roles: ['regency', 'sub-district', 'desk', 'auditor'],
    load: () => import('./results/own-count-room.tsx').then(({ OwnCountRoom }) => OwnCountRoom),
  },
  {
    id: 'umumkan',
    title: 'office.room.publish',
    does: {
      'publish.show': 'office.room.publish.show',
      'publish.decide': 'office.room.publish.decide',
    },
    roles: ['regency', 'sub-district', 'desk', 'auditor', 'observer'],
    load: () => import('./publish/publish-room.tsx').then(({ PublishRoom }) => PublishRoom),
  },
  {
    id: 'kunci',
    title: 'office.room.ceremony',
    does: {
      'ceremony.show': 'office.room.ceremony.show',
      'ceremony.plan': 'office.room.ceremony.plan',
      'ceremony.take': 'office.room.ceremony.board',
    },
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./ceremony/ceremony-room.tsx').then(({ CeremonyRoom }) => CeremonyRoom),
  },
  {
    id: 'paket',
    title: 'office.room.packages',
    does: {
      'packages.list': 'office.room.packages.list',
      'packages.outfit': 'office.room.packages.outfit',
      'packages.issue': 'office.room.packages.issue',
      'packages.seal': 'office.room.packages.handOver',
      'packages.check': 'office.room.packages.check',
    },
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    load: () => import('./packages/packages-room.tsx').then(({ PackagesRoom }) => PackagesRoom),
  },
  {
    id: 'jalur',
    title: 'office.room.lanes',
    does: {
      'lanes.places': 'office.room.lanes.places',
      'lanes.commit': 'office.room.lanes.commit',
      'lanes.evidence': 'office.room.lanes.evidence',
      'lanes.compare': 'office.room.lanes.compare',
    },
    roles: ['desk', 'regency', 'sub-district', 'auditor'],
    load: () => import('./lanes/lanes-room.tsx').then(({ LanesRoom }) => LanesRoom),
  },
  {
    id: 'akun',
    title: 'office.room.accounts',
    does: {
      'accounts.list': 'office.room.accounts.list',
      'accounts.invite': 'office.room.accounts.invite',
    },
    roles: ['regency', 'sub-district', 'auditor'],
    load: () => import('./accounts/accounts-room.tsx').then(({ AccountsRoom }) => AccountsRoom),
  },
  {
    id: 'akun-saya',
    title: 'office.room.ownAccount',
    does: {
      'accounts.change-password': 'office.room.ownAccount.password',
    },
    roles: ROLES,
    load: () => import('./accounts/own-account-room.tsx').then(({ OwnAccountRoom }) => OwnAccountRoom),
  },
];

/** The line on a room’s card: what of it somebody may do who may do these acts. */
export function aboutRoom(
  { does }: Room,
  may: readonly string[],
  say: (phrase: OfficePhraseKey) => string,
): string {
  const mine = Object.entries(does).flatMap(([act, phrase]) => (may.includes(act) ? [say(phrase)] : []));
  const text = mine.join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
