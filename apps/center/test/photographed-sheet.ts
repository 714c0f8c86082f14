import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { noteFile } from '../src/files/note-file.ts';
import { PAPER_FIGURES } from './paper-figures.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import type { TestCenter } from './test-center.ts';
import { giveVotes } from './village-outcome.ts';

/** The one polling place of the village of `outcomeVillage`. */
export const PLACE = `${VILLAGE}-001`;

let shade = 0;

/** A sheet's photo, drawn, each another one; with a text chunk it says more than the sheet. */
export function drawnPhoto(text?: string): Buffer {
  shade += 1;
  const data = new Uint8Array(64).fill(shade);
  const plain = Buffer.from(encode({ width: 8, height: 8, data, channels: 1 }));
  if (text === undefined) return plain;
  const body = Buffer.from(`tEXtComment\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
}

/** A valid picture whose pixels, stored and not compressed, are a text's letters: no metadata, and still the text in its bytes. */
export function pictureOfText(text: string): Buffer {
  const plain = drawnPhoto();
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(body.length, 0);
    around.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
  };
  const head = Buffer.from(plain.subarray(16, 29));
  head.writeUInt32BE(text.length, 0);
  head.writeUInt32BE(1, 4);
  const line = Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'latin1')]);
  return Buffer.concat([
    plain.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(line, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A sheet that says what `giveVotes` counts. */
function figuresOf(c1: number): Readonly<Record<string, number>> {
  const { 'kepala-desa:c3': _third, ...fields } = PAPER_FIGURES;
  const [votes, registered] = [c1 + 50, 310];
  return {
    ...fields,
    ...{ 'dpt.L': votes - 10, 'dpt.P': 10, 'dpt.total': votes, 'users.total': votes },
    ...{ 'registered.L': 150, 'registered.P': 160, 'registered.total': registered },
    ...{ 'kepala-desa:c1': c1, 'kepala-desa:c2': 50, 'kepala-desa:valid': votes },
    ...{ 'kepala-desa:invalid': 0, 'kepala-desa:total': votes, 'kepala-desa:used': votes },
  };
}

/**
 * What a definitive version of the place's sheet leaves behind: its figures in the official sums, and its photo.
 * @param photo left out: nobody took one
 */
export async function giveSheetVersion(
  center: Pick<TestCenter, 'parts'>,
  given: { readonly version: number; readonly c1: number; readonly photo?: Buffer; readonly reason?: string },
): Promise<void> {
  const { version, c1, photo, reason = 'Salah baca angka.' } = given;
  await giveVotes(center, c1, 50, version === 1 ? null : reason, `${PLACE}/${version}`);
  if (photo === undefined) return;
  const kept = await center.parts.files.keep(photo, 10_000);
  if (!kept.ok) throw new Error(kept.error.type);
  const at = center.parts.now();
  const standing = JSON.stringify({ version, values: figuresOf(c1), typists: ['pengetik-1', 'pengetik-2'] });
  const sheet = { election: SET_UP_ELECTION, place: PLACE, area: VILLAGE };
  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    await noteFile(transaction, kept.value, at);
    await transaction
      .insertInto('sheet')
      .values({
        ...{ ...sheet, step: 'awaited', version: 1, round: 1, entries: [], parts: '{}', explanations: '[]' },
        ...{ cleared: [], held_by_person: false, agreed: null, standing, changed_at: at },
      })
      .onConflict((conflict) => conflict.columns(['election', 'place']).doUpdateSet({ standing }))
      .execute();
    await transaction
      .insertInto('sheet_photo')
      .values({
        ...{ ...sheet, version, account: 'committee', sha256: kept.value.sha256, type: 'image/png', at },
      })
      .execute();
  });
}
