import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderGuide } from '@bilik/papers';

const DOCS = join(import.meta.dirname, '..', '..', '..', '..', 'docs');
export const HANDBOOK_FOLDER = join(DOCS, 'handbook');
export const TECHNICIAN_CARD = join(DOCS, 'technician-card.md');
/** Date of the texts, printed into the file and nowhere else. */
const EDITION = '2026-11-22';

export const USAGE = `bilik handbook --out BERKAS.pdf [--technician]
  Mencetak buku panduan panitia, atau kartu petugas teknis, sebagai PDF/A.
  Prints the committee's handbook, or the technician's card, as PDF/A.`;

/** Pages of the handbook, in the order of their file names. */
export function handbookPages(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(HANDBOOK_FOLDER)
    .filter((file) => /^[0-9]{2}-.*\.md$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(HANDBOOK_FOLDER, file), 'utf8') }));
}

/** The committee's handbook, a page for each subject. */
export function printHandbook(): Uint8Array {
  return renderGuide({
    title: 'Buku panduan panitia',
    pages: handbookPages().map(({ text }) => text),
    picture: (file) => readFileSync(join(HANDBOOK_FOLDER, file)),
    shape: 'page',
    edition: EDITION,
  });
}

/** The technician's card: one side of A4, to be folded once. */
export function printTechnicianCard(): Uint8Array {
  return renderGuide({
    title: 'Kartu petugas teknis',
    pages: [readFileSync(TECHNICIAN_CARD, 'utf8')],
    picture: (file) => readFileSync(join(DOCS, file)),
    shape: 'folded',
    edition: EDITION,
  });
}

/** `bilik handbook`. @returns 0 written, 2 for a wrong call */
export async function handbookCommand(parameters: readonly string[]): Promise<number> {
  let values: { out?: string; technician?: boolean } = {};
  try {
    ({ values } = parseArgs({
      args: [...parameters],
      options: { out: { type: 'string' }, technician: { type: 'boolean' } },
    }));
  } catch {
    // the usage says what is right
  }
  if (values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  writeFileSync(values.out, values.technician === true ? printTechnicianCard() : printHandbook());
  console.log(values.out);
  return 0;
}
