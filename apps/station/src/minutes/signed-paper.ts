import { createHash } from 'node:crypto';
import {
  type CivilTime,
  type Confirmation,
  civilTimeSchema,
  type ElectionDefinition,
  type Fingerprint,
  fingerprintSchema,
  type NotSigned,
} from '@bilik/election';
import type { PrintedCopy } from '@bilik/papers';
import { z } from 'zod';
import type { Software } from '../phase/board.ts';
import { differentPeople, type PeopleRefusal } from '../phase/board-act.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import { line } from './minutes-fields.ts';
import { renderedOnce } from './rendered-once.ts';

/** What makes the same paper again, and who signed it. */
const KeptPaperSchema = z.strictObject({
  /** SHA-256 of what the paper says, in hex: it stands on the paper, on the board, and wherever the paper is named. */
  fingerprint: fingerprintSchema,
  /** SHA-256 of the PDF: whether this program still makes the same bytes. */
  fileHash: fingerprintSchema,
  /** The minute that stands on the paper. */
  preparedAt: civilTimeSchema,
  software: z.strictObject({ version: z.string().max(60), fingerprint: fingerprintSchema }),
  /** Null until the board says who signed it. */
  signed: z
    .strictObject({
      at: civilTimeSchema,
      /** Ids of the people who signed. */
      by: z.array(z.string().max(60)).max(60),
      notSigned: z.array(z.strictObject({ person: z.string().max(60), reason: line })).max(60),
    })
    .nullable(),
});
type KeptPaper = z.output<typeof KeptPaperSchema>;

/** What stays as it was when the paper was prepared, whatever happens to clock and program afterwards. */
export type PreparedWith = Pick<KeptPaper, 'preparedAt' | 'software'>;

export type PaperRefusal =
  | PeopleRefusal
  | StoreFailed
  | { readonly type: 'paper-not-prepared' }
  /** What was signed is another paper than the one that was prepared here. */
  | { readonly type: 'paper-other' }
  /** Nobody has opened the paper since it was prepared: it cannot have been printed. */
  | { readonly type: 'paper-not-opened' }
  /** This program renders other bytes than the ones that were signed. */
  | { readonly type: 'paper-not-reproduced' };

export type PaperAnswer<Value, Refusal = PaperRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** A paper as the board's screen shows it. */
export interface PreparedPaper {
  readonly fingerprint: Fingerprint;
  readonly preparedAt: CivilTime;
  /** It may have been printed: it was signed, or somebody has opened it since this station started. */
  readonly isOpened: boolean;
  readonly signed: KeptPaper['signed'];
}

/** Who signed a printed paper, as the board says. */
export interface SignedBy {
  /** Of the paper that they signed. */
  readonly fingerprint: string;
  readonly signedBy: readonly string[];
  readonly notSigned: readonly NotSigned[];
}

/** A paper that is prepared, printed with the same bytes from then on, and signed by names. */
export interface SignedPaper<Refusal> {
  /** Fixes the paper and its minute; asked again, it answers with the paper that is prepared already. */
  readonly prepare: () => PaperAnswer<
    Pick<PreparedPaper, 'fingerprint' | 'preparedAt'>,
    Refusal | PaperRefusal
  >;
  /** The prepared paper, PDF; with a copy, the same paper with that copy's line at its foot. Whoever asks is taken to have opened it. */
  readonly paper: (copy?: PrintedCopy) => PaperAnswer<Uint8Array>;
  /** Notes who signed the printed paper, and the minute in which that was said. */
  readonly sign: (signed: SignedBy) => PaperAnswer<undefined, Refusal | PaperRefusal>;
  /** Undefined until it is prepared, and when it was overtaken. */
  readonly prepared: () => PreparedPaper | undefined;
}

export interface SignedPaperParts<Content, Refusal> {
  /** Names the paper in the store. */
  readonly name: 'zero-report' | 'minutes-paper';
  readonly definition: ElectionDefinition;
  readonly software: Software;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly clock: () => { readonly time: CivilTime };
  /** What the paper says. */
  readonly contentOf: (made: PreparedWith) => Content;
  /** Same content and fingerprint, same bytes. */
  readonly render: (paper: {
    readonly content: Content;
    readonly fingerprint: Fingerprint;
    /** Absent: the paper whose bytes are kept. */
    readonly copy?: PrintedCopy;
  }) => Uint8Array;
  /** Whether other words make it another paper, to be prepared anew; otherwise the prepared one stands, whatever this program says now. */
  readonly mayBeOvertaken: () => boolean;
  readonly mayPrepare: () => PaperAnswer<undefined, Refusal>;
  readonly maySign: () => PaperAnswer<undefined, Refusal>;
  readonly checkSigners: (
    signers: readonly Confirmation[],
    notSigned: readonly NotSigned[],
  ) => PaperAnswer<undefined, Refusal | PeopleRefusal>;
}

const sha256 = (content: string | Uint8Array): Fingerprint =>
  fingerprintSchema.parse(createHash('sha256').update(content).digest('hex'));

/**
 * A paper cannot name who signed it, since it is printed before: names and minute of signing are kept beside it.
 */
export function openSignedPaper<Content, Refusal>(
  parts: SignedPaperParts<Content, Refusal>,
): SignedPaper<Refusal> {
  const { name, papers, durably, definition } = parts;
  const render = renderedOnce(parts.render);
  const fingerprintOf = (made: PreparedWith): Fingerprint => sha256(JSON.stringify(parts.contentOf(made)));
  const found = (): KeptPaper | undefined => {
    const kept = papers.get(name, KeptPaperSchema);
    const isOvertaken =
      kept !== undefined && parts.mayBeOvertaken() && kept.fingerprint !== fingerprintOf(kept);
    return isOvertaken ? undefined : kept;
  };
  const paperOf = ({ preparedAt, software, fingerprint }: PreparedWith & Pick<KeptPaper, 'fingerprint'>) =>
    render({ content: parts.contentOf({ preparedAt, software }), fingerprint });
  let opened: Fingerprint | undefined;

  return {
    prepare() {
      const before = found();
      if (before !== undefined) {
        return { ok: true, value: { fingerprint: before.fingerprint, preparedAt: before.preparedAt } };
      }
      const allowed = parts.mayPrepare();
      if (!allowed.ok) return allowed;
      const { version, fingerprint: programFingerprint } = parts.software;
      const made = {
        preparedAt: parts.clock().time,
        software: { version, fingerprint: programFingerprint },
      };
      const fingerprint = fingerprintOf(made);
      const fileHash = sha256(paperOf({ ...made, fingerprint }));
      return durably(name, () => {
        papers.put(name, { ...made, fingerprint, fileHash, signed: null } satisfies KeptPaper);
        return { fingerprint, preparedAt: made.preparedAt };
      });
    },
    paper(copy) {
      const kept = found();
      if (kept === undefined) return { ok: false, error: { type: 'paper-not-prepared' } };
      const paper = paperOf(kept);
      if (sha256(paper) !== kept.fileHash) return { ok: false, error: { type: 'paper-not-reproduced' } };
      opened = kept.fingerprint;
      if (copy === undefined) return { ok: true, value: paper };
      const content = parts.contentOf(kept);
      return { ok: true, value: parts.render({ content, fingerprint: kept.fingerprint, copy }) };
    },
    sign({ fingerprint, signedBy, notSigned }) {
      const kept = found();
      if (kept === undefined) return { ok: false, error: { type: 'paper-not-prepared' } };
      if (kept.fingerprint !== fingerprint) return { ok: false, error: { type: 'paper-other' } };
      const people = differentPeople(definition, signedBy);
      if (!people.ok) return people;
      const checked = parts.checkSigners(people.value, notSigned);
      if (!checked.ok) return checked;
      const { signed } = kept;
      if (signed !== null && isSame(signed, { by: signedBy, notSigned })) {
        return { ok: true, value: undefined };
      }
      const allowed = parts.maySign();
      if (!allowed.ok) return allowed;
      if (signed === null && opened !== fingerprint)
        return { ok: false, error: { type: 'paper-not-opened' } };
      return durably(`${name}-signed`, () => {
        const now = { at: parts.clock().time, by: [...signedBy], notSigned: [...notSigned] };
        papers.put(name, { ...kept, signed: now } satisfies KeptPaper);
        return undefined;
      });
    },
    prepared() {
      const kept = found();
      if (kept === undefined) return undefined;
      const { fingerprint, preparedAt, signed } = kept;
      return { fingerprint, preparedAt, signed, isOpened: signed !== null || opened === fingerprint };
    },
  };
}

/** Said once more, whatever the minute. */
function isSame(
  { by, notSigned }: NonNullable<KeptPaper['signed']>,
  again: { readonly by: readonly string[]; readonly notSigned: readonly NotSigned[] },
): boolean {
  const text = (words: readonly NotSigned[]) =>
    JSON.stringify(words.map(({ person, reason }) => [person, reason]));
  return by.join() === again.by.join() && text(notSigned) === text(again.notSigned);
}
