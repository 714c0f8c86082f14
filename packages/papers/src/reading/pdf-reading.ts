import { inflateSync } from 'node:zlib';

/** A closed rectangle of a drawing, in the drawing's own units from its top left. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Just enough of a PDF reader to see what our own papers contain, without asking the program that made them. */
export class PdfReading {
  readonly #objects = new Map<string, { readonly dictionary: string; readonly stream: string }>();

  constructor(pdf: Uint8Array) {
    const text = Buffer.from(pdf).toString('latin1');
    for (const [, id = '', body = ''] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
      const start = body.indexOf('stream\n');
      const dictionary = start < 0 ? body : body.slice(0, start);
      const raw = start < 0 ? '' : body.slice(start + 7, body.lastIndexOf('\nendstream'));
      const stream = dictionary.includes('/FlateDecode')
        ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
        : raw;
      this.#objects.set(id, { dictionary, stream });
    }
  }

  get pageCount(): number {
    return this.#all(/\/Type \/Page\s/).length;
  }

  /** The XMP metadata, in which a PDF/A says what it is. */
  get metadata(): string {
    return this.#all(/\/Type \/Metadata/)
      .map(({ stream }) => Buffer.from(stream, 'latin1').toString('utf8'))
      .join('');
  }

  /** Names of fonts, and how many of them carry their shapes inside the file. */
  get fonts(): { readonly names: string[]; readonly embedded: number } {
    const descriptors = this.#all(/\/Type \/FontDescriptor/);
    return {
      names: descriptors.map(({ dictionary }) => /\/FontName \/[A-Z]+\+(\S+)/.exec(dictionary)?.[1] ?? '?'),
      embedded: descriptors.filter(({ dictionary }) => /\/FontFile[23]? /.test(dictionary)).length,
    };
  }

  /** The text of each page without any white space, in the order in which it was drawn. */
  get pages(): string[] {
    return this.#all(/\/Type \/Page\s/).map(({ dictionary }) => {
      const content = this.#reference(dictionary, 'Contents')?.stream ?? '';
      const resources = this.#reference(dictionary, 'Resources')?.dictionary ?? dictionary;
      return this.#textOf(content, resources).replace(/\s/g, '');
    });
  }

  /** Black rectangles of every embedded drawing: the QR codes. */
  get drawings(): Rectangle[][] {
    return this.#all(/\/Subtype \/Form/).map(({ stream }) => {
      const ink = stream.slice(stream.lastIndexOf('\n0 0 0 scn'));
      const corner = '([\\d.]+) ([\\d.]+) [ml]\\s';
      const path = new RegExp(`${corner}${corner}${corner}${corner}h`, 'g');
      return [...ink.matchAll(path)].map(([, left, top, , , right, bottom]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }));
    });
  }

  #all(kind: RegExp): { readonly dictionary: string; readonly stream: string }[] {
    return [...this.#objects.values()].filter(({ dictionary }) => kind.test(dictionary));
  }

  #reference(dictionary: string, name: string): { dictionary: string; stream: string } | undefined {
    const id = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
    return id === undefined ? undefined : this.#objects.get(id);
  }

  #textOf(content: string, resources: string): string {
    const maps = new Map<string, Map<number, string>>();
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = this.#objects.get(id)?.dictionary ?? '';
      maps.set(name, characterMap(this.#reference(font, 'ToUnicode')?.stream ?? ''));
    }
    let map = new Map<number, string>();
    let text = '';
    // parentheses in pairs need no escape in a literal (ISO 32000-1, 7.3.4.2): a pair of glyphs may happen to be one
    const token =
      /\/(F\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9A-Fa-f]+)>/g;
    for (const [, font, literal, hex] of content.matchAll(token)) {
      if (font !== undefined) map = maps.get(font) ?? new Map();
      else text += decoded(literal === undefined ? Buffer.from(hex ?? '', 'hex') : unescaped(literal), map);
    }
    return text;
  }
}

function characterMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of section.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      map.set(Number.parseInt(code, 16), textOf(hex));
    }
  }
  return map;
}

function decoded(bytes: Buffer, map: ReadonlyMap<number, string>): string {
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2)
    text += map.get(bytes.readUInt16BE(index)) ?? '\ufffd';
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): Buffer {
  const text = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_whole, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
  return Buffer.from(text, 'latin1');
}
