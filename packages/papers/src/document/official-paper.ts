import { qrSvg } from '../qr-code.ts';
import { compile } from './compile.ts';

/** A cell is text; which columns hold figures says the table. */
export interface PaperTable {
  readonly type: 'table';
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' | 'center' }[];
  readonly rows: readonly (readonly string[])[];
  /** The table that the paper is about: larger type. */
  readonly isMain: boolean;
  /** Rows below a line, in bold. */
  readonly totals: readonly (readonly string[])[];
}

export type PaperBlock =
  | { readonly type: 'text'; readonly text: string }
  /** Label and figure, in two columns. */
  | { readonly type: 'figures'; readonly rows: readonly (readonly [label: string, figure: string])[] }
  | PaperTable
  | {
      readonly type: 'checks';
      readonly rows: readonly {
        readonly sentence: string;
        readonly figures: string;
        readonly verdict: 'holds' | 'fails' | 'unknown';
        readonly word: string;
      }[];
    }
  /** Label and text; fingerprints in small even type. */
  | {
      readonly type: 'facts';
      readonly rows: readonly { readonly label: string; readonly text: string; readonly isCode: boolean }[];
    }
  /** Labels with empty lines to write on. */
  | { readonly type: 'blanks'; readonly rows: readonly { readonly label: string; readonly lines: number }[] }
  | { readonly type: 'list'; readonly items: readonly string[] };

export type PaperNotice = OfficialPaper['notices'][number];

export interface PaperSection {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

export interface PaperSignature {
  readonly role: string;
  readonly name: string;
  /** Below the name, for instance whom a witness stands for; empty when nothing. */
  readonly below: string;
}

/** An official paper with letterhead, numbered sections, signatures: all words said, nothing left to decide. */
export interface OfficialPaper {
  readonly language: 'id' | 'en';
  /** Large across each page; null on real papers. */
  readonly watermark: string | null;
  readonly letterhead: { readonly small: string; readonly large: string; readonly below: string };
  readonly title: string;
  readonly subtitle: string;
  /** `Nomor`: followed by a dotted line for the stamp. */
  readonly numberLabel: string;
  readonly opening: readonly string[];
  /** Above all sections, because who signs must have seen them. */
  readonly notices: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly sections: readonly PaperSection[];
  readonly closing: string;
  readonly signaturesTitle: string;
  readonly signatures: readonly PaperSignature[];
  readonly qr: { readonly text: string; readonly caption: string } | null;
  readonly footer: string;
  /** Which copy this is; empty for papers whose copies are not counted. */
  readonly copyLine: string;
  /** With `{page}` and `{pages}`. */
  readonly pageOf: string;
}

/** @param day of the paper, `YYYY-MM-DD` */
export function renderOfficialPaper(paper: OfficialPaper, day: string): Uint8Array {
  const qr = paper.qr === null ? null : { svg: qrSvg(paper.qr.text), caption: paper.qr.caption };
  return compile('official.typ', { ...paper, qr }, Date.parse(`${day}T00:00:00Z`) / 1000);
}
