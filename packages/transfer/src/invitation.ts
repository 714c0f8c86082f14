import { createHash } from 'node:crypto';
import { type PollingPlaceId, pollingPlaceIdSchema } from '@bilik/election';
import { readBase32, writeBase32 } from './base32.ts';
import { checkFields, signFields } from './signed-text.ts';

/** Whom an invitation invites where: a number in one list, nothing of the person. */
export interface Invitation {
  readonly electionUuid: string;
  readonly pollingPlace: PollingPlaceId;
  /** Number in the list of the polling place, 1 to 5,000. */
  readonly voter: number;
}

/** Why a scanned text is not taken for an invitation to this election. */
export type InvitationProblem =
  /** Something else, or a part of one. */
  | { readonly type: 'invitation-malformed' }
  /** Made by a later version. */
  | { readonly type: 'invitation-other-version' }
  /** Not made by this office, or changed. */
  | { readonly type: 'invitation-signature-wrong' }
  /** Made by this office, for another polling place, which is named. */
  | { readonly type: 'other-polling-place'; readonly place: PollingPlaceId }
  /** Made by this office for this polling place, at another election. */
  | { readonly type: 'invitation-of-other-election' };

const VERSION = 1;
const PURPOSE = 'invitation';
const SIGNATURE_BYTES = 64;
const LONGEST_SCAN = 256;
/** What some scanners put first to say which kind of code it was. */
const SYMBOLOGY = /^\][A-Z][0-9A-Z]/;
/**
 * `BILIK-U1-<16 hex of SHA-256 of the election's uuid>-<10 digits village, 3 digits polling place>-<4 digits number>-<103 letters>`, capitals
 * and digits only: the smallest code of its content, and the same on every keyboard layout that a scanner may think it has.
 */
const FORM = /^BILIK-U(\d+)-([0-9A-F]{16})-(\d{13})-(\d{4})-([A-Z2-7]{103})$/;

/** Characters of every invitation of this version. */
export const INVITATION_LENGTH = 148;

function electionId(uuid: string): string {
  return createHash('sha256').update(uuid, 'utf8').digest('hex').slice(0, 16).toUpperCase();
}

function placeDigits(place: PollingPlaceId): string {
  return place.replace(/[.-]/g, '');
}

/** The village's ten digits and the three of the polling place, as an id; undefined when there can be no such place. */
function placeOf(digits: string): PollingPlaceId | undefined {
  const [, province, regency, district, village, number] =
    /^(\d\d)(\d\d)(\d\d)(\d{4})(\d{3})$/.exec(digits) ?? [];
  const parsed = pollingPlaceIdSchema.safeParse(`${province}.${regency}.${district}.${village}-${number}`);
  return parsed.success ? parsed.data : undefined;
}

/** @param privateKeyPem PKCS#8 PEM of the issuer's Ed25519 key. @returns the text of the QR code, `INVITATION_LENGTH` characters */
export function writeInvitation(invitation: Invitation, privateKeyPem: string): string {
  const fields = [
    electionId(invitation.electionUuid),
    placeDigits(invitation.pollingPlace),
    String(invitation.voter).padStart(4, '0'),
  ];
  const signature = Buffer.from(signFields(privateKeyPem, PURPOSE, fields), 'base64');
  const text = [`BILIK-U${VERSION}`, ...fields, writeBase32(signature)].join('-');
  if (text.length !== INVITATION_LENGTH) throw new RangeError('An invitation has a number of 1 to 4 digits');
  return text;
}

/** Whether somebody meant this text to be an invitation, so that it is neither a name nor a number. */
export function looksLikeInvitation(scanned: string): boolean {
  return /^\s*(\][A-Za-z][0-9A-Za-z])?BILIK-?U/i.test(scanned);
}

/**
 * Reads an invitation as a camera or a keyboard-wedge scanner gives it. It says which number of the list is invited, and nothing about
 * who holds it: whoever photographed it holds it too.
 * @param issuer Base64 of the office's Ed25519 key
 * @errors each by its name, in the order of `InvitationProblem`
 */
export function readInvitation(
  scanned: string,
  here: Pick<Invitation, 'electionUuid' | 'pollingPlace'> & { readonly issuer: string },
):
  | { readonly ok: true; readonly value: Invitation }
  | { readonly ok: false; readonly error: InvitationProblem } {
  const refuse = (type: Exclude<InvitationProblem['type'], 'other-polling-place'>) =>
    ({ ok: false, error: { type } }) as const;
  if (scanned.length > LONGEST_SCAN) return refuse('invitation-malformed');
  // scanners end a code with CR, LF or TAB, and some begin with one
  const text = scanned
    .replace(/[^\x21-\x7e]/g, '')
    .toUpperCase()
    .replace(SYMBOLOGY, '');
  const version = /^BILIK-U(\d{1,4})-/.exec(text)?.[1];
  if (version !== undefined && Number(version) !== VERSION) return refuse('invitation-other-version');
  const [, , election = '', digits = '', number = '', letters = ''] = FORM.exec(text) ?? [];
  const place = placeOf(digits);
  const signature = readBase32(letters, SIGNATURE_BYTES);
  if (place === undefined || signature === undefined) return refuse('invitation-malformed');
  const isSigned = checkFields(
    here.issuer,
    PURPOSE,
    [election, digits, number],
    signature.toString('base64'),
  );
  if (!isSigned) return refuse('invitation-signature-wrong');
  if (place !== here.pollingPlace) return { ok: false, error: { type: 'other-polling-place', place } };
  if (election !== electionId(here.electionUuid)) return refuse('invitation-of-other-election');
  const { electionUuid, pollingPlace } = here;
  return { ok: true, value: { electionUuid, pollingPlace, voter: Number(number) } };
}
