import type { Transaction } from '../database/connect.ts';
import { lookBeyondScope } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { isCleanPicture } from '../files/clean-picture.ts';
import type { FileStore } from '../files/file-store.ts';
import { firstBytes, pictureType } from '../files/file-type.ts';
import type { ActContext } from '../http/acts-door.ts';
import type { SheetName } from './act-on-sheet.ts';
import { placeOfSheet } from './sheet-form.ts';
import { lockSheet } from './sheet-store.ts';
import type { PhotoType } from './tables.ts';

/** Pages send about 400 KB; a camera's own file has up to 12 MB. */
export const PHOTO_LIMIT_BYTES = 12 * 1024 * 1024;

export type PhotoRefusal =
  | { readonly type: 'sheet-unknown' }
  /** It was not uploaded before, or not whole, or by somebody else. */
  | { readonly type: 'photo-unknown' }
  | { readonly type: 'photo-too-large'; readonly limitBytes: number }
  | { readonly type: 'photo-not-a-picture' }
  /** It holds a place, a time, a name or a number of a person, and would be public. */
  | { readonly type: 'photo-says-more' }
  /** The sheet is definitive or withdrawn: its photos change by a correction alone, which two people type. */
  | { readonly type: 'photo-needs-correction' }
  /** The same bytes are the sheet of another polling place. */
  | { readonly type: 'photo-of-another-place' }
  /** The same bytes are a candidate's portrait, of whichever village. */
  | { readonly type: 'photo-of-a-candidate' };

export type PhotoAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PhotoRefusal };

/** Is it a photo that we take? Only what the person who sends it has uploaded: a hash alone opens nobody's file. @errors 'photo-unknown' · 'photo-too-large' · 'photo-not-a-picture' · 'photo-says-more' */
export async function judgePhoto(
  { transaction, by }: Pick<ActContext, 'transaction' | 'by'>,
  files: FileStore,
  sha256: string,
): Promise<PhotoAnswer<{ readonly type: PhotoType }>> {
  const refuse = (error: PhotoRefusal) => ({ ok: false, error }) as const;
  const file = await transaction
    .selectFrom('upload')
    .select('bytes')
    .where('sha256', '=', sha256)
    .where('account', '=', by.account)
    .executeTakeFirst();
  if (file === undefined) return refuse({ type: 'photo-unknown' });
  if (file.bytes > PHOTO_LIMIT_BYTES)
    return refuse({ type: 'photo-too-large', limitBytes: PHOTO_LIMIT_BYTES });
  const type = pictureType(await firstBytes(files.path(sha256)));
  if (type === undefined) return refuse({ type: 'photo-not-a-picture' });
  return (await isCleanPicture({ files }, sha256))
    ? { ok: true, value: { type } }
    : refuse({ type: 'photo-says-more' });
}

/** Adds a photo to the version of a sheet that is typed now; of a settled one it is published, and no typist would see it. Safe to repeat. */
export async function addPhoto(
  context: ActContext,
  files: FileStore,
  { election, place: placeId, sha256 }: SheetName & { readonly sha256: string },
): Promise<PhotoAnswer<{ readonly photos: number }>> {
  const { transaction, by, now } = context;
  const place = await placeOfSheet(transaction, election, placeId);
  if (place === undefined) return { ok: false, error: { type: 'sheet-unknown' } };
  const judged = await judgePhoto(context, files, sha256);
  if (!judged.ok) return judged;
  const { state } = await lockSheet(transaction, place, now);
  const isSettled = state.step === 'definitive' || state.step === 'withdrawn';
  if (isSettled && !state.evidence.includes(sha256)) {
    return { ok: false, error: { type: 'photo-needs-correction' } };
  }
  const kept = await keepPhoto(
    context,
    { election, place: placeId, area: place.area },
    state.version,
    sha256,
    judged.value.type,
  );
  if (!kept.ok) return kept;
  if (!state.evidence.includes(sha256)) {
    await appendEvent(transaction, {
      ...{ act: 'sheets.add-photo', area: place.area, subject: placeId, account: by.account, at: now },
      after: { sha256, version: state.version },
    });
  }
  return { ok: true, value: { photos: new Set([...state.evidence, sha256]).size } };
}

/** Notes a photo of one version. @errors 'photo-of-another-place' · 'photo-of-a-candidate' */
export async function keepPhoto(
  { transaction, by, now }: ActContext,
  key: SheetName & { readonly area: string },
  version: number,
  sha256: string,
  type: PhotoType,
): Promise<PhotoAnswer<null>> {
  if (await lookBeyondScope(transaction, () => isPortrait(transaction, key.election, sha256))) {
    return { ok: false, error: { type: 'photo-of-a-candidate' } };
  }
  await transaction
    .insertInto('sheet_photo')
    .values({ ...key, version, sha256, type, account: by.account, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // of another place, in sight or not, the row that stays is not this one
  const row = await transaction
    .selectFrom('sheet_photo')
    .select('place')
    .where('election', '=', key.election)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.place === key.place
    ? { ok: true, value: null }
    : { ok: false, error: { type: 'photo-of-another-place' } };
}

async function isPortrait(transaction: Transaction, election: string, sha256: string): Promise<boolean> {
  const candidate = await transaction
    .selectFrom('candidate')
    .select('id')
    .where('election', '=', election)
    .where('photo', '=', sha256)
    .executeTakeFirst();
  return candidate !== undefined;
}
