import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ElectionDefinition, pollingPlaceId, type Voter } from '@bilik/election';
import { writeInvitation } from '@bilik/transfer';
import type { BesideTheList } from '@bilik/transfer/issue';
import { invitationSheets } from '../invitations/invitation-sheets.ts';
import type { ExerciseHome } from './exercise-home.ts';
import { officeKeyPath } from './exercise-package.ts';
import { inventPeople } from './exercise-people.ts';

/** People of the village's second polling place: a desk tells them where they vote. */
const ELSEWHERE_COUNT = 40;
const ELSEWHERE_SEED = 2607;
/** Number of the second polling place. */
const ELSEWHERE = 2;
/** The first voters of the list have a registered card (NFC) each. */
const CARDS = 20;

/** What the desks of an exercise know beside their list, and what people of the outside world carry. */
export interface CheckInThings {
  readonly besideTheList: BesideTheList;
  /** Numbers of the exercise's registered cards, by list number: the plastic that voters have. */
  readonly cards: BesideTheList['cards'];
  /** NIKs of invented people who vote at the second polling place. */
  readonly elsewhere: readonly { readonly name: string; readonly nik: string }[];
}

export function inventCheckInThings(definition: ElectionDefinition, voters: readonly Voter[]): CheckInThings {
  const here = new Set(voters.map(({ nik }) => nik));
  const elsewhere = inventPeople(ELSEWHERE_COUNT, ELSEWHERE_SEED).flatMap(({ name, nik }) =>
    here.has(nik) ? [] : [{ name, nik }],
  );
  // 7 bytes, as NFC cards of type ISO 14443 A have; the first byte names no maker
  const cards = voters
    .slice(0, CARDS)
    .map(({ number }) => ({ voter: number, uid: `08b111${String(number).padStart(8, '0')}` }));
  const place = pollingPlaceId(definition.area.village.code, ELSEWHERE);
  return {
    besideTheList: { otherPlaces: elsewhere.map(({ nik }) => ({ nik, place })), cards },
    cards,
    elsewhere,
  };
}

/** What voters of the exercise carry to the desk: the text of each invitation's code, their registered cards, and people of elsewhere. */
export function voterThingsPath(home: ExerciseHome): string {
  return join(home.outside, 'voter-things.json');
}

/** The invitations as printed sheets. */
export function invitationSheetsPath(home: ExerciseHome): string {
  return join(home.outside, 'invitations.pdf');
}

/** Puts into the outside world what the office sent out before the day, signed with the key that signed its package. */
export function writeInvitations(
  home: ExerciseHome,
  sent: Pick<CheckInThings, 'cards' | 'elsewhere'> & {
    readonly definition: ElectionDefinition;
    readonly uuid: string;
    readonly voters: readonly Voter[];
  },
): void {
  const { definition, uuid, voters, cards, elsewhere } = sent;
  const issuerKey = readFileSync(officeKeyPath(home), 'utf8');
  const { pollingPlace, area } = definition;
  const invitations = voters.map(({ number }) => ({
    voter: number,
    code: writeInvitation({ electionUuid: uuid, pollingPlace: pollingPlace.id, voter: number }, issuerKey),
  }));
  const ofOtherPlace = writeInvitation(
    { electionUuid: `${uuid}/2`, pollingPlace: pollingPlaceId(area.village.code, ELSEWHERE), voter: 1 },
    issuerKey,
  );
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600 });
  };
  write(voterThingsPath(home), JSON.stringify({ invitations, ofOtherPlace, cards, elsewhere }));
  write(invitationSheetsPath(home), invitationSheets({ definition, electionUuid: uuid, voters, issuerKey }));
}
