import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES, unprintableCharacters } from '../typeface.ts';

/** Layouts beside this file. They get all words and figures as data and never as source text. */
export type Template =
  | 'ballot-proof.typ'
  | 'official.typ'
  | 'token-cards.typ'
  | 'test-cards.typ'
  | 'invitations.typ'
  | 'guide.typ';

type Printable =
  | string
  | number
  | boolean
  | null
  | readonly Printable[]
  | { readonly [name: string]: Printable };

/** Compilations after which unused cached layout is dropped, so that a station's day does not fill its memory. */
const CACHE_AGE = 4;

let compiler: NodeCompiler | undefined;

/** Only our fonts are given; the layouts forbid every fallback. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }],
  });
  return compiler;
}

/**
 * Sets a template with its content. The same content and time give the same bytes.
 * @param createdAtSeconds since 1970 UTC, written into the file; a civil day is fine enough
 * @param pictures that the template names, as PNG or JPEG
 * @returns PDF/A-2b
 */
export function compile(
  template: Template,
  content: object,
  createdAtSeconds: number,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const typst = theCompiler();
  // they stand beside the layout for this one paper
  for (const [file, picture] of pictures)
    typst.mapShadow(join(import.meta.dirname, file), Buffer.from(picture));
  const inputs = {
    content: JSON.stringify(content, (_name, value: Printable) =>
      typeof value === 'string' ? printable(value) : value,
    ),
  };
  const pdf = typst.pdf(
    { mainFilePath: join(import.meta.dirname, template), inputs },
    { pdfStandard: 'a-2b', creationTimestamp: createdAtSeconds },
  );
  typst.resetShadow();
  typst.evictCache(CACHE_AGE);
  return new Uint8Array(pdf);
}

/**
 * A character without a shape would make the whole paper fail: people type incidents in a hurry, on phones that offer
 * pictures. It is printed as a question mark. Names are checked before an election (`unprintableCharacters`).
 */
function printable(text: string): string {
  const missing = new Set(unprintableCharacters(text.replace(/\n/g, ' ')));
  if (missing.size === 0) return text;
  return Array.from(text, (character) => (missing.has(character) ? '?' : character)).join('');
}
