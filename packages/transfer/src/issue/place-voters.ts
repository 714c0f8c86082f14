import { createHmac } from 'node:crypto';
import { maskNikForCheckInDesk, type Voter } from '@bilik/election';

/** `bilik/v1/nik/…` under the station's own key: two polling places' hashes of one NIK differ. @param nikKey 32 bytes in hex */
export function nikKeyedHash(nik: string, nikKey: string): string {
  return keyed(`bilik/v1/nik/${nik}`, nikKey);
}

/** The same for the number of a registered card (NFC). */
export function cardKeyedHash(uid: string, nikKey: string): string {
  return keyed(`bilik/v1/card/${uid}`, nikKey);
}

function keyed(text: string, nikKey: string): string {
  return createHmac('sha256', Buffer.from(nikKey, 'hex')).update(text).digest('hex');
}

/** What a desk may hold of a voter: no NIK, only its mask and its keyed hash. */
export function deskVotersText(voters: readonly Voter[], nikKey: string): string {
  return JSON.stringify(
    voters.map((voter) => ({
      number: voter.number,
      name: voter.name,
      sex: voter.sex,
      birthDate: voter.birthDate,
      maritalStatus: voter.maritalStatus,
      hamlet: voter.hamlet,
      rt: voter.rt,
      rw: voter.rw,
      disability: voter.disability,
      listKind: voter.listKind,
      ineligible: voter.ineligible,
      nikMask: maskNikForCheckInDesk(voter.nik),
      nikKeyedHash: nikKeyedHash(voter.nik, nikKey),
    })),
  );
}

/** What desks know beside their list. */
export interface BesideTheList {
  /** Voters of the village's other polling places. */
  readonly otherPlaces: readonly { readonly nik: string; readonly place: string }[];
  /** Numbers of cards that were registered for voters of this list. */
  readonly cards: readonly { readonly voter: number; readonly uid: string }[];
}

/** `check-in.json`. */
export function checkInText({ otherPlaces, cards }: BesideTheList, nikKey: string): string {
  return JSON.stringify({
    format: 'bilik/check-in/1',
    otherPlaces: otherPlaces.map(({ nik, place }) => ({ nikKeyedHash: nikKeyedHash(nik, nikKey), place })),
    cards: cards.map(({ voter, uid }) => ({ voter, cardKeyedHash: cardKeyedHash(uid, nikKey) })),
  });
}
