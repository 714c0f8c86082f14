import { createHash } from 'node:crypto';
import { canonicalText, fingerprintText } from '@bilik/election';
import { contestField, type SheetState, votesOfSheet, wireOfValues } from '@bilik/tabulation';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import { newSigningKey } from '@bilik/transfer/issue';
import type { CodeKey, CodeOrigin, ResultContent } from '@bilik/transfer/signed-code';
import type { CenterParts } from '../center-parts.ts';
import type { ActContext } from '../http/acts-door.ts';
import type { CenterKeys } from '../keys.ts';
import type { SheetName } from './act-on-sheet.ts';
import { type PlaceOfSheet, placeOfSheet } from './sheet-form.ts';
import { lockSheet, photosOf } from './sheet-store.ts';

/** The texts that go onto paper and wall. */
export interface SheetCode {
  /** The result, signed. */
  readonly code: string;
  /** The key that signed it, as a code of its own. */
  readonly key: string;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/**
 * The signed code of a definitive paper sheet: the same format as an electronic place's, by the center's own key for sheets. It says what
 * two people read, and names the photo that they read it from.
 * @returns undefined while no version counts
 */
export async function codeOfSheet(
  { transaction, now }: ActContext,
  { keys, kind }: Pick<CenterParts, 'keys' | 'kind'>,
  name: SheetName,
): Promise<SheetCode | undefined> {
  const place = await placeOfSheet(transaction, name.election, name.place);
  if (place === undefined) return undefined;
  const { state } = await lockSheet(transaction, place, now);
  const { standing } = state;
  if (standing === null) return undefined;
  const photos = await photosOf(transaction, place);
  const photo = photos.find(({ version }) => version === standing.version);
  if (photo === undefined) throw new Error(`the definitive sheet of ${name.place} has no photo`);
  const pem = sheetKeyPem(keys);
  return {
    code: signSheetResult(place, standing, photo.sha256, { keys, kind }),
    key: writeCode(
      { origin: originOf(place, kind), content: { type: 'key', signingKey: publicKeyOf(pem) } },
      pem,
    ),
  };
}

/**
 * The code of one definitive version; the same version has the same code for ever.
 * @param photo the first one of that version, hex SHA-256
 */
export function signSheetResult(
  place: Pick<PlaceOfSheet, 'election' | 'form'>,
  standing: NonNullable<SheetState['standing']>,
  photo: string,
  { keys, kind }: Pick<CenterParts, 'keys' | 'kind'>,
): string {
  const content = contentOf(place, standing, photo);
  return writeCode({ origin: originOf(place, kind), content }, sheetKeyPem(keys));
}

/** By which key a paper place's codes are believed. */
export function sheetCodeKey(place: PlaceOfSheet, kind: CenterParts['kind'], keys: CenterKeys): CodeKey {
  return { ...originOf(place, kind), signingKey: publicKeyOf(sheetKeyPem(keys)) };
}

/** What ties the codes of paper sheets to one election: a paper place has no election object. Base64 without padding, 32 bytes. */
export function sheetsFingerprint(election: string, kind: CenterParts['kind']): string {
  const body = canonicalText({ election, kind });
  return sha256(fingerprintText('paper-sheets', body)).toString('base64').replace(/=$/, '');
}

function originOf(
  { election, form }: Pick<PlaceOfSheet, 'election' | 'form'>,
  kind: CenterParts['kind'],
): CodeOrigin {
  return { kind, pollingPlace: form.place, electionFingerprint: sheetsFingerprint(election, kind) };
}

function contentOf(
  { form }: Pick<PlaceOfSheet, 'form'>,
  { values, version }: NonNullable<SheetState['standing']>,
  photo: string,
): ResultContent {
  const votes = votesOfSheet(form, values);
  if (votes === undefined) throw new Error(`the definitive sheet of ${form.place} has no result`);
  const [first] = form.contests;
  const papers = (line: 'received' | 'spoiled') =>
    first === undefined ? 0 : (values.get(contestField(first.contest, line)) ?? 0);
  const total = votes.contests[0]?.total ?? 0;
  const body = canonicalText({ place: form.place, version, figures: wireOfValues(form, values) });
  return {
    type: 'result',
    source: 'sheet',
    users: votes.users,
    casts: total,
    contests: votes.contests.map(({ contest, options, valid, invalid }) => ({
      ...{ contest, valid, invalid },
      options: options.filter(({ key }) => key !== 'blank'),
    })),
    slips: { printed: papers('received'), spoiled: papers('spoiled'), inBox: total },
    heldSums: 0,
    recordHash: photo,
    minutesFingerprint: sha256(fingerprintText('paper-sheet', body)).toString('hex'),
  };
}

export function sheetKeyPem(keys: CenterKeys): string {
  return keys.text('sheets.pem', newSigningKey);
}
